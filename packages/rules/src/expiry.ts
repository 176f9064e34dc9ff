import { activationOf } from './activation.ts'
import type { Terms } from './terms.ts'
import { instantOf, type LocalTime, localTimeOf } from './zoned-time.ts'

/**
 * First instant at which points given at `now` are no longer spendable, or null. Counted from their activation,
 * so that a delay never eats the time to spend them. Months keep the local time of day, the day clamped to the
 * month's last; the end of the year is local midnight of 1 January. Points that run out by inactivity are counted from
 * their giving like rolling months, and `expiryAfterActivity` moves their end on.
 */
export function expiryOf(
  terms: Pick<Terms, 'expiry' | 'activationDelaySeconds'>,
  now: Date,
  timeZone: string,
): Date | null {
  const { expiry } = terms
  if (expiry.kind === 'NONE') return null
  const start = localTimeOf(activationOf(terms, now), timeZone)
  if (expiry.kind === 'ROLLING_MONTHS' || expiry.kind === 'INACTIVITY')
    return instantOf(addMonths(start, expiry.months), timeZone)
  const newYear = { year: start.year + 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }
  return instantOf(newYear, timeZone)
}

/**
 * When a lot runs out after its customer earned or spent at `now`: `months` on under INACTIVITY, but never earlier than
 * before (a refund's grace may lie later). A lot that has run out stays so, and other rules know no activity.
 */
export function expiryAfterActivity(
  terms: Pick<Terms, 'expiry'>,
  lot: { readonly activatesAt: Date; readonly expiresAt: Date | null },
  at: { readonly now: Date; readonly timeZone: string },
): Date | null {
  const { expiry } = terms
  const { expiresAt } = lot
  if (expiry.kind !== 'INACTIVITY' || expiresAt === null || expiresAt <= at.now) return expiresAt
  const from = laterOf(lot.activatesAt, at.now)
  const moved = instantOf(addMonths(localTimeOf(from, at.timeZone), expiry.months), at.timeZone)
  return laterOf(moved, expiresAt)
}

const laterOf = (a: Date, b: Date) => new Date(Math.max(a.getTime(), b.getTime()))

function addMonths(from: LocalTime, months: number): LocalTime {
  const monthIndex = from.year * 12 + from.month - 1 + months
  const year = Math.floor(monthIndex / 12)
  const month = (monthIndex % 12) + 1
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { ...from, year, month, day: Math.min(from.day, lastDay) }
}
