import type { Locale } from './locale.ts'
import type { Refused } from './shop-api.ts'

/** What a refusal means to the buyer and what to do about it. */
export function refusalText({ say, points }: Locale, { code, maxPoints }: Partial<Refused>): string {
  const texts: Record<string, string> = {
    SIGNED_OUT: say('Сначала войдите.', 'Sign in first.'),
    INVALID_CART: say(
      'В корзине что-то не так. Проверьте количество: от 1 до 20.',
      'Something is off in the cart. Check the quantities: 1 to 20.',
    ),
    FOREIGN_HOLD: say(
      'Баллы отложены не под этот заказ. Обновите страницу и отложите их ещё раз.',
      'The points were not set aside for this order. Reload the page and set them aside again.',
    ),
    HOLD_NOT_OPEN: say(
      'Срок отложенных баллов вышел, они снова на карте. Обновите страницу и отложите их ещё раз.',
      'The set-aside points ran out of time and are back on your card. Reload the page and set them aside again.',
    ),
    INSUFFICIENT_POINTS: say(
      'На карте уже меньше баллов. Обновите страницу.',
      'Your card has fewer points by now. Reload the page.',
    ),
    POINTS_SHARE_EXCEEDED: say(
      `Этот счёт принимает не больше ${points(maxPoints ?? '0')}.`,
      `This bill takes at most ${points(maxPoints ?? '0')}.`,
    ),
    RECEIPT_ALREADY_USED: say(
      'Этот заказ уже оплачен. Он в списке ваших заказов.',
      'This order is already paid. It is in the list of your orders.',
    ),
    IDEMPOTENCY_KEY_MISMATCH: say(
      'Этот заказ уже оплачивали иначе. Посмотрите его в списке заказов.',
      'This order was already paid in another way. See it in your orders.',
    ),
    REFUND_EXCEEDS_PURCHASE: say('Эту строку уже вернули.', 'This line was already returned.'),
    MEMBER_NOT_ACTIVE: say(
      'Магазин сейчас не принимает баллы. Напишите нам.',
      'The shop takes no points at the moment. Write to us.',
    ),
    CUSTOMER_CLOSED: say('Ваша карта закрыта. Заведите новую.', 'Your card is closed. Get a new one.'),
    NO_ANSWER: say(
      'Ответ не пришёл. Нажмите ещё раз: дважды не спишем.',
      'No answer arrived. Press again: nothing is taken twice.',
    ),
  }
  return (
    texts[code ?? ''] ??
    say(`Не получилось (${code}). Нажмите ещё раз.`, `That did not work (${code}). Press again.`)
  )
}
