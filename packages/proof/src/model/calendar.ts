import type { ModelTerms } from './world.ts'

/** Moscow keeps one offset all year, so its wall clock is UTC moved by three hours. */
const MOSCOW_MS = 3 * 3_600_000

/** The date in Moscow `days` after an instant, YYYY-MM-DD. */
export const moscowDate = (instant: number, days = 0) =>
  new Date(instant + MOSCOW_MS + days * 86_400_000).toISOString().slice(0, 10)

/** When points given at `now` become spendable. */
export const activationOf = (terms: ModelTerms, now: number) => now + terms.activationDelaySeconds * 1_000

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
