import { InvalidInputError } from '@artel/ledger'
import { addDays, type LocalDate, localDateOf } from '../calendar/local-date.ts'
import { type BusinessCalendar, isBusinessDay } from './business-calendar.ts'

/** Longest that a calendar may go without a business day. */
export const LONGEST_BREAK_DAYS = 366

/**
 * Local day by which a window is paid: `paymentDays` calendar days after the local day of its cut-off, moved to the
 * next business day. Throws a InvalidInputError for a calendar without a business day in a year.
 */
export function paymentDate(
  cutOff: Date,
  agreed: { readonly timeZone: string; readonly paymentDays: number; readonly calendar: BusinessCalendar },
): LocalDate {
  return nextBusinessDay(addDays(localDateOf(cutOff, agreed.timeZone), agreed.paymentDays), agreed.calendar)
}

/** The first business day on or after `date`. Throws a InvalidInputError when a year has none. */
export function nextBusinessDay(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  for (let days = 0; days <= LONGEST_BREAK_DAYS; days += 1) {
    const candidate = addDays(date, days)
    if (isBusinessDay(candidate, calendar)) return candidate
  }
  throw new InvalidInputError({ path: ['holidays'], problem: 'Must leave a business day in every year.' })
}
