import type { ModelTerms } from './world.ts'

/** Moscow keeps one offset all year, so its wall clock is UTC moved by three hours. */
const MOSCOW_MS = 3 * 3_600_000
const DAY_MS = 86_400_000

/** The date in Moscow `days` after an instant, YYYY-MM-DD. */
export const moscowDate = (instant: number, days = 0) =>
  new Date(instant + MOSCOW_MS + days * DAY_MS).toISOString().slice(0, 10)

/** Midnight in Moscow that begins the day `days` after that of an instant. */
const midnight = (instant: number, days: number) =>
  (Math.floor((instant + MOSCOW_MS) / DAY_MS) + days) * DAY_MS - MOSCOW_MS

/** The end of the day in Moscow that is `days` after that of an instant. */
export const endOfDays = (instant: number, days: number) => midnight(instant, days + 1)

/** When points given at `now` become spendable. */
export const activationOf = (terms: ModelTerms, now: number) =>
  terms.activationDelayDays === 0 ? now : midnight(now, terms.activationDelayDays)

/** When points given at `now` run out by a date, counted from their activation; Infinity for never. */
export function expiryOf(terms: ModelTerms, now: number): number {
  if (terms.expiryKind === 'NONE' || terms.expiryKind === 'INACTIVITY') return Number.POSITIVE_INFINITY
  const active = activationOf(terms, now)
  if (terms.expiryKind === 'END_OF_YEAR')
    return Date.UTC(new Date(active + MOSCOW_MS).getUTCFullYear() + 1, 0, 1) - MOSCOW_MS
  return monthsLater(active, terms.expiryMonths)
}

/** The same wall clock months later, on the last day of the month where it has no such day. */
export function monthsLater(from: number, months: number): number {
  const wall = new Date(from + MOSCOW_MS)
  const day = wall.getUTCDate()
  const then = new Date(wall)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, lastDay))
  return then.getTime() - MOSCOW_MS
}
