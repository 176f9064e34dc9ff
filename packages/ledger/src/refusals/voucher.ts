import { field } from './field.ts'
import { refusal } from './refusal.ts'

/** VOUCHER_NOT_USABLE: the customer has the voucher, and it takes nothing off this bill. */
export class VoucherNotUsableError extends refusal('VOUCHER_NOT_USABLE', {
  meaning: {
    en: 'The customer has this voucher, but it takes nothing off this bill: it was used, its days are over, or it is for other bills.',
    ru: 'Купон у покупателя есть, но к этому чеку не подходит: уже использован, просрочен или для других чеков.',
  },
  remedy: {
    en: 'Tell the customer what `bar` says, and send the sale under a new key without the voucher.',
    ru: 'Назовите покупателю причину из `bar` и отправьте продажу с новым ключом без купона.',
  },
  fields: {
    voucher: field.text('The code of the voucher, as it is printed.'),
    bar: field.choice(
      {
        USED: { en: 'was used already', ru: 'уже использован' },
        REVOKED: {
          en: 'was taken back with the purchase that gave it',
          ru: 'отозван вместе с покупкой, за которую его дали',
        },
        EXPIRED: { en: 'is over', ru: 'просрочен' },
        OTHER_MEMBER: { en: 'is for bills of another member', ru: 'для чеков другого участника' },
        BELOW_MINIMUM: { en: 'is for larger bills', ru: 'для чеков на большую сумму' },
        NO_LINE: { en: 'is for what is not on the bill', ru: 'для товаров, которых нет в чеке' },
      },
      'What stands in its way.',
    ),
  },
  message: {
    en: 'The voucher {voucher} {bar}. Send the sale under a new key without it.',
    ru: 'Купон {voucher} {bar}. Отправьте продажу с новым ключом без него.',
  },
  path: ['vouchers'],
}) {}
