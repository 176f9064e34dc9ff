import { html } from '../html.js'
import { layout, whoIsHere } from './layout.js'

/** A page that says what happened and where to go. */
export function messagePage(visit, kind) {
  const { say, link } = visit.locale
  const [title, text] = {
    missing: [
      say('Такой страницы нет', 'There is no such page'),
      say('Может быть, это заказ другого покупателя.', 'It may be another customer’s order.'),
    ],
    foreign: [
      say('Запрос не с нашей страницы', 'Not from our page'),
      say('Откройте сайт и повторите.', 'Open the site and try again.'),
    ],
    broken: [
      say('Что-то сломалось у нас', 'Something broke on our side'),
      say(
        'Ваши баллы не тронуты или уже учтены: повтор ничего не спишет дважды.',
        'Trying again is safe: nothing is ever taken twice.',
      ),
    ],
    'sign-in': [
      say('Сначала войдите', 'Sign in first'),
      say('Заказы видит только их хозяин.', 'Orders are shown to their owner only.'),
    ],
  }[kind]
  return layout(
    visit,
    title,
    html`<section class="sheet"><h1>${title}</h1><p>${text}</p><p><a href="${link('/')}">${say('На главную', 'To the front page')}</a></p></section>
    ${kind === 'sign-in' && whoIsHere(visit)}`,
  )
}
