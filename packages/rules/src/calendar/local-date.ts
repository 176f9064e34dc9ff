import { InvalidInputError } from '@artel/ledger'
import { instantOf, offsetMsAt } from './zoned-time.ts'

/** A calendar day without a zone, ISO 8601: `2026-11-22`. Such strings sort by time. */
export type LocalDate = string & { readonly __unit: 'local date' }

/** ISO day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/
const MS_PER_DAY = 86_400_000
const FIRST_MIDNIGHT = Date.parse('0000-01-01T00:00:00Z')
const LAST_MIDNIGHT = Date.parse('9999-12-31T00:00:00Z')

/** Reads an ISO date of the years 0000 to 9999. Throws a InvalidInputError at `path` for anything else, 30 February too. */
export function localDate(text: string, path: readonly string[] = ['date']): LocalDate {
  const read = ISO_DATE.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (!read || Number.isNaN(read.getTime()) || dateOf(read.getTime()) !== text)
    throw new InvalidInputError({ path, problem: 'Must be a date such as 2026-11-22.' })
  return dateOf(read.getTime())
}

/** The day that a calendar on the wall of an IANA zone shows at an instant. */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  return dateOf(instant.getTime() + offsetMsAt(instant, timeZone))
}

/**
 * First instant of a day in an IANA zone: local midnight, or the jump when clocks skip midnight. A day that the
 * zone skips as a whole begins where the next one does.
 */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = date.split('-').map(Number)
  return instantOf({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 }, timeZone)
}

/**
 * The day that comes `days` later; earlier when negative. Throws InvalidInputError outside the years 0000 to 9999, whose days alone
 * sort by time: a walk over days would not end.
 */
export function addDays(date: LocalDate, days: number): LocalDate {
  const at = utcMidnight(date) + days * MS_PER_DAY
  if (!(at >= FIRST_MIDNIGHT && at <= LAST_MIDNIGHT))
    throw new InvalidInputError({ path: ['date'], problem: 'Must be of the years 0000 to 9999.' })
  return dateOf(at)
}

/** The local day of an instant and the `days` after it, to their very end: the first instant that is past them. */
export const endOfDays = (from: Date, days: number, timeZone: string): Date =>
  startOfDay(addDays(localDateOf(from, timeZone), days + 1), timeZone)

/** Whole days from one date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY
}

/** ISO day of the week of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return (((new Date(utcMidnight(date)).getUTCDay() + 6) % 7) + 1) as Weekday
}

const utcMidnight = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`)
const MAX_KNOWN_DATES = 10_000

/** Dates by day of the epoch: a sale asks for several, its rules for more, and writing one costs far more than finding it. */
const knownDates = new Map<number, LocalDate>()

/** The date in UTC of an instant in milliseconds of the epoch. Throws RangeError for one that is no instant. */
function dateOf(utcMs: number): LocalDate {
  const day = Math.floor(utcMs / MS_PER_DAY)
  const known = knownDates.get(day)
  if (known !== undefined) return known
  const date = new Date(utcMs).toISOString().slice(0, 10) as LocalDate
  if (knownDates.size >= MAX_KNOWN_DATES) knownDates.clear()
  knownDates.set(day, date)
  return date
}
