import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** RECEIPT_ALREADY_USED: one receipt of a member is one purchase. `purchaseId` is a raw UUID. */
export class ReceiptAlreadyUsedError extends refusal('RECEIPT_ALREADY_USED', {
  meaning: {
    en: 'One receipt of a member is one purchase, and this one has its purchase.',
    ru: 'Один чек участника - одна покупка, и у этого она уже есть.',
  },
  remedy: {
    en: 'Read `purchaseId`, or use another receipt. Where a claim of a fiscal receipt is confirmed whose number, sum and day that purchase has: decline the claim; if it is another sale all the same, record that with its fiscal receipt, which closes the claim.',
    ru: 'Посмотрите `purchaseId` или возьмите другой чек. Если вы подтверждали заявку по кассовому чеку, а у той покупки его номер, сумма и день: отклоните заявку; если продажа всё же другая, проведите её с её кассовым чеком - заявка закроется сама.',
  },
  fields: {
    purchaseId: field.id('purchase', 'The purchase recorded with the receipt.'),
    receiptRef: field.text("The member's receipt.", { hidden: true }),
  },
  message: {
    en: 'A purchase with this receipt is recorded already. Read that purchase, or send this sale under its own receipt.',
    ru: 'Покупка с чеком «{receiptRef}» уже записана. Посмотрите её или отправьте эту продажу со своим чеком.',
  },
  path: ['receiptRef'],
}) {}

/** REFUND_EXCEEDS_PURCHASE: more is asked back than is left of the bill, or of one of its lines. */
export class RefundExceedsPurchaseError extends refusal('REFUND_EXCEEDS_PURCHASE', {
  meaning: {
    en: 'More is asked back than is left of the bill, or of one of its lines.',
    ru: 'Вернуть просят больше, чем осталось от счёта или его строки.',
  },
  remedy: { en: 'Ask for at most `refundable`.', ru: 'Верните не больше `refundable`.' },
  fields: {
    refundable: field.money('What may still be refunded of the bill, or of the line when one is at fault.', {
      recordedAs: 'refundableMinor',
    }),
    lineRef: field.text('The line at fault; null when the whole bill is.', {
      nullable: true,
      hidden: true,
      said: {
        none: { en: 'this purchase', ru: 'этой покупки' },
        some: { en: 'this line', ru: 'строки «{it}»' },
      },
    }),
  },
  message: {
    en: 'Only {refundable} can still be refunded of {lineRef}. Ask for no more than that.',
    ru: 'От {lineRef} вернуть можно не больше {refundable}.',
  },
  path: ({ lineRef }) => [lineRef === null ? 'amount' : 'lines'],
}) {}

/** PRICE_CHANGED: what the bill comes to is not what its customer was told. */
export class PriceChangedError extends refusal('PRICE_CHANGED', {
  meaning: {
    en: 'What is left to pay in money is not what was expected: since the quote a rule began, ended or ran out of its budget.',
    ru: 'К оплате выходит другая сумма: после расчёта началось, закончилось или исчерпалось какое-то условие.',
  },
  remedy: {
    en: 'Tell the customer the new price, and send the sale under a new key with it as `expectedToPay`.',
    ru: 'Назовите покупателю новую цену и отправьте продажу с новым ключом и этой ценой в `expectedToPay`.',
  },
  fields: {
    toPay: field.money('What is left to pay in money now.', { recordedAs: 'toPayMinor' }),
    discount: field.money('What rules take off the bill now.', { recordedAs: 'discountMinor' }),
    pointsToEarn: field.points('Points that the money part would earn now.'),
  },
  message: {
    en: '{toPay} is left to pay now, which is not what was expected. Tell the customer, and send the sale under a new key with it.',
    ru: 'К оплате теперь {toPay}, а покупателю называли другую сумму. Назовите новую и отправьте продажу с новым ключом.',
  },
  path: ['expectedToPay'],
}) {}
