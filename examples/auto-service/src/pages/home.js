import { html } from '../html.js'
import { priceList } from '../price-list.js'
import { layout, whoIsHere } from './layout.js'

export function homePage(visit, { problem, works = [], plate = '' } = {}) {
  const { say, link, lang, money } = visit.locale
  return layout(
    visit,
    say('Автосервис в Заречье', 'Car service in Zarechye'),
    html`<section class="hero">
      <div class="pitch">
        <h1>${say('Утром на подъёмник, вечером домой', 'On the lift by nine, home by six')}</h1>
        <p>${say(
          'Шесть работ, которые мы делаем лучше всего. Цена известна до того, как мы взяли ключ, а баллы за ремонт и мойку уменьшают счёт до половины.',
          'Six jobs that we do best. You know the price before we pick up a spanner, and the points you earned on repairs and washes take up to half off the bill.',
        )}</p>
      </div>
      <svg class="lift" role="img" aria-label="${say('Машина на подъёмнике, цифры указывают на работы из списка', 'A car on a lift; the numbers point to the works in the list')}"><use href="/art.svg#lift"/></svg>
    </section>
    <div class="desk">
    ${whoIsHere(visit)}
    <form method="post" action="${link('/orders')}" class="sheet" id="prices">
      <header>
        <h2>${say('Заказ-наряд', 'Work order')}</h2>
        <p>${say('Отметьте работы. Платите, только когда всё готово.', 'Tick the works. You pay only when the job is done.')}</p>
      </header>
      ${problem && html`<p class="problem" role="alert" tabindex="-1" autofocus>${problem}</p>`}
      <table class="works">
        <thead><tr><th scope="col">${say('№', 'No.')}</th><th scope="col">${say('Работа', 'Work')}</th><th scope="col">${say('Время', 'Time')}</th><th scope="col">${say('Цена', 'Price')}</th></tr></thead>
        <tbody>${priceList.map(
          (work) => html`<tr>
          <td><span class="spot">${work.spot}</span></td>
          <td><label><input type="checkbox" name="work" value="${work.ref}" ${works.includes(work.ref) && html`checked`}> ${work[lang]}</label>
            <artel-earn-badge amount="${work.priceMinor}" member="${visit.configuration.memberId}" locale="${lang}"></artel-earn-badge></td>
          <td>${work.hours} ${say('ч', 'h')}</td>
          <td class="sum">${money(work.priceMinor)}</td>
        </tr>`,
        )}</tbody>
      </table>
      <div class="drop-off">
        <label for="plate">${say('Госномер', 'Number plate')}</label>
        <input id="plate" name="plate" value="${plate}" class="number-plate" required maxlength="9" autocomplete="off" placeholder="А123ВС76" pattern="[A-Za-zА-Яа-я0-9]{6,9}">
        <button ${visit.customer ? '' : 'disabled'}>${say('Сдать машину', 'Drop the car off')}</button>
        ${!visit.customer && html`<p class="note">${say('Сначала войдите.', 'Sign in first.')}</p>`}
      </div>
    </form>
    </div>`,
  )
}
