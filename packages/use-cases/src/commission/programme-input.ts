import { type BasisPoints, basisPoints, InvalidInputError } from '@artel/ledger'
import {
  type CommissionDefinition,
  type CommissionEffect,
  type LadderStep,
  localDate,
  validateProgramme,
} from '@artel/rules'
import type { MoneyAmount } from '../input/bill.ts'
import { checkByRules } from '../input/check-by-rules.ts'
import { checkMoney, checkMoneyOrNone } from '../input/money.ts'
import { checkInteger, checkOneOf, checkText } from '../input/text.ts'

/** A step of a ladder: from so much money, or so many customers, on this rate. */
export interface LadderStepInput {
  readonly from?: MoneyAmount | null
  readonly fromCustomers?: number | null
  readonly bps: number
}

/** What a sale is worth: exactly one of the three. */
export interface CommissionEffectInput {
  readonly percentBps?: number | null
  readonly fixed?: MoneyAmount | null
  readonly ladder?: readonly LadderStepInput[] | null
  /** Of a ladder: the period that it counts in; a month when left out. */
  readonly per?: 'MONTH' | 'QUARTER' | 'EVER' | null
  /** Of a ladder: what it counts; money when left out. */
  readonly by?: 'MONEY' | 'CUSTOMERS' | null
}

/** A commission programme as its payer writes it. */
export interface CommissionDefinitionInput {
  readonly name: { readonly en: string; readonly ru: string }
  readonly effect: CommissionEffectInput
  /** Every purchase when left out. */
  readonly of?: 'FIRST_PURCHASE' | 'EVERY_PURCHASE' | null
  /** Without end when left out. */
  readonly months?: number | null
  readonly approval?: {
    readonly by?: 'TIME' | 'HAND' | null
    /** As many as goods are taken back when left out. */
    readonly days?: number | null
    readonly twoPeopleAbove?: MoneyAmount | null
  } | null
  /** 14 when left out. */
  readonly refundDays?: number | null
  /** 0 when left out. */
  readonly taxBps?: number | null
  /** ISO dates, local days. */
  readonly fromDay: string
  readonly toDay?: string | null
}

const MAX_NAME_LENGTH = 80
const USUAL_REFUND_DAYS = 14
const WHOLE = 10_000
const MAX_CUSTOMERS = 1_000_000_000

/** The programme that an input describes; InvalidInputError at the field below `definition` that cannot be. */
export function checkProgramme(input: CommissionDefinitionInput, currency: string): CommissionDefinition {
  const root = ['definition']
  const { approval } = input
  const refundDays = input.refundDays ?? USUAL_REFUND_DAYS
  const above = approval?.twoPeopleAbove
  const definition: CommissionDefinition = {
    name: {
      en: checkText([...root, 'name', 'en'], input.name.en, MAX_NAME_LENGTH),
      ru: checkText([...root, 'name', 'ru'], input.name.ru, MAX_NAME_LENGTH),
    },
    effect: effectOf(input.effect, [...root, 'effect'], currency),
    of: checkOneOf([...root, 'of'], input.of ?? 'EVERY_PURCHASE', ['FIRST_PURCHASE', 'EVERY_PURCHASE']),
    months: input.months ?? null,
    approval: {
      by: checkOneOf([...root, 'approval', 'by'], approval?.by ?? 'TIME', ['TIME', 'HAND']),
      days: approval?.days ?? refundDays,
      twoPeopleAboveMinor:
        above == null ? null : checkMoneyOrNone([...root, 'approval', 'twoPeopleAbove'], above, currency),
    },
    refundDays,
    taxBps: rate([...root, 'taxBps'], input.taxBps ?? 0),
    fromDay: localDate(input.fromDay, [...root, 'fromDay']),
    toDay: input.toDay == null ? null : localDate(input.toDay, [...root, 'toDay']),
  }
  checkByRules(root, () => validateProgramme(definition))
  return definition
}

function effectOf(
  { percentBps, fixed, ladder, per, by }: CommissionEffectInput,
  path: readonly string[],
  currency: string,
): CommissionEffect {
  if ([percentBps, fixed, ladder].filter((one) => one != null).length !== 1)
    throw new InvalidInputError({ path, problem: 'Must name one effect.' })
  if (percentBps != null) return { kind: 'PERCENT', percentBps: rate([...path, 'percentBps'], percentBps) }
  if (fixed != null) return { kind: 'FIXED', fixedMinor: checkMoney([...path, 'fixed'], fixed, currency) }
  const measure = checkOneOf([...path, 'by'], by ?? 'MONEY', ['MONEY', 'CUSTOMERS'])
  return {
    kind: 'LADDER',
    steps: (ladder ?? []).map((step, at) =>
      stepOf(step, [...path, 'ladder', String(at)], { measure, currency }),
    ),
    per: checkOneOf([...path, 'per'], per ?? 'MONTH', ['MONTH', 'QUARTER', 'EVER']),
    by: measure,
  }
}

function stepOf(
  { from, fromCustomers, bps }: LadderStepInput,
  path: readonly string[],
  { measure, currency }: { readonly measure: 'MONEY' | 'CUSTOMERS'; readonly currency: string },
): LadderStep {
  const rateBps = rate([...path, 'bps'], bps)
  if (measure === 'MONEY') {
    if (from == null) throw new InvalidInputError({ path: [...path, 'from'], problem: 'Must not be empty.' })
    return { from: checkMoneyOrNone([...path, 'from'], from, currency), bps: rateBps }
  }
  const bounds = { min: 0, max: MAX_CUSTOMERS }
  return {
    from: BigInt(checkInteger([...path, 'fromCustomers'], fromCustomers ?? -1, bounds)),
    bps: rateBps,
  }
}

const rate = (path: readonly string[], bps: number): BasisPoints =>
  basisPoints(BigInt(checkInteger(path, bps, { min: 0, max: WHOLE })))
