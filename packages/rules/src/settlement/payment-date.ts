import { ValidationError } from '@artel/ledger'
import { addDays, type LocalDate, localDateOf, type Weekday, weekdayOf } from '../local-date.ts'

/** Which days banks work. Facts of a country and a year: they come in with each question. */
export interface BusinessCalendar {
  /** Days off besides weekends. */
  readonly holidays: ReadonlySet<string>
  /** Days of weekends, and holidays, that are worked all the same. Default: none. */
  readonly workingDays?: ReadonlySet<string>
  /** Days of the week that are off. Default: Saturday and Sunday. */
  readonly weekend?: ReadonlySet<Weekday>
}

const SATURDAY_AND_SUNDAY: ReadonlySet<Weekday> = new Set([6, 7])
const LONGEST_BREAK_DAYS = 366

/**
 * Local day by which a window is paid: `paymentDays` calendar days after the local day of its cut-off, moved to the
 * next business day. Throws a ValidationError for a calendar without a business day in a year.
 */
export function paymentDate(
  cutOff: Date,
  agreed: { readonly timeZone: string; readonly paymentDays: number; readonly calendar: BusinessCalendar },
): LocalDate {
  return nextBusinessDay(addDays(localDateOf(cutOff, agreed.timeZone), agreed.paymentDays), agreed.calendar)
}

/** The first business day on or after `date`. Throws a ValidationError when a year has none. */
export function nextBusinessDay(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  for (let days = 0; days <= LONGEST_BREAK_DAYS; days += 1) {
    const candidate = addDays(date, days)
    if (isBusinessDay(candidate, calendar)) return candidate
  }
  throw new ValidationError(['holidays'], 'Must leave a business day in every year.')
}

function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  if (calendar.workingDays?.has(date)) return true
  return !calendar.holidays.has(date) && !(calendar.weekend ?? SATURDAY_AND_SUNDAY).has(weekdayOf(date))
}
