import type { RuleLimits } from '@artel/rules'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { moneyIn, type PricedPart } from './priced-part.ts'
import { LimitPeriod } from './rule-words.ts'

const PerCustomer = builder.objectRef<NonNullable<RuleLimits['perCustomer']>>('RuleUses').implement({
  description: 'How often one customer may have a rule.',
  fields: (t) => ({
    times: t.exposeInt('times', { description: 'So many purchases.' }),
    per: t.expose('per', { type: LimitPeriod, description: 'In which period.' }),
  }),
})

const RuleBudget = builder.objectRef<PricedPart<NonNullable<RuleLimits['budget']>>>('RuleBudget').implement({
  description:
    'What a rule gives all customers at most: points, money with points at face value, or vouchers.',
  fields: (t) => ({
    points: t.field({
      type: 'Points',
      nullable: true,
      description: 'Points; null where it is something else.',
      resolve: (budget) => (budget.unit === 'POINTS' ? budget.points : null),
    }),
    amount: t.field({
      type: Money,
      nullable: true,
      description: 'Money; null where it is something else.',
      resolve: (budget) => moneyIn(budget.unit === 'MONEY' ? budget.amountMinor : null, budget.currency),
    }),
    vouchers: t.int({
      nullable: true,
      description: 'Vouchers; null where it is points or money.',
      resolve: (budget) => (budget.unit === 'VOUCHERS' ? budget.vouchers : null),
    }),
    per: t.expose('per', { type: LimitPeriod, description: 'In which period.' }),
  }),
})

export const RuleLimitsType = builder.objectRef<PricedPart<RuleLimits>>('RuleLimits').implement({
  description: 'What a rule gives at most.',
  fields: (t) => ({
    perPurchasePoints: t.expose('perPurchasePoints', {
      type: 'Points',
      nullable: true,
      description: 'One purchase gets no more; null = not cut.',
    }),
    perCustomer: t.expose('perCustomer', {
      type: PerCustomer,
      nullable: true,
      description: 'Null = not counted.',
    }),
    budget: t.field({
      type: RuleBudget,
      nullable: true,
      description: 'Null = without one.',
      resolve: ({ budget, currency }) => budget && { ...budget, currency },
    }),
  }),
})
