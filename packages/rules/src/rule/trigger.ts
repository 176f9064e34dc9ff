import { InvalidInputError } from '@artel/ledger'
import type { RuleDefinition, RuleTrigger, RuleVersion } from './rule.ts'

const EVENT_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Whether a text may name an event of a customer: up to 40 lower-case Latin letters, digits and hyphens. */
export const isEventName = (name: string): boolean => EVENT_NAME.test(name)

export const EVENT_NAME_PROBLEM = 'Must be up to 40 lower-case Latin letters, digits and hyphens.'

/** Whether a rule gives without a bill: on what else a customer does, or is. */
export const isOfTrigger = ({ when }: Pick<RuleDefinition, 'when'>): boolean => when !== undefined

/** Whether it is about a customer who brought a friend, or about the friend. */
export const isOfReferral = ({ on }: Pick<RuleTrigger, 'on'>): boolean =>
  on === 'REFERRER' || on === 'REFERRED'

/** Most local days that may pass after a friend's purchase. */
const MAX_WAIT_DAYS = 365

/** Whether a rule is about what happened. */
export const isAboutTrigger = ({ when }: Pick<RuleDefinition, 'when'>, happened: RuleTrigger): boolean =>
  when !== undefined && when.on === happened.on && when.event === happened.event

/**
 * How often one customer has a rule: as it says; once a year on a birthday, and once for ever on enrolment and for being brought,
 * whatever it says.
 * Null: not counted.
 */
export function usesOf({ when, limits }: Pick<RuleVersion, 'when' | 'limits'>): {
  readonly times: number
  readonly per: 'DAY' | 'MONTH' | 'YEAR' | 'RULE'
} | null {
  if (when?.on === 'BIRTHDAY') return { times: 1, per: 'YEAR' }
  if (when?.on === 'ENROL' || when?.on === 'REFERRED') return { times: 1, per: 'RULE' }
  return limits.perCustomer
}

/** Throws InvalidInputError where a rule without a bill asks for one, or is at odds with what it waits for. */
export function validateTrigger(rule: RuleDefinition): void {
  const { when, give, limits, combine, schedule } = rule
  if (!when) return
  if (when.on === 'EVENT') {
    if (when.event === undefined || !isEventName(when.event)) refuse(['when', 'event'], EVENT_NAME_PROBLEM)
  } else if (when.event !== undefined) refuse(['when', 'event'], 'Must be left out: only EVENT has a name.')
  validateReferral(when)
  const ofBill = conditionOfBill(rule)
  if (ofBill) refuse(['if', ...ofBill], 'Must be left out: there is no bill, only a purchase has one.')
  for (const [index, effect] of give.entries())
    if (effect.kind !== 'POINTS_FIXED')
      refuse(
        ['give', String(index), 'kind'],
        'Must be a fixed number of points: there is no bill to take a part of.',
      )
  if (limits.perPurchasePoints !== null)
    refuse(['limits', 'perPurchasePoints'], 'Must be left out: there is no bill, only a purchase has one.')
  if (combine.mode !== 'ADD') refuse(['combine', 'mode'], 'Must be ADD: rules compete on a bill alone.')
  if (when.on === 'BIRTHDAY' && schedule.weekly.length > 0)
    refuse(['schedule', 'weekly'], 'Must be left out: a birthday lasts the whole day.')
  if ((when.on === 'BIRTHDAY' || when.on === 'ENROL') && limits.perCustomer !== null)
    refuse(
      ['limits', 'perCustomer'],
      'Must be left out: a birthday gives once a year, and enrolment once for ever.',
    )
  if (when.on === 'REFERRED' && limits.perCustomer !== null)
    refuse(['limits', 'perCustomer'], 'Must be left out: a customer is brought once.')
  if (when.on === 'BIRTHDAY' && rule.at) refuse(['at'], 'Must be left out: a birthday is at no member.')
}

/** What is asked of a friend's purchase, and of nothing else. */
function validateReferral(when: RuleTrigger): void {
  const { minTotalMinor, waitDays } = when
  if (!isOfReferral(when)) {
    const problem = 'Must be left out: only REFERRER and REFERRED wait for a purchase of a friend.'
    if (minTotalMinor !== undefined) refuse(['when', 'minTotal'], problem)
    if (waitDays !== undefined) refuse(['when', 'waitDays'], problem)
    return
  }
  if (minTotalMinor !== undefined && minTotalMinor <= 0n) refuse(['when', 'minTotal'], 'Must be more than 0.')
  if (waitDays !== undefined && (!Number.isInteger(waitDays) || waitDays < 0 || waitDays > MAX_WAIT_DAYS))
    refuse(['when', 'waitDays'], `Must be a whole number from 0 to ${MAX_WAIT_DAYS}.`)
}

function conditionOfBill({ if: wanted }: RuleDefinition): readonly string[] | undefined {
  const { minTotalMinor, anyLine, noLine, code, firstPurchaseHere, firstInCoalition, absentDays } = wanted
  if (minTotalMinor !== undefined) return ['minTotal']
  if (anyLine) return ['anyLine']
  if (noLine) return ['noLine']
  if (code !== undefined) return ['code']
  if (firstPurchaseHere) return ['customer', 'firstPurchaseHere']
  if (firstInCoalition) return ['customer', 'firstInCoalition']
  return absentDays === undefined ? undefined : ['customer', 'absentDays']
}

function refuse(path: readonly string[], problem: string): never {
  throw new InvalidInputError({ path, problem })
}
