import { InvalidInputError } from '@artel/ledger'
import type { Weekday } from '../calendar/local-date.ts'

/**
 * When settlement windows end, always at the first instant of a local day: every day; one day of the week; the 1st
 * and the 16th; the 1st of the month.
 */
export type WindowSchedule =
  | { readonly kind: 'DAILY' }
  | { readonly kind: 'WEEKLY'; readonly weekday: Weekday }
  | { readonly kind: 'HALF_MONTH' }
  | { readonly kind: 'MONTHLY' }

/** Throws a InvalidInputError that names the field unless windows can be cut by `schedule`. */
export function validateSchedule(schedule: WindowSchedule): void {
  if (schedule.kind !== 'WEEKLY') return
  const { weekday } = schedule
  if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7)
    throw new InvalidInputError({
      path: ['windowWeekday'],
      problem: 'Must be a whole number from 1 (Monday) to 7 (Sunday).',
    })
}
