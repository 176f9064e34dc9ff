import type { RuleDefinitionInput as RuleDefinition } from '@artel/use-cases'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { CombineMode, LimitPeriod, RuleTriggerKind } from './rule-words.ts'

const RuleNameInput = builder.inputType('RuleNameInput', {
  description: 'What the member calls the rule, 1 to 80 characters each.',
  fields: (t) => ({
    en: t.string({ required: true, description: 'In English.' }),
    ru: t.string({ required: true, description: 'In Russian.' }),
  }),
})

const CATEGORIES = 'Slash paths such as service/oil; each covers what lies under it.'

const AnyLineInput = builder.inputType('AnyLineInput', {
  description: 'Lines that a bill must have: of one of the categories, or one of the articles.',
  fields: (t) => ({
    categories: t.stringList({ description: CATEGORIES }),
    skus: t.stringList({ description: 'Article numbers.' }),
    minQuantity: t.field({
      type: 'Quantity',
      description: 'Units of such lines that the bill must have together.',
    }),
  }),
})

const NoLineInput = builder.inputType('NoLineInput', {
  description: 'Lines that a bill must not have.',
  fields: (t) => ({
    categories: t.stringList({ description: CATEGORIES }),
    skus: t.stringList({ description: 'Article numbers.' }),
  }),
})

const RuleCustomerInput = builder.inputType('RuleCustomerInput', {
  description: 'What the customer must have done before, or be.',
  fields: (t) => ({
    firstPurchaseHere: t.boolean({ description: 'It is its first purchase at the member.' }),
    firstInCoalition: t.boolean({ description: 'It is its first purchase at any member.' }),
    absentDays: t.int({
      description: 'It bought at the member before, but not for so many local days: 1 to 3660.',
    }),
    tiers: t.idList({
      description: 'It has one of these tiers, of the member or of the coalition: ids, 1 to 20.',
    }),
    segments: t.idList({
      description: 'It is in one of these segments, of the member or of the coalition: ids, 1 to 20.',
    }),
  }),
})

const RuleConditionsInput = builder.inputType('RuleConditionsInput', {
  description: 'What must hold, all of it.',
  fields: (t) => ({
    minTotal: t.field({ type: MoneyInput, description: 'Of the whole bill before discounts.' }),
    anyLine: t.field({
      type: AnyLineInput,
      description: 'The bill has such a line; percentages are then of such lines alone.',
    }),
    noLine: t.field({ type: NoLineInput, description: 'The bill has no such line.' }),
    customer: t.field({ type: RuleCustomerInput, description: 'Of the customer.' }),
    code: t.string({
      description: 'The code that the customer names: 3 to 32 letters, digits and hyphens, in any case.',
    }),
  }),
})

const WeeklyHoursInput = builder.inputType('WeeklyHoursInput', {
  description: "Hours of some days of the week, by the coalition's clocks.",
  fields: (t) => ({
    days: t.intList({ required: true, description: '1 Monday to 7 Sunday.' }),
    from: t.string({ description: 'HH:MM; 00:00 when left out.' }),
    to: t.string({ description: 'HH:MM, not included; 24:00 when left out.' }),
  }),
})

const RuleScheduleInput = builder.inputType('RuleScheduleInput', {
  description: "When the rule holds, in days of the coalition's calendar.",
  fields: (t) => ({
    fromDay: t.string({ required: true, description: 'ISO date.' }),
    toDay: t.string({ description: 'ISO date, included; until it is ended when left out.' }),
    weekly: t.field({
      type: [WeeklyHoursInput],
      description: 'At most 14 parts; all hours when left out.',
    }),
  }),
})

const VoucherLineInput = builder.inputType('RuleVoucherLineInput', {
  description: 'Lines that a voucher asks for: of one of the categories, or one of the articles.',
  fields: (t) => ({
    categories: t.stringList({ description: CATEGORIES }),
    skus: t.stringList({ description: 'Article numbers.' }),
  }),
})

const RuleVoucherInput = builder.inputType('RuleVoucherInput', {
  description: 'A voucher that the rule gives: money off one later bill. Exactly one of the discounts.',
  fields: (t) => ({
    at: t.idList({
      required: true,
      description:
        'Public ids of the members whose bills it takes something off, 1 to 20. All but the owner are asked, like payers.',
    }),
    validDays: t.int({
      required: true,
      description: 'Local days after the one on which it is given: 1 to 366.',
    }),
    discountPercentBps: t.int({ description: 'A share off the lines, basis points: 1 to 10000.' }),
    discountFixed: t.field({ type: MoneyInput, description: 'An amount off.' }),
    minTotal: t.field({ type: MoneyInput, description: 'Of the whole bill before discounts.' }),
    anyLine: t.field({
      type: VoucherLineInput,
      description: 'The bill has such a line; something is taken off such lines alone.',
    }),
    maxPerUse: t.field({
      type: MoneyInput,
      description: 'It takes off no more. Must be given but for a fixed amount.',
    }),
  }),
})

const RuleEffectInput = builder.inputType('RuleEffectInput', {
  description: 'Something to give: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    pointsPercentBps: t.int({
      description: 'Points worth a share of what the lines cost in money, basis points: 1 to 10000.',
    }),
    pointsFixed: t.field({ type: 'Points', description: 'Points once a bill.' }),
    pointsPerUnit: t.field({ type: 'Points', description: 'Points for each unit of the lines.' }),
    pointsMultiplyBps: t.int({
      description: 'To so much of the points of the earn rule, basis points: 20000 doubles them.',
    }),
    discountPercentBps: t.int({ description: 'A share off the lines, basis points: 1 to 10000.' }),
    discountFixed: t.field({ type: MoneyInput, description: 'An amount off.' }),
    discountFreeLine: t.boolean({
      description: 'true: one unit of the lines costs nothing, the cheapest. A bill without lines has none.',
    }),
    voucher: t.field({ type: RuleVoucherInput, description: 'A voucher; at most one of a rule.' }),
  }),
})

const RuleUsesInput = builder.inputType('RuleUsesInput', {
  description: 'How often one customer may have the rule.',
  fields: (t) => ({
    times: t.int({ required: true, description: 'So many purchases: 1 to 1000.' }),
    per: t.field({ type: LimitPeriod, required: true, description: 'In which period.' }),
  }),
})

const RuleBudgetInput = builder.inputType('RuleBudgetInput', {
  description:
    'What the rule gives all customers at most: points, an amount of money or vouchers, one of them.',
  fields: (t) => ({
    points: t.field({ type: 'Points', description: 'Points.' }),
    amount: t.field({ type: MoneyInput, description: 'Money: discounts, and points at face value.' }),
    vouchers: t.int({ description: 'Vouchers.' }),
    per: t.field({ type: LimitPeriod, required: true, description: 'In which period.' }),
  }),
})

const RuleLimitsInput = builder.inputType('RuleLimitsInput', {
  description: 'What the rule gives at most.',
  fields: (t) => ({
    perPurchasePoints: t.field({ type: 'Points', description: 'One purchase gets no more.' }),
    perCustomer: t.field({ type: RuleUsesInput, description: 'Of one customer.' }),
    budget: t.field({ type: RuleBudgetInput, description: 'Of all customers.' }),
  }),
})

const RuleCombinationInput = builder.inputType('RuleCombinationInput', {
  description: 'How the rule stands beside others.',
  fields: (t) => ({
    group: t.string({
      description:
        'Rules of one group that are BEST compete; `base` is that of the earn rule. `extra` when left out.',
    }),
    mode: t.field({ type: CombineMode, description: 'ADD when left out.' }),
    priority: t.int({ description: 'Higher first, -1000 to 1000; 0 when left out.' }),
  }),
})

const RulePayerInput = builder.inputType('RulePayerInput', {
  description: 'Who pays for a share of what the rule gives: a member or the promo fund.',
  fields: (t) => ({
    memberId: t.id({ description: 'Public id of the member; left out for the promo fund.' }),
    isPromoFund: t.boolean({
      description: 'true: the promo fund of the coalition pays, as far as it reaches.',
    }),
    shareBps: t.int({ required: true, description: 'Basis points; those of all payers sum to 10000.' }),
  }),
})

const RuleTriggerInput = builder.inputType('RuleTriggerInput', {
  description:
    'What the rule gives for that is no purchase. It gives fixed points, and asks for nothing of a bill.',
  fields: (t) => ({
    on: t.field({ type: RuleTriggerKind, required: true, description: 'What must happen.' }),
    event: t.string({
      description: 'Of EVENT: its name, up to 40 lower-case Latin letters, digits and hyphens.',
    }),
    minTotal: t.field({
      type: MoneyInput,
      description:
        "Of REFERRER and REFERRED: what the friend's purchase comes to at least; any does when left out.",
    }),
    waitDays: t.int({
      description:
        "Of REFERRER and REFERRED: days of the coalition's calendar that pass after it, 0 to 365; none when left out.",
    }),
  }),
})

export const RuleDefinitionInput = builder.inputType('RuleDefinitionInput', {
  description: 'What a rule says. What is left out limits nothing.',
  fields: (t) => ({
    name: t.field({ type: RuleNameInput, required: true, description: 'What the member calls it.' }),
    when: t.field({
      type: RuleTriggerInput,
      description: 'What it gives for; purchases when left out. Stays as it is once the rule is scheduled.',
    }),
    if: t.field({ type: RuleConditionsInput, description: 'What must hold.' }),
    schedule: t.field({ type: RuleScheduleInput, required: true, description: 'When it holds.' }),
    give: t.field({ type: [RuleEffectInput], required: true, description: 'What it gives: 1 to 4.' }),
    limits: t.field({ type: RuleLimitsInput, description: 'What it gives at most.' }),
    combine: t.field({ type: RuleCombinationInput, description: 'How it stands beside others.' }),
    pilotId: t.id({
      description: 'The pilot that it is tried in: one of the member, or of all. None when left out.',
    }),
    at: t.idList({
      description:
        'Of a rule of the coalition: public ids of the members whose sales it is for; all members when left out.',
    }),
    pays: t.field({
      type: [RulePayerInput],
      description:
        'Who pays, 1 to 10. When left out the seller, for a rule of the coalition its promo fund. Whoever else is named is asked, and the rule gives nothing until all have accepted.',
    }),
    maxPerPurchase: t.field({
      type: MoneyInput,
      description:
        'One purchase gets no more of it, points at face value. Must be given where another than the seller pays.',
    }),
  }),
})

/** A definition as use-cases take it, with raw ids. */
export function definitionGiven(input: typeof RuleDefinitionInput.$inferInput): RuleDefinition {
  const { at, pays, pilotId, give, ...rest } = input
  const path = ['definition']
  return given({
    ...rest,
    give: give.map(({ voucher, ...effect }, index) => ({
      ...effect,
      voucher: voucher
        ? {
            ...voucher,
            at: voucher.at.map((id, place) =>
              uuidOf('member', id, [...path, 'give', String(index), 'voucher', 'at', String(place)]),
            ),
          }
        : null,
    })),
    pilotId: pilotId == null ? null : uuidOf('pilot', pilotId, [...path, 'pilotId']),
    at: at?.map((id, index) => uuidOf('member', id, [...path, 'at', String(index)])) ?? null,
    pays:
      pays?.map(({ memberId, ...payer }, index) => ({
        ...payer,
        memberId:
          memberId == null ? null : uuidOf('member', memberId, [...path, 'pays', String(index), 'memberId']),
      })) ?? null,
  })
}
