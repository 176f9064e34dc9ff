import {
  type BasisPoints,
  basisPoints,
  InvalidInputError,
  type Minor,
  type Points,
  type Quantity,
} from '@artel/ledger'
import {
  type DiscountEffect,
  type LimitPeriod,
  type LineFilter,
  localDate,
  type RuleBudget,
  type RuleConditions,
  type RuleDefinition,
  type RuleEffect,
  type RuleLimits,
  type RulePayer,
  type RulePilot,
  type RuleSchedule,
  type RuleTrigger,
  type TriggerKind,
  type VoucherEffect,
  validateOwner,
  validateRule,
  type Weekday,
  WHOLE_BPS,
} from '@artel/rules'
import type { MoneyAmount } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkCategory } from '../input/line-words.ts'
import { checkMoney } from '../input/money.ts'
import { checkId, checkOneOf, checkRef, checkText } from '../input/text.ts'
import { groupsOf, type NamedGroups, NO_GROUPS } from './named-groups.ts'

/** Lines of a bill by what they are. */
export interface LineFilterInput {
  readonly categories?: readonly string[] | null
  readonly skus?: readonly string[] | null
}

/** What a rule gives: exactly one of these. */
export interface RuleEffectInput {
  readonly pointsPercentBps?: number | null
  readonly pointsFixed?: Points | null
  readonly pointsPerUnit?: Points | null
  readonly pointsMultiplyBps?: number | null
  readonly discountPercentBps?: number | null
  readonly discountFixed?: MoneyAmount | null
  readonly discountFreeLine?: boolean | null
  readonly voucher?: RuleVoucherInput | null
}

/** A voucher that a rule gives: money off a later bill, once. Exactly one of the discounts. */
export interface RuleVoucherInput {
  /** Raw UUIDs of the members whose bills it takes something off. */
  readonly at: readonly string[]
  /** Local days after the one on which it is given. */
  readonly validDays: number
  readonly discountPercentBps?: number | null
  readonly discountFixed?: MoneyAmount | null
  readonly discountFreeLine?: boolean | null
  readonly minTotal?: MoneyAmount | null
  readonly anyLine?: LineFilterInput | null
  /** Must be given but for a fixed amount. */
  readonly maxPerUse?: MoneyAmount | null
}

/** A rule as a member writes it. What is left out limits nothing. */
export interface RuleDefinitionInput {
  readonly name: { readonly en: string; readonly ru: string }
  /** What it gives for that is no purchase; left out: purchases. */
  readonly when?: { readonly on: TriggerKind; readonly event?: string | null } | null
  readonly if?: {
    readonly minTotal?: MoneyAmount | null
    readonly anyLine?: (LineFilterInput & { readonly minQuantity?: Quantity | null }) | null
    readonly noLine?: LineFilterInput | null
    readonly customer?: {
      readonly firstPurchaseHere?: boolean | null
      readonly firstInCoalition?: boolean | null
      readonly absentDays?: number | null
      /** Public ids, since people write them: of segments of the member or of the coalition. */
      readonly segments?: readonly string[] | null
      /** The same of tiers. */
      readonly tiers?: readonly string[] | null
    } | null
    readonly code?: string | null
  } | null
  readonly schedule: {
    /** ISO dates, local days. */
    readonly fromDay: string
    readonly toDay?: string | null
    readonly weekly?:
      | readonly {
          /** 1 Monday to 7 Sunday. */
          readonly days: readonly number[]
          /** `HH:MM`; the whole day when left out. */
          readonly from?: string | null
          readonly to?: string | null
        }[]
      | null
  }
  readonly give: readonly RuleEffectInput[]
  readonly limits?: {
    readonly perPurchasePoints?: Points | null
    readonly perCustomer?: { readonly times: number; readonly per: LimitPeriod } | null
    /** Points, an amount or a number of vouchers. */
    readonly budget?: {
      readonly points?: Points | null
      readonly amount?: MoneyAmount | null
      readonly vouchers?: number | null
      readonly per: LimitPeriod
    } | null
  } | null
  readonly combine?: {
    readonly group?: string | null
    readonly mode?: 'BEST' | 'ADD' | null
    readonly priority?: number | null
  } | null
  /** The pilot that the rule is tried in; raw UUID. Left out: none. */
  readonly pilotId?: string | null
  /** Of a rule of the coalition: raw UUIDs of the members whose sales it is for; all when left out. */
  readonly at?: readonly string[] | null
  /** Who pays; when left out the seller, for a rule of the coalition its promo fund. */
  readonly pays?: readonly RulePayerInput[] | null
  /** One purchase gets no more of it, points at face value. Must be given where another than the seller pays. */
  readonly maxPerPurchase?: MoneyAmount | null
}

/** Who pays for a share of what a rule gives: a member or the promo fund. */
export interface RulePayerInput {
  /** Raw UUID. */
  readonly memberId?: string | null
  readonly isPromoFund?: boolean | null
  /** Of 10 000, all payers together. */
  readonly shareBps: number
}

/** Whose a rule is: a member's, or with null the coalition's. */
export interface RuleOwner {
  readonly coalitionId: string
  readonly memberId: string | null
}

/** A member whom nobody has asked for: of a file that is only read. */
const NOBODY: RuleOwner = { coalitionId: '', memberId: '' }

/** The group of a rule that names none. */
const USUAL_GROUP = 'extra'
const MAX_NAME_LENGTH = 80
const TRIGGERS = ['ENROL', 'BIRTHDAY', 'VISIT', 'EVENT'] as const satisfies readonly TriggerKind[]
const PERIODS = ['DAY', 'MONTH', 'RULE'] as const satisfies readonly LimitPeriod[]

/** The rule that an input describes, of the groups that it may name; InvalidInputError at the field below `definition` that cannot be. */
export function checkDefinition(
  input: RuleDefinitionInput,
  currency: string,
  owner: RuleOwner = NOBODY,
  groups: NamedGroups = NO_GROUPS,
  pilot?: RulePilot,
): RuleDefinition {
  const root = ['definition']
  const { combine, at, maxPerPurchase } = input
  const pays = payersOf(input.pays, owner, [...root, 'pays'])
  const definition: RuleDefinition = {
    name: {
      en: checkText([...root, 'name', 'en'], input.name.en, MAX_NAME_LENGTH),
      ru: checkText([...root, 'name', 'ru'], input.name.ru, MAX_NAME_LENGTH),
    },
    ...(input.when ? { when: triggerOf(input.when, [...root, 'when']) } : {}),
    if: {
      ...conditionsOf(input.if ?? {}, [...root, 'if'], currency),
      ...groupsOf(input.if?.customer ?? {}, [...root, 'if', 'customer'], groups),
    },
    schedule: scheduleOf(input.schedule, [...root, 'schedule']),
    give: input.give.map((effect, index) => effectOf(effect, [...root, 'give', String(index)], currency)),
    limits: limitsOf(input.limits ?? {}, [...root, 'limits'], currency),
    combine: {
      group: combine?.group ?? USUAL_GROUP,
      mode: checkOneOf([...root, 'combine', 'mode'], combine?.mode ?? 'ADD', ['BEST', 'ADD']),
      priority: combine?.priority ?? 0,
    },
    ...(pilot && { pilot }),
    ...(at ? { at: at.map((id, index) => checkId('member', id, [...root, 'at', String(index)])) } : {}),
    ...(pays ? { pays } : {}),
    ...(maxPerPurchase
      ? { maxMinor: checkMoney([...root, 'maxPerPurchase'], maxPerPurchase, currency) }
      : {}),
  }
  checkByRules(root, definition, owner)
  return definition
}

const triggerOf = (
  { on, event }: NonNullable<RuleDefinitionInput['when']>,
  path: readonly string[],
): RuleTrigger => ({
  on: checkOneOf([...path, 'on'], on, TRIGGERS),
  ...(event == null ? {} : { event }),
})

/** Who pays, as the rules have it: the promo fund is the coalition. Undefined: the seller. */
function payersOf(
  input: RuleDefinitionInput['pays'],
  { coalitionId, memberId: ownerId }: RuleOwner,
  path: readonly string[],
): readonly RulePayer[] | undefined {
  if (!input)
    return ownerId === null ? [{ payerId: coalitionId, shareBps: WHOLE_BPS as BasisPoints }] : undefined
  return input.map(({ memberId, isPromoFund, shareBps }, index) => {
    const own = [...path, String(index)]
    if ((memberId == null) !== (isPromoFund === true))
      throw new InvalidInputError({ path: own, problem: 'Must name a member or the promo fund, not both.' })
    const payerId = memberId == null ? coalitionId : checkId('member', memberId, [...own, 'memberId'])
    return { payerId, shareBps: bpsOf(shareBps, [...own, 'shareBps']) }
  })
}

function conditionsOf(
  input: NonNullable<RuleDefinitionInput['if']>,
  path: readonly string[],
  currency: string,
): RuleConditions {
  const { minTotal, anyLine, noLine, customer, code } = input
  const minQuantity = anyLine?.minQuantity ?? null
  const absentDays = customer?.absentDays ?? null
  const named = checkBillCode([...path, 'code'], code)
  return {
    ...(minTotal && { minTotalMinor: checkMoney([...path, 'minTotal'], minTotal, currency) }),
    ...(anyLine && {
      anyLine: {
        ...filterOf(anyLine, [...path, 'anyLine']),
        ...(minQuantity !== null && { minQuantityMilli: minQuantity as bigint }),
      },
    }),
    ...(noLine && { noLine: filterOf(noLine, [...path, 'noLine']) }),
    ...(named !== null && { code: named }),
    ...(customer?.firstPurchaseHere && { firstPurchaseHere: true as const }),
    ...(customer?.firstInCoalition && { firstInCoalition: true as const }),
    ...(absentDays !== null && { absentDays }),
  }
}

const filterOf = ({ categories, skus }: LineFilterInput, path: readonly string[]): LineFilter => ({
  categories: (categories ?? []).map((each, at) => checkCategory([...path, 'categories', String(at)], each)),
  skus: (skus ?? []).map((each, at) => checkRef([...path, 'skus', String(at)], each)),
})

function scheduleOf(input: RuleDefinitionInput['schedule'], path: readonly string[]): RuleSchedule {
  const toDay = input.toDay ?? null
  return {
    fromDay: localDate(input.fromDay, [...path, 'fromDay']),
    toDay: toDay === null ? null : localDate(toDay, [...path, 'toDay']),
    weekly: (input.weekly ?? []).map(({ days, from, to }, at) => {
      const part = [...path, 'weekly', String(at)]
      return {
        days: days.map((day) => weekdayIn(day, [...part, 'days'])),
        fromMinute: minuteOf(from ?? '00:00', [...part, 'from']),
        toMinute: minuteOf(to ?? '24:00', [...part, 'to']),
      }
    }),
  }
}

function weekdayIn(day: number, path: readonly string[]): Weekday {
  if (Number.isInteger(day) && day >= 1 && day <= 7) return day as Weekday
  throw new InvalidInputError({ path, problem: 'Must be a whole number from 1 (Monday) to 7 (Sunday).' })
}

/** Minutes from midnight of `HH:MM`. */
function minuteOf(text: string, path: readonly string[]): number {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text)
  if (!read)
    throw new InvalidInputError({
      path,
      problem: 'Must be a time of day such as 09:30, or 24:00 for its end.',
    })
  return read[1] === undefined ? 1_440 : Number(read[1]) * 60 + Number(read[2])
}

/** What each field of an effect makes, and the kind that it is in the rules. */
const EFFECTS = {
  pointsPercentBps: 'POINTS_PERCENT',
  pointsFixed: 'POINTS_FIXED',
  pointsPerUnit: 'POINTS_PER_UNIT',
  pointsMultiplyBps: 'POINTS_MULTIPLY',
  discountPercentBps: 'DISCOUNT_PERCENT',
  discountFixed: 'DISCOUNT_FIXED',
  discountFreeLine: 'DISCOUNT_FREE_LINE',
  voucher: 'VOUCHER',
} as const satisfies Record<keyof RuleEffectInput, RuleEffect['kind']>

function effectOf(input: RuleEffectInput, path: readonly string[], currency: string): RuleEffect {
  const named = (Object.keys(EFFECTS) as (keyof RuleEffectInput)[]).filter((name) => input[name] != null)
  const [name] = named
  if (name === undefined || named.length > 1)
    throw new InvalidInputError({ path, problem: 'Must name one effect.' })
  switch (name) {
    case 'pointsPercentBps':
    case 'discountPercentBps':
      return { kind: EFFECTS[name], percentBps: bpsOf(input[name], [...path, name]) }
    case 'pointsMultiplyBps':
      return { kind: EFFECTS[name], multiplyBps: bpsOf(input[name], [...path, name]) }
    case 'pointsFixed':
    case 'pointsPerUnit':
      return { kind: EFFECTS[name], points: input[name] as Points }
    case 'discountFixed':
      return {
        kind: EFFECTS[name],
        amountMinor: checkMoney([...path, name], input[name] as MoneyAmount, currency),
      }
    case 'discountFreeLine':
      if (input[name] === true) return { kind: EFFECTS[name] }
      throw new InvalidInputError({ path: [...path, name], problem: 'Must be left out or true.' })
    case 'voucher':
      return voucherOf(input[name] as RuleVoucherInput, [...path, name], currency)
  }
}

function voucherOf(input: RuleVoucherInput, path: readonly string[], currency: string): VoucherEffect {
  const { at, validDays, minTotal, anyLine, maxPerUse, ...discount } = input
  const off = effectOf(discount, path, currency) as DiscountEffect
  return {
    kind: 'VOUCHER',
    at: at.map((id, index) => checkId('member', id, [...path, 'at', String(index)])),
    validDays,
    off,
    ...(minTotal ? { minTotalMinor: checkMoney([...path, 'minTotal'], minTotal, currency) } : {}),
    ...(anyLine ? { anyLine: filterOf(anyLine, [...path, 'anyLine']) } : {}),
    ...(maxPerUse ? { maxMinor: checkMoney([...path, 'maxPerUse'], maxPerUse, currency) } : {}),
  }
}

function bpsOf(value: number | null | undefined, path: readonly string[]): BasisPoints {
  if (!Number.isSafeInteger(value))
    throw new InvalidInputError({ path, problem: 'Must be a whole number in decimal digits.' })
  return basisPoints(BigInt(value ?? 0))
}

function limitsOf(
  { perPurchasePoints, perCustomer, budget }: NonNullable<RuleDefinitionInput['limits']>,
  path: readonly string[],
  currency: string,
): RuleLimits {
  return {
    perPurchasePoints: perPurchasePoints ?? null,
    perCustomer: perCustomer
      ? {
          times: perCustomer.times,
          per: checkOneOf([...path, 'perCustomer', 'per'], perCustomer.per, PERIODS),
        }
      : null,
    budget: budget ? budgetOf(budget, [...path, 'budget'], currency) : null,
  }
}

function budgetOf(
  { points, amount, vouchers, per: named }: NonNullable<NonNullable<RuleDefinitionInput['limits']>['budget']>,
  path: readonly string[],
  currency: string,
): RuleBudget {
  if ([points, amount, vouchers].filter((each) => each != null).length !== 1)
    throw new InvalidInputError({
      path,
      problem: 'Must be one of an amount of points, of money, or a number of vouchers.',
    })
  const per = checkOneOf([...path, 'per'], named, PERIODS)
  if (points != null) return { unit: 'POINTS', points, per }
  if (vouchers != null) return { unit: 'VOUCHERS', vouchers, per }
  const amountMinor: Minor = checkMoney([...path, 'amount'], amount as MoneyAmount, currency)
  return { unit: 'MONEY', amountMinor, per }
}

const FIELD_OF_EFFECT: ReadonlyMap<string, string> = new Map(
  Object.entries(EFFECTS).map(([name, kind]) => [kind, name]),
)

/** Lets the rules judge; where they speak of a field of an effect, the input has it under the effect's name. */
function checkByRules(root: readonly string[], definition: RuleDefinition, owner: RuleOwner): void {
  try {
    validateRule(definition)
    const { memberId } = owner
    validateOwner(definition, { ownerId: memberId ?? owner.coalitionId, isCoalition: memberId === null })
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error
    const [part, index, field] = error.path
    const effect = part === 'give' && field !== undefined ? definition.give[Number(index)] : undefined
    const named = effect && ['give', `${index}`, FIELD_OF_EFFECT.get(effect.kind) ?? '']
    const path = named ? [...named, ...(effect.kind === 'VOUCHER' ? error.path.slice(2) : [])] : error.path
    throw new InvalidInputError({ path: [...root, ...path], problem: error.problem })
  }
}
