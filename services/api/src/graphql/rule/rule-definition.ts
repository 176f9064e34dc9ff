import type {
  CustomerGroup,
  RuleConditions,
  RuleDefinition,
  RuleEffect,
  RuleLimits,
  RulePayer,
  RuleTrigger,
  VoucherEffect,
} from '@artel/rules'
import { encodePublicId } from '@artel/use-cases'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { Money, type MoneyShape } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { CombineMode, LimitPeriod, RuleEffectKind, RuleTriggerKind } from './rule-words.ts'

/** A part of a definition, with the currency of its amounts. */
type Part<Value> = Value & { readonly currency: string }

const moneyIn = (amountMinor: bigint | undefined | null, currency: string): MoneyShape | null =>
  amountMinor == null ? null : { amountMinor, currency }

const RuleName = builder.objectRef<RuleDefinition['name']>('RuleName').implement({
  description: 'What a member calls its rule.',
  fields: (t) => ({
    en: t.exposeString('en', { description: 'In English.' }),
    ru: t.exposeString('ru', { description: 'In Russian.' }),
  }),
})

const RuleTriggerType = builder.objectRef<RuleTrigger>('RuleTrigger').implement({
  description: 'What a rule gives for that is no purchase.',
  fields: (t) => ({
    on: t.expose('on', { type: RuleTriggerKind, description: 'What must happen.' }),
    event: t.string({
      nullable: true,
      description: 'Of EVENT: its name.',
      resolve: ({ event }) => event ?? null,
    }),
  }),
})

const LineFilter = builder.objectRef<NonNullable<RuleConditions['anyLine']>>('LineFilter').implement({
  description: 'Lines of a bill by what they are: one of these categories, or one of these articles.',
  fields: (t) => ({
    categories: t.stringList({
      description: 'Slash paths; each covers what lies under it.',
      resolve: ({ categories }) => [...categories],
    }),
    skus: t.stringList({ description: 'Article numbers.', resolve: ({ skus }) => [...skus] }),
    minQuantity: t.field({
      type: 'Quantity',
      nullable: true,
      description: 'Units of such lines that the bill must have together; null = any.',
      resolve: ({ minQuantityMilli }) => minQuantityMilli ?? null,
    }),
  }),
})

/** A group that a rule names, with what it is. */
interface GroupShape extends CustomerGroup {
  readonly noun: 'segment' | 'tier'
}

const RuleConditionsType = builder.objectRef<Part<RuleConditions>>('RuleConditions').implement({
  description: 'What a bill and its customer must be like. All of it must hold.',
  fields: (t) => ({
    minTotal: t.field({
      type: Money,
      nullable: true,
      description: 'Of the whole bill before discounts.',
      resolve: ({ minTotalMinor, currency }) => moneyIn(minTotalMinor, currency),
    }),
    anyLine: t.field({
      type: LineFilter,
      nullable: true,
      description: 'The bill has such a line; percentages are then of such lines alone.',
      resolve: ({ anyLine }) => anyLine ?? null,
    }),
    noLine: t.field({
      type: LineFilter,
      nullable: true,
      description: 'The bill has no such line.',
      resolve: ({ noLine }) => noLine ?? null,
    }),
    code: t.string({
      nullable: true,
      description: 'The code that the customer names, upper case.',
      resolve: ({ code }) => code ?? null,
    }),
    firstPurchaseHere: t.boolean({
      description: "The customer's first purchase at the member.",
      resolve: ({ firstPurchaseHere }) => firstPurchaseHere === true,
    }),
    firstInCoalition: t.boolean({
      description: "The customer's first purchase at any member.",
      resolve: ({ firstInCoalition }) => firstInCoalition === true,
    }),
    absentDays: t.int({
      nullable: true,
      description: 'The customer bought at the member before, but not for so many local days.',
      resolve: ({ absentDays }) => absentDays ?? null,
    }),
    tiers: t.field({
      type: [CustomerGroupType],
      description: 'The customer has one of these; empty = whoever it is.',
      resolve: ({ tiers }) => (tiers ?? []).map((group) => ({ ...group, noun: 'tier' as const })),
    }),
    segments: t.field({
      type: [CustomerGroupType],
      description: 'The customer is in one of these; empty = whoever it is.',
      resolve: ({ segments }) => (segments ?? []).map((group) => ({ ...group, noun: 'segment' as const })),
    }),
  }),
})

const CustomerGroupType = builder.objectRef<GroupShape>('CustomerGroup').implement({
  description: 'Customers as a rule names them: a segment or a tier, with the name that its sentence says.',
  fields: (t) => ({
    id: t.id({ description: 'Public id.', resolve: ({ noun, id }) => encodePublicId(noun, id) }),
    en: t.string({ description: 'Its name in English.', resolve: ({ name }) => name.en }),
    ru: t.string({ description: 'Its name in Russian.', resolve: ({ name }) => name.ru }),
  }),
})

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

const WeeklyHours = builder.objectRef<RuleDefinition['schedule']['weekly'][number]>('WeeklyHours').implement({
  description: "Hours of some days of the week, by the coalition's clocks.",
  fields: (t) => ({
    days: t.intList({ description: '1 Monday to 7 Sunday.', resolve: ({ days }) => [...days] }),
    from: t.string({
      description: 'From then on, HH:MM.',
      resolve: ({ fromMinute }) => clock(fromMinute),
    }),
    to: t.string({
      description: 'Until then and not at it, HH:MM; 24:00 is the end of the day.',
      resolve: ({ toMinute }) => clock(toMinute),
    }),
  }),
})

const RuleSchedule = builder.objectRef<RuleDefinition['schedule']>('RuleSchedule').implement({
  description: "When a rule holds, in days of the coalition's calendar.",
  fields: (t) => ({
    fromDay: t.exposeString('fromDay', { description: 'ISO date.' }),
    toDay: t.exposeString('toDay', {
      nullable: true,
      description: 'ISO date, included; null = until it is ended.',
    }),
    weekly: t.field({
      type: [WeeklyHours],
      description: 'Empty: all hours of all days.',
      resolve: ({ weekly }) => [...weekly],
    }),
  }),
})

const RuleVoucherType = builder
  .objectRef<Part<VoucherEffect> & { readonly coalitionId: string }>('RuleVoucher')
  .implement({
    description: 'A voucher that a rule gives: money off one later bill.',
    fields: (t) => ({
      at: t.field({
        type: [Member],
        description: 'The members whose bills it takes something off.',
        resolve: ({ coalitionId, at }, _args, { loaders }) =>
          Promise.all(at.map(async (id) => present(await loaders.member({ coalitionId, id })))),
      }),
      validDays: t.exposeInt('validDays', {
        description: 'Local days after the one on which it is given.',
      }),
      discountPercentBps: t.int({
        nullable: true,
        description: 'A share off its lines, basis points; one of the three discounts is there.',
        resolve: ({ off }) => (off.kind === 'DISCOUNT_PERCENT' ? Number(off.percentBps) : null),
      }),
      discountFixed: t.field({
        type: Money,
        nullable: true,
        description: 'An amount off.',
        resolve: ({ off, currency }) =>
          moneyIn(off.kind === 'DISCOUNT_FIXED' ? off.amountMinor : null, currency),
      }),
      discountFreeLine: t.boolean({
        description: 'The cheapest of its lines costs nothing.',
        resolve: ({ off }) => off.kind === 'DISCOUNT_FREE_LINE',
      }),
      minTotal: t.field({
        type: Money,
        nullable: true,
        description: 'Of the whole bill before discounts; null = any.',
        resolve: ({ minTotalMinor, currency }) => moneyIn(minTotalMinor, currency),
      }),
      anyLine: t.field({
        type: LineFilter,
        nullable: true,
        description: 'The lines that it asks for and takes something off; null = all.',
        resolve: ({ anyLine }) => anyLine ?? null,
      }),
      maxPerUse: t.field({
        type: Money,
        nullable: true,
        description: 'It takes off no more; null where it is a fixed amount.',
        resolve: ({ maxMinor, currency }) => moneyIn(maxMinor, currency),
      }),
    }),
  })

const RuleEffectType = builder
  .objectRef<Part<RuleEffect> & { readonly coalitionId: string }>('RuleEffect')
  .implement({
    description: 'Something that a rule gives. Which fields are there, its kind says.',
    fields: (t) => ({
      kind: t.field({ type: RuleEffectKind, description: 'What it is.', resolve: ({ kind }) => kind }),
      percentBps: t.int({
        nullable: true,
        description: 'Share of what its lines cost, basis points; of the percentages.',
        resolve: (effect) => ('percentBps' in effect ? Number(effect.percentBps) : null),
      }),
      multiplyBps: t.int({
        nullable: true,
        description: 'To so much of the usual points: 20000 doubles them; of POINTS_MULTIPLY.',
        resolve: (effect) => ('multiplyBps' in effect ? Number(effect.multiplyBps) : null),
      }),
      points: t.field({
        type: 'Points',
        nullable: true,
        description: 'Points; of POINTS_FIXED and POINTS_PER_UNIT.',
        resolve: (effect) => ('points' in effect ? effect.points : null),
      }),
      amount: t.field({
        type: Money,
        nullable: true,
        description: 'Money off; of DISCOUNT_FIXED.',
        resolve: (effect) => moneyIn('amountMinor' in effect ? effect.amountMinor : null, effect.currency),
      }),
      voucher: t.field({
        type: RuleVoucherType,
        nullable: true,
        description: 'What the voucher says; of VOUCHER.',
        resolve: (effect) => (effect.kind === 'VOUCHER' ? effect : null),
      }),
    }),
  })

const PerCustomer = builder.objectRef<NonNullable<RuleLimits['perCustomer']>>('RuleUses').implement({
  description: 'How often one customer may have a rule.',
  fields: (t) => ({
    times: t.exposeInt('times', { description: 'So many purchases.' }),
    per: t.expose('per', { type: LimitPeriod, description: 'In which period.' }),
  }),
})

const RuleBudget = builder.objectRef<Part<NonNullable<RuleLimits['budget']>>>('RuleBudget').implement({
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

const RuleLimitsType = builder.objectRef<Part<RuleLimits>>('RuleLimits').implement({
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

const RuleCombination = builder.objectRef<RuleDefinition['combine']>('RuleCombination').implement({
  description: 'How a rule stands beside others.',
  fields: (t) => ({
    group: t.exposeString('group', {
      description: 'Rules of one group that are BEST compete; `base` is that of the earn rule.',
    }),
    mode: t.expose('mode', { type: CombineMode, description: 'Competes, or adds.' }),
    priority: t.exposeInt('priority', { description: 'Higher first.' }),
  }),
})

/** A definition with its coalition and the currency of it. */
export type DefinitionShape = Part<RuleDefinition> & { readonly coalitionId: string }

interface PayerShape extends RulePayer {
  readonly coalitionId: string
}

const RulePayerType = builder.objectRef<PayerShape>('RulePayer').implement({
  description: 'Who pays for a share of what a rule gives.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The member; null: the promo fund of the coalition.',
      resolve: ({ coalitionId, payerId }, _args, { loaders }) =>
        payerId === coalitionId ? null : loaders.member({ coalitionId, id: payerId }),
    }),
    shareBps: t.int({
      description: 'Basis points of what it gives.',
      resolve: ({ shareBps }) => Number(shareBps),
    }),
  }),
})

export const RuleDefinitionType = builder.objectRef<DefinitionShape>('RuleDefinition').implement({
  description: 'What a version of a rule says.',
  fields: (t) => ({
    name: t.expose('name', { type: RuleName, description: 'What the member calls it.' }),
    when: t.field({
      type: RuleTriggerType,
      nullable: true,
      description: 'What it gives for; null = purchases.',
      resolve: ({ when }) => when ?? null,
    }),
    if: t.field({
      type: RuleConditionsType,
      description: 'What must hold.',
      resolve: ({ if: wanted, currency }) => ({ ...wanted, currency }),
    }),
    schedule: t.expose('schedule', { type: RuleSchedule, description: 'When it holds.' }),
    give: t.field({
      type: [RuleEffectType],
      description: 'What it gives.',
      resolve: ({ give, currency, coalitionId }) =>
        give.map((effect) => ({ ...effect, currency, coalitionId })),
    }),
    limits: t.field({
      type: RuleLimitsType,
      description: 'What it gives at most.',
      resolve: ({ limits, currency }) => ({ ...limits, currency }),
    }),
    combine: t.expose('combine', { type: RuleCombination, description: 'How it stands beside others.' }),
    pilotId: t.id({
      nullable: true,
      description: 'Public id of the pilot that it is tried in; null = in none.',
      resolve: ({ pilot }) => (pilot ? encodePublicId('pilot', pilot.id) : null),
    }),
    at: t.field({
      type: [Member],
      nullable: true,
      description:
        'Of a rule of the coalition: the members whose sales it is for; null: of all, or of its own member.',
      resolve: async ({ coalitionId, at }, _args, { loaders }) =>
        at ? Promise.all(at.map(async (id) => present(await loaders.member({ coalitionId, id })))) : null,
    }),
    pays: t.field({
      type: [RulePayerType],
      description: 'Who pays; empty: the seller.',
      resolve: ({ coalitionId, pays = [] }) => pays.map((payer) => ({ ...payer, coalitionId })),
    }),
    maxPerPurchase: t.field({
      type: Money,
      nullable: true,
      description: 'One purchase gets no more of it, points at face value; null = not cut.',
      resolve: ({ maxMinor, currency }) => moneyIn(maxMinor, currency),
    }),
  }),
})
