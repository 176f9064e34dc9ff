import { InvalidInputError } from '@artel/ledger'
import { addDays, daysBetween, type LocalDate } from '../calendar/local-date.ts'

/** What a pilot is planned as. */
export interface PilotPlan {
  /** Share of the customers that are held out, basis points. */
  readonly controlBps: number
  readonly fromDay: LocalDate
  /** Included. */
  readonly toDay: LocalDate
  /** Customers are those that bought in so many local days before the first one. */
  readonly baseDays: number
  /** The difference of spend that it is to find, basis points of the mean. */
  readonly upliftBps: number
}

const MIN_CONTROL_BPS = 500
const MAX_CONTROL_BPS = 5_000
const MAX_DAYS = 366
const MAX_UPLIFT_BPS = 10_000

/**
 * Throws InvalidInputError that names the first field of a pilot that cannot be. A pilot begins tomorrow at the earliest, since
 * who was given its rules before belongs to no group.
 */
export function validatePilot(plan: PilotPlan, today: LocalDate): void {
  between(['controlBps'], plan.controlBps, MIN_CONTROL_BPS, MAX_CONTROL_BPS)
  if (plan.fromDay <= today)
    throw new InvalidInputError({
      path: ['fromDay'],
      problem: `Must be ${addDays(today, 1)} or later: a pilot begins on a day that is still to come.`,
    })
  if (plan.toDay < plan.fromDay)
    throw new InvalidInputError({ path: ['toDay'], problem: 'Must not be before the first day.' })
  if (daysBetween(plan.fromDay, plan.toDay) >= MAX_DAYS)
    throw new InvalidInputError({ path: ['toDay'], problem: `Must be within ${MAX_DAYS} days.` })
  between(['baseDays'], plan.baseDays, 1, MAX_DAYS)
  between(['upliftBps'], plan.upliftBps, 1, MAX_UPLIFT_BPS)
}

function between(path: readonly string[], value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new InvalidInputError({ path, problem: `Must be a whole number from ${low} to ${high}.` })
}
