import { lesser, type Points, points, type RecentMove } from '@artel/ledger'
import { addDays, localDateOf, startOfDay } from '../calendar/local-date.ts'

/** What a coalition lets a customer spend over time; null = no limit. */
export interface SpendingLimits {
  /** Points spent or held within any hour. */
  readonly hourlyPoints: bigint | null
  /** Points spent or held within a day of the coalition. */
  readonly dailyPoints: bigint | null
  /** Spendings and holds within any hour, 1 or more. */
  readonly hourlyCount: number | null
}

/** A limit that a spending would pass. */
export interface PassedLimit {
  readonly reached: 'POINTS_PER_HOUR' | 'POINTS_PER_DAY' | 'SPENDINGS_PER_HOUR'
  /** Points that may be spent now under all of the limits. */
  readonly left: Points
  /** When the spending would pass none if nothing else is spent; null: never. */
  readonly retryAt: Date | null
}

const HOUR_MS = 3_600_000

/** Whether there is any limit to look at. */
export const limitsSpending = ({ hourlyPoints, dailyPoints, hourlyCount }: SpendingLimits): boolean =>
  hourlyPoints !== null || dailyPoints !== null || hourlyCount !== null

/**
 * The limit that spending so many points now would pass, the one that ends last; undefined within all of them. Holds that were
 * let go count nothing, captured ones as much as was held: it is the customer's doing that counts, not the till's.
 */
export function passedSpendingLimit(
  moves: readonly RecentMove[],
  wanted: Points,
  {
    limits,
    now,
    timeZone,
  }: { readonly limits: SpendingLimits; readonly now: Date; readonly timeZone: string },
): PassedLimit | undefined {
  const { hourlyPoints, dailyPoints, hourlyCount } = limits
  const spent = standing(moves)
  const hour = spent.filter(({ at }) => at.getTime() > now.getTime() - HOUR_MS)
  const today = localDateOf(now, timeZone)
  const dayBegan = startOfDay(today, timeZone)
  const day = spent.filter(({ at }) => at >= dayBegan)
  const found: { reached: PassedLimit['reached']; retryAt: Date | null }[] = []
  if (hourlyPoints !== null && sum(hour) + wanted > hourlyPoints)
    found.push({ reached: 'POINTS_PER_HOUR', retryAt: whenHourHasRoom(hour, wanted, hourlyPoints) })
  if (hourlyCount !== null && hour.length >= hourlyCount) {
    const last = hour[hour.length - hourlyCount]
    found.push({ reached: 'SPENDINGS_PER_HOUR', retryAt: last ? hourAfter(last) : null })
  }
  if (dailyPoints !== null && sum(day) + wanted > dailyPoints) {
    const tomorrow = startOfDay(addDays(today, 1), timeZone)
    found.push({ reached: 'POINTS_PER_DAY', retryAt: wanted > dailyPoints ? null : tomorrow })
  }
  const [last] = found.sort((one, other) => endOf(other) - endOf(one))
  if (!last) return undefined
  const isFull = hourlyCount !== null && hour.length >= hourlyCount
  const rooms = [room(hourlyPoints, hour), room(dailyPoints, day), isFull ? 0n : null]
  const left = rooms.reduce<Points>(
    (least, one) => (one === null ? least : lesser(least, points(one))),
    wanted,
  )
  return { ...last, left }
}

/** Points spent or held after an instant, but for holds that were let go. */
export const spentSince = (moves: readonly RecentMove[], since: Date): bigint =>
  sum(standing(moves).filter(({ at }) => at > since))

/** Spendings and holds but for those let go, oldest first. */
function standing(moves: readonly RecentMove[]): RecentMove[] {
  const released = new Set(moves.flatMap(({ kind, documentId }) => (kind === 'RELEASE' ? [documentId] : [])))
  return moves
    .filter(({ kind, documentId }) => kind === 'SPEND' && !released.has(documentId))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
}

function whenHourHasRoom(hour: readonly RecentMove[], wanted: Points, limit: bigint): Date | null {
  let left = sum(hour)
  for (const move of hour) {
    left -= move.points
    if (left + wanted <= limit) return hourAfter(move)
  }
  return null
}

const sum = (moves: readonly RecentMove[]): bigint => moves.reduce((total, { points: n }) => total + n, 0n)

function room(limit: bigint | null, moves: readonly RecentMove[]): bigint | null {
  if (limit === null) return null
  const left = limit - sum(moves)
  return left > 0n ? left : 0n
}

/** When a spending is out of the hour. */
const hourAfter = ({ at }: RecentMove): Date => new Date(at.getTime() + HOUR_MS)

const endOf = ({ retryAt }: { readonly retryAt: Date | null }): number =>
  retryAt?.getTime() ?? Number.POSITIVE_INFINITY
