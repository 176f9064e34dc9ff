import { addDays, type LocalDate, weekdayOf } from '../calendar/local-date.ts'

/**
 * Holidays of article 112 of the Russian Labour Code, `MM-DD`. Weekend days among the first eight of the year are moved
 * by the government, each year to other days.
 */
const NEW_YEAR: ReadonlySet<string> = new Set([
  ...['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
])
/** The other holidays of the article: one that falls on a weekend gives its day off to the next working day. */
const MOVED_ON: ReadonlySet<string> = new Set(['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])

/**
 * Whether a day is off in Russia by law: a holiday, or the working day after one that fell on a weekend. What the
 * government moves by decree, year by year, comes in besides.
 */
export function isRussianHoliday(date: LocalDate): boolean {
  if (isHoliday(date)) return true
  if (isWeekend(date)) return false
  // The free days right before this one: a holiday among those that are a weekend's has given its day off to this one.
  for (let before = addDays(date, -1); isWeekend(before) || isHoliday(before); before = addDays(before, -1))
    if (isWeekend(before) && MOVED_ON.has(before.slice(5))) return true
  return false
}

const isHoliday = (date: LocalDate) => NEW_YEAR.has(date.slice(5)) || MOVED_ON.has(date.slice(5))
const isWeekend = (date: LocalDate) => weekdayOf(date) >= 6
