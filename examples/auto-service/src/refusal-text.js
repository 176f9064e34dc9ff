/** What a refusal of the API means to the person at the counter, and what to do about it, in their language. */
export function refusalText({ say, points }, refusal) {
  const texts = {
    NOTHING_DONE: say('Отметьте хотя бы одну сделанную работу.', 'Tick at least one work that was done.'),
    INSUFFICIENT_POINTS: say(
      'На карте уже меньше баллов. Обновите страницу и отложите доступное.',
      'The card has fewer points by now. Reload the page and set aside what is available.',
    ),
    POINTS_SHARE_EXCEEDED:
      refusal.maxPoints !== undefined &&
      say(
        `Этот счёт можно оплатить баллами только на ${points(refusal.maxPoints)}. Уменьшите число баллов.`,
        `This bill takes at most ${points(refusal.maxPoints)}. Use fewer points.`,
      ),
    HOLD_NOT_OPEN: say(
      'Срок отложенных баллов вышел, они уже вернулись покупателю. Закройте заказ ещё раз: он пройдёт за деньги.',
      'The set-aside points ran out of time and are back with the customer. Finish the job again: it will be paid in money.',
    ),
    CAPTURE_EXCEEDS_HOLD: say(
      'Баллов отложено меньше, чем просят списать. Уменьшите число баллов.',
      'Fewer points were set aside than asked for. Use fewer points.',
    ),
    RECEIPT_ALREADY_USED: say(
      'По этому заказ-наряду чек уже пробит. Откройте заказ: там готовый чек.',
      'This work order already has its receipt. Open the order to see it.',
    ),
    MEMBER_NOT_ACTIVE: say(
      'Сервис сейчас не принимает баллы. Позвоните администратору программы.',
      'The service takes no points at the moment. Call the programme’s administrator.',
    ),
    CUSTOMER_CLOSED: say(
      'Карта покупателя закрыта. Пусть заведёт новую.',
      'The customer’s card is closed. A new one is needed.',
    ),
    IDEMPOTENCY_KEY_MISMATCH: say(
      'Этот заказ уже закрывали с другим составом работ. Откройте заказ и сверьте чек.',
      'This order was already finished with other works. Open the order and compare the receipt.',
    ),
  }
  return (
    texts[refusal.code] ||
    say(
      `Программа отказала: ${refusal.message} (${refusal.code})`,
      `The programme refused: ${refusal.message} (${refusal.code})`,
    )
  )
}
