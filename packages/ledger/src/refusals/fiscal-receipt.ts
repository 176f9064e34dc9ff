import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** FISCAL_RECEIPT_USED: one fiscal receipt is one purchase of the coalition. `purchaseId` is a raw UUID. */
export class FiscalReceiptUsedError extends refusal('FISCAL_RECEIPT_USED', {
  meaning: {
    en: 'One fiscal receipt is one purchase of the coalition, and this one has its purchase: a till recorded it, or its member confirmed a claim of a customer.',
    ru: 'Один кассовый чек - одна покупка в коалиции, и у этого она уже есть: её записала касса, или участник подтвердил заявку покупателя.',
  },
  remedy: {
    en: 'Read the purchase that is named, or send the fiscal receipt of this sale. If that purchase is of the wrong person, refund it and record this sale without a fiscal receipt under a receipt number of its own.',
    ru: 'Посмотрите названную покупку или отправьте чек этой продажи. Если та покупка записана не на того, верните её и проведите продажу без кассового чека под другим своим номером.',
  },
  fields: {
    purchaseId: field.id('purchase', 'The purchase recorded with the fiscal receipt.'),
    receipt: field.text('The fiscal receipt.', { hidden: true }),
  },
  message: {
    en: 'A purchase with this fiscal receipt is recorded already. Read that purchase, or send the fiscal receipt of this sale.',
    ru: 'Покупка с кассовым чеком «{receipt}» уже записана. Посмотрите её или отправьте чек этой продажи.',
  },
  path: ['fiscal'],
}) {}

/** RECEIPT_NOT_CLAIMABLE: nothing is earned by this receipt, or by this claim of it any more. */
export class ReceiptNotClaimableError extends refusal('RECEIPT_NOT_CLAIMABLE', {
  meaning: {
    en: 'The receipt is not to be claimed, or the claim is not to be decided any more: `bar` says why.',
    ru: 'По этому чеку не подать заявку, или по заявке уже нечего решать: причина в `bar`.',
  },
  remedy: {
    en: 'Tell the customer what `bar` says. Whoever thinks that it is wrong asks the member.',
    ru: 'Назовите покупателю причину из `bar`. Кто с ней не согласен, обращается к участнику.',
  },
  fields: {
    bar: field.choice(
      {
        NOT_A_SALE: {
          en: 'is no sale: returns and purchases from people are not claimed',
          ru: 'не о продаже: по возвратам и скупке баллы не начисляют',
        },
        UNKNOWN_TILL: {
          en: 'was not printed by a till that the member registered for that time',
          ru: 'напечатан не на кассе, которую зарегистрировал участник',
        },
        TOO_OLD: { en: 'is too old to be claimed', ru: 'слишком старый' },
        RECORDED: { en: 'has its purchase already', ru: 'уже учтён: его покупка записана' },
        CLAIMED: { en: 'was claimed by this customer already', ru: 'уже заявлен этим покупателем' },
        TOO_MANY: {
          en: 'has to wait: the customer has as many claims as may wait for a yes',
          ru: 'пока не принять: у покупателя слишком много заявок ждёт решения',
        },
        CONFIRMED: { en: 'was confirmed already', ru: 'уже подтверждён' },
        DECLINED: { en: 'was declined by the member', ru: 'отклонён участником' },
        EXPIRED: {
          en: 'waited too long for a yes: the claim is over',
          ru: 'ждал решения слишком долго: заявка истекла',
        },
      },
      'What stands in its way.',
    ),
  },
  message: { en: 'The receipt {bar}.', ru: 'Чек {bar}.' },
  path: ['receipt'],
}) {}
