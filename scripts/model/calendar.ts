import type { ModelTerms } from './world.ts'

/** Moscow keeps one offset all year, so its wall clock is UTC moved by three hours. */
const MOSCOW_MS = 3 * 3_600_000

/** The date in Moscow `days` after an instant, YYYY-MM-DD. */
export const moscowDate = (instant: number, days = 0) =>
  new Date(instant + MOSCOW_MS + days * 86_400_000).toISOString().slice(0, 10)

/** When points given at `now` become spendable. */
export const activationOf = (terms: ModelTerms, now: number) => now + terms.activationDelaySeconds * 1_000

/** When points given at `now` run out, counted from their activation; Infinity for never. */
export function expiryOf(terms: ModelTerms, now: number): number {
  if (terms.expiryKind === 'NONE') return Number.POSITIVE_INFINITY
  const wall = new Date(activationOf(terms, now) + MOSCOW_MS)
  if (terms.expiryKind === 'END_OF_YEAR') return Date.UTC(wall.getUTCFullYear() + 1, 0, 1) - MOSCOW_MS
  const day = wall.getUTCDate()
  const then = new Date(wall)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() + terms.expiryMonths)
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, lastDay))
  return then.getTime() - MOSCOW_MS
}
