import { basisPoints, minor, points } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type {
  CustomerGroup,
  DiscountEffect,
  LineFilter,
  PointsEffect,
  RuleBudget,
  RuleConditions,
  RuleDefinition,
  RuleEffect,
  RuleLimits,
  RulePayer,
  RuleSchedule,
  RuleTrigger,
} from './rule.ts'

/** A value as JSON holds it: every bigint as decimal digits. */
type Json<T> = T extends bigint
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Json<Item>[]
      : { readonly [Key in keyof T]: Json<T[Key]> }

/** A rule's definition as it is stored and sent. */
export type RuleDefinitionJson = Json<RuleDefinition>

/** The definition with its amounts as digits. Keys keep one order, so that equal definitions make equal text. */
export function definitionToJson(rule: RuleDefinition): RuleDefinitionJson {
  const { name, schedule, give, limits, combine, pilot } = rule
  return digits({
    name: { en: name.en, ru: name.ru },
    if: inKeyOrder({ ...rule.if, ...groupsInOrder(rule.if) }),
    schedule: { fromDay: schedule.fromDay, toDay: schedule.toDay, weekly: schedule.weekly.map(inKeyOrder) },
    give: give.map(effectInOrder),
    limits: {
      perPurchasePoints: limits.perPurchasePoints,
      perCustomer: limits.perCustomer && inKeyOrder(limits.perCustomer),
      budget: limits.budget && inKeyOrder(limits.budget),
    },
    combine: { group: combine.group, mode: combine.mode, priority: combine.priority },
    ...(pilot && { pilot: inKeyOrder(pilot) }),
    // Words that came later are left out where they say nothing: what was written before them stays the same text.
    ...(rule.when ? { when: inKeyOrder(rule.when) } : {}),
    ...(rule.at ? { at: rule.at } : {}),
    ...(rule.pays ? { pays: rule.pays.map(inKeyOrder) } : {}),
    ...(rule.maxMinor === undefined ? {} : { maxMinor: rule.maxMinor }),
  }) as RuleDefinitionJson
}

/** The definition that {@link definitionToJson} wrote. Values are only branded here: `validateRule` judges them. */
export function definitionFromJson(json: RuleDefinitionJson): RuleDefinition {
  return {
    name: json.name,
    if: conditionsFromJson(json.if),
    schedule: json.schedule as RuleSchedule & { readonly fromDay: LocalDate },
    give: json.give.map(effectFromJson),
    limits: limitsFromJson(json.limits),
    combine: json.combine,
    ...(json.pilot === undefined ? {} : { pilot: json.pilot }),
    ...(json.when ? { when: triggerFromJson(json.when) } : {}),
    ...(json.at ? { at: json.at } : {}),
    ...(json.pays ? { pays: json.pays.map(payerFromJson) } : {}),
    ...(json.maxMinor === undefined ? {} : { maxMinor: minor(BigInt(json.maxMinor)) }),
  }
}

function conditionsFromJson(json: Json<RuleConditions>): RuleConditions {
  const { minTotalMinor, anyLine, ...rest } = json
  return {
    ...rest,
    ...(minTotalMinor === undefined ? {} : { minTotalMinor: minor(BigInt(minTotalMinor)) }),
    ...(anyLine === undefined ? {} : { anyLine: lineFilterFromJson(anyLine) }),
  }
}

const triggerFromJson = ({ minTotalMinor, ...when }: Json<RuleTrigger>): RuleTrigger =>
  minTotalMinor === undefined ? when : { ...when, minTotalMinor: minor(BigInt(minTotalMinor)) }

const payerFromJson = ({ payerId, shareBps }: Json<RulePayer>): RulePayer => ({
  payerId,
  shareBps: basisPoints(BigInt(shareBps)),
})

function lineFilterFromJson({
  minQuantityMilli,
  ...filter
}: Json<LineFilter & { readonly minQuantityMilli?: bigint }>) {
  return minQuantityMilli === undefined ? filter : { ...filter, minQuantityMilli: BigInt(minQuantityMilli) }
}

function effectFromJson(json: Json<RuleEffect>): RuleEffect {
  if (json.kind !== 'VOUCHER') return plainEffectFromJson(json)
  const { off, minTotalMinor, maxMinor, ...rest } = json
  return {
    ...rest,
    off: plainEffectFromJson(off) as DiscountEffect,
    ...(minTotalMinor === undefined ? {} : { minTotalMinor: minor(BigInt(minTotalMinor)) }),
    ...(maxMinor === undefined ? {} : { maxMinor: minor(BigInt(maxMinor)) }),
  }
}

function plainEffectFromJson(json: Json<PointsEffect | DiscountEffect>): PointsEffect | DiscountEffect {
  switch (json.kind) {
    case 'POINTS_PERCENT':
    case 'DISCOUNT_PERCENT':
      return { kind: json.kind, percentBps: basisPoints(BigInt(json.percentBps)) }
    case 'POINTS_FIXED':
    case 'POINTS_PER_UNIT':
      return { kind: json.kind, points: points(BigInt(json.points)) }
    case 'POINTS_MULTIPLY':
      return { kind: json.kind, multiplyBps: basisPoints(BigInt(json.multiplyBps)) }
    case 'DISCOUNT_FIXED':
      return { kind: json.kind, amountMinor: minor(BigInt(json.amountMinor)) }
    case 'DISCOUNT_FREE_LINE':
      return { kind: json.kind }
  }
}

function limitsFromJson({ perPurchasePoints, perCustomer, budget }: Json<RuleLimits>): RuleLimits {
  return {
    perPurchasePoints: perPurchasePoints === null ? null : points(BigInt(perPurchasePoints)),
    perCustomer,
    budget: budget && budgetFromJson(budget),
  }
}

function budgetFromJson(json: Json<RuleBudget>): RuleBudget {
  switch (json.unit) {
    case 'POINTS':
      return { unit: json.unit, points: points(BigInt(json.points)), per: json.per }
    case 'MONEY':
      return { unit: json.unit, amountMinor: minor(BigInt(json.amountMinor)), per: json.per }
    case 'VOUCHERS':
      return json
  }
}

/** An effect with the keys of each of its parts in one order. */
const effectInOrder = (effect: RuleEffect): object =>
  effect.kind === 'VOUCHER'
    ? inKeyOrder({
        ...effect,
        off: inKeyOrder(effect.off),
        ...(effect.anyLine && { anyLine: inKeyOrder(effect.anyLine) }),
      })
    : inKeyOrder(effect)

/** Groups with the keys of each in one order; nothing where a rule names none. */
function groupsInOrder({ segments, tiers }: RuleConditions) {
  const written = (groups: readonly CustomerGroup[]) =>
    groups.map(({ id, name }) => ({ id, name: { en: name.en, ru: name.ru } }))
  return {
    ...(segments && { segments: written(segments) }),
    ...(tiers && { tiers: written(tiers) }),
  }
}

const inKeyOrder = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

function digits(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  if (Array.isArray(value)) return value.map(digits)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, digits(each)]))
}
