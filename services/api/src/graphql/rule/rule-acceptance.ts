import type { RuleCost as RuleCostRead } from '@artel/store'
import type { RuleAcceptance as RuleAcceptanceRow } from '@artel/store/prisma'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { RuleAnswer } from './rule-words.ts'

export const RuleAcceptance = builder.objectRef<RuleAcceptanceRow>('RuleAcceptance').implement({
  description: "What somebody said who is asked to pay for another's rule.",
  fields: (t) => ({
    payer: t.field({
      type: Member,
      nullable: true,
      description: 'The member; null: the promo fund of the coalition.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) =>
        payerId === coalitionId ? null : loaders.member({ coalitionId, id: payerId }),
    }),
    answer: t.field({
      type: RuleAnswer,
      description: 'What it said.',
      resolve: ({ answer }) => answer as typeof RuleAnswer.$inferType,
    }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When the version was written.' }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it said so; null while it has not.',
    }),
  }),
})

/** What a rule cost a payer, with the coalition and the currency of it. */
export interface RuleCostShape extends RuleCostRead {
  readonly coalitionId: string
  readonly currency: string
}

export const RuleCost = builder.objectRef<RuleCostShape>('RuleCost').implement({
  description: 'What a rule cost one payer over its whole life, before what refunds took back.',
  fields: (t) => ({
    payer: t.field({
      type: Member,
      nullable: true,
      description: 'The member; null: the promo fund of the coalition.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) =>
        payerId === coalitionId ? null : loaders.member({ coalitionId, id: payerId }),
    }),
    purchases: t.exposeInt('purchases', { description: 'Purchases on which it gave.' }),
    points: t.expose('points', { type: 'Points', description: 'Points that are its own.' }),
    discount: t.field({
      type: Money,
      description: 'Its share of what was taken off.',
      resolve: ({ discountMinor, currency }) => ({ amountMinor: discountMinor, currency }),
    }),
  }),
})
