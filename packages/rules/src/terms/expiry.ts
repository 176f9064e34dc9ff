import { instantOf, type LocalTime, localTimeOf } from '../calendar/zoned-time.ts'
import { activationOf } from './activation.ts'
import type { Terms } from './terms.ts'

/**
 * First instant at which points earned at an instant are no longer spendable, or null. Counted from their activation,
 * so that a delay never eats the time to spend them. Months keep the local time of day, the day clamped to the
 * month's last; the end of the year is local midnight of 1 January. Points that run out by inactivity have no date of
 * their own: `endOfInactivity` says when all of them do.
 */
export function expiryOf(
  terms: Pick<Terms, 'expiry' | 'activationDelayDays'>,
  earnedAt: Date,
  timeZone: string,
): Date | null {
  const { expiry } = terms
  if (expiry.kind === 'NONE' || expiry.kind === 'INACTIVITY') return null
  const start = localTimeOf(activationOf(terms, earnedAt, timeZone), timeZone)
  if (expiry.kind === 'ROLLING_MONTHS') return instantOf(addMonths(start, expiry.months), timeZone)
  const newYear = { year: start.year + 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }
  return instantOf(newYear, timeZone)
}

/**
 * First instant at which a lot that runs out by inactivity is due, when its customer was last active at
 * `lastActiveAt`: months on, counted from the lot's activation when that is later. Null under any other rule.
 */
export function endOfInactivity(
  terms: Pick<Terms, 'expiry'>,
  lot: { readonly activatesAt: Date },
  activity: { readonly lastActiveAt: Date; readonly timeZone: string },
): Date | null {
  const { expiry } = terms
  if (expiry.kind !== 'INACTIVITY') return null
  const from = localTimeOf(laterOf(lot.activatesAt, activity.lastActiveAt), activity.timeZone)
  return instantOf(addMonths(from, expiry.months), activity.timeZone)
}

const laterOf = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()))

function addMonths(from: LocalTime, months: number): LocalTime {
  const monthIndex = from.year * 12 + from.month - 1 + months
  const year = Math.floor(monthIndex / 12)
  const month = (monthIndex % 12) + 1
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { ...from, year, month, day: Math.min(from.day, lastDay) }
}
