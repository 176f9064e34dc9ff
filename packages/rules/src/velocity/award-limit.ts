import { type Points, points, type RecentMove } from '@artel/ledger'
import { addDays, localDateOf, startOfDay } from '../calendar/local-date.ts'

/**
 * What is left of a member's promo points for one customer today, and when the next day begins, where giving so many would
 * pass the coalition's limit; undefined within it.
 */
export function passedAwardLimit(
  moves: readonly RecentMove[],
  wanted: { readonly memberId: string; readonly points: Points },
  { limit, now, timeZone }: { readonly limit: bigint; readonly now: Date; readonly timeZone: string },
): { readonly left: Points; readonly retryAt: Date } | undefined {
  const today = localDateOf(now, timeZone)
  const began = startOfDay(today, timeZone)
  const given = moves
    .filter(({ kind, memberId, at }) => kind === 'AWARD' && memberId === wanted.memberId && at >= began)
    .reduce((total, { points: n }) => total + n, 0n)
  if (given + wanted.points <= limit) return undefined
  return {
    left: points(given < limit ? limit - given : 0n),
    retryAt: startOfDay(addDays(today, 1), timeZone),
  }
}
