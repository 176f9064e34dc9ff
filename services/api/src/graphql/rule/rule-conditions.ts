import type { CustomerGroup, RuleConditions } from '@artel/rules'
import { encodePublicId } from '@artel/use-cases'
import { builder } from '../vocabulary/builder.ts'
import { Money } from '../vocabulary/money.ts'
import { LineFilter } from './line-filter.ts'
import { moneyIn, type PricedPart } from './priced-part.ts'

/** A group that a rule names, with what it is. */
interface GroupShape extends CustomerGroup {
  readonly noun: 'segment' | 'tier'
}

export const RuleConditionsType = builder.objectRef<PricedPart<RuleConditions>>('RuleConditions').implement({
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
