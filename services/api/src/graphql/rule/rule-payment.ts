import type { PayerGift } from '@artel/rules'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'

interface RulePaymentShape extends PayerGift {
  readonly coalitionId: string
  readonly currency: string
}

export const RulePayment = builder.objectRef<RulePaymentShape>('RulePayment').implement({
  description: 'What one payer pays for of what a rule gave.',
  fields: (t) => ({
    payer: t.field({
      type: Member,
      nullable: true,
      description: 'The member; null: the promo fund of the coalition.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) =>
        payerId === coalitionId ? null : loaders.member({ coalitionId, id: payerId }),
    }),
    points: t.expose('points', { type: 'Points', description: 'Points that are its own.' }),
    discount: t.field({
      type: Money,
      description: 'Its share of what was taken off.',
      resolve: ({ discountMinor, currency }) => ({ amountMinor: discountMinor, currency }),
    }),
  }),
})
