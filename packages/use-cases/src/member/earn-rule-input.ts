import { InvalidInputError, points } from '@artel/ledger'
import { validateEarnRule } from '@artel/rules'
import { checkByRules } from '../input/check-by-rules.ts'
import { MAX_BILL_MINOR } from '../input/money.ts'
import { checkInteger, checkOneOf } from '../input/text.ts'
import { earnRuleOf } from '../terms/agreed-terms.ts'
import type { EarnRuleInput } from './admit-member.ts'

/** Most points that a FIXED rule may give a purchase, so that their price stays within the database's bigint. */
const MAX_FIXED_POINTS = points(1_000_000n)

/** The columns of an earn rule. */
export interface EarnRuleColumns {
  readonly kind: 'PERCENT' | 'FIXED'
  readonly percentBps: number
  readonly fixedPoints: bigint
  readonly minTotalMinor: bigint
}

/** The columns of an earn rule; fields of the other kind are 0. InvalidInputError when the rule makes no sense. */
export function checkEarnRule(rule: EarnRuleInput): EarnRuleColumns {
  const columns = columnsOf(rule)
  checkByRules(['earnRule'], () => validateEarnRule(earnRuleOf(columns)))
  if (columns.minTotalMinor > MAX_BILL_MINOR)
    throw new InvalidInputError({
      path: ['earnRule', 'minTotalMinor'],
      problem: `Must be at most ${MAX_BILL_MINOR} minor units.`,
    })
  if (columns.fixedPoints > MAX_FIXED_POINTS)
    throw new InvalidInputError({
      path: ['earnRule', 'fixedPoints'],
      problem: `Must be at most ${MAX_FIXED_POINTS}.`,
    })
  return columns
}

function columnsOf(rule: EarnRuleInput): EarnRuleColumns {
  const kind = checkOneOf(['earnRule', 'kind'], rule.kind, ['PERCENT', 'FIXED'])
  const minTotalMinor = rule.minTotalMinor ?? 0n
  if (kind === 'PERCENT') {
    const percentBps = given(['earnRule', 'percentBps'], rule.percentBps, kind)
    refuseGiven(['earnRule', 'fixedPoints'], rule.fixedPoints, 'FIXED')
    checkInteger(['earnRule', 'percentBps'], percentBps, { min: 0, max: 10_000 })
    return { kind, percentBps, fixedPoints: 0n, minTotalMinor }
  }
  const fixedPoints = given(['earnRule', 'fixedPoints'], rule.fixedPoints, kind)
  refuseGiven(['earnRule', 'percentBps'], rule.percentBps, 'PERCENT')
  return { kind, percentBps: 0, fixedPoints, minTotalMinor }
}

function given<Value>(path: readonly string[], value: Value | null | undefined, kind: string): Value {
  if (value === null || value === undefined)
    throw new InvalidInputError({ path, problem: `Must be given for a ${kind} rule.` })
  return value
}

function refuseGiven(path: readonly string[], value: unknown, kind: string): void {
  if (value !== null && value !== undefined)
    throw new InvalidInputError({ path, problem: `Belongs to a ${kind} rule only.` })
}
