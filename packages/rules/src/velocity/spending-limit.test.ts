import { points, type RecentMove } from '@artel/ledger'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passedAwardLimit } from './award-limit.ts'
import { passedSpendingLimit, type SpendingLimits } from './spending-limit.ts'

const NOON = new Date('2026-03-29T12:00:00Z')
const MINUTE_MS = 60_000
const NONE: SpendingLimits = { hourlyPoints: null, dailyPoints: null, hourlyCount: null }
const ago = (minutes: number) => new Date(NOON.getTime() - minutes * MINUTE_MS)
const move = (minutes: number, spent: bigint, own: Partial<RecentMove> = {}): RecentMove => ({
  kind: 'SPEND',
  at: ago(minutes),
  points: points(spent),
  documentId: `${minutes}`,
  memberId: 'shop',
  ...own,
})
const passed = (
  moves: readonly RecentMove[],
  wanted: bigint,
  limits: Partial<SpendingLimits>,
  timeZone = 'UTC',
) => passedSpendingLimit(moves, points(wanted), { limits: { ...NONE, ...limits }, now: NOON, timeZone })

describe('within any hour', () => {
  test('so many points are spent, and it is said when there is room again', () => {
    const moves = [move(50, 40n), move(10, 30n), move(60, 500n)]
    expect(passed(moves, 30n, { hourlyPoints: 100n })).toBeUndefined()
    expect(passed(moves, 31n, { hourlyPoints: 100n })).toEqual({
      ...{ reached: 'POINTS_PER_HOUR', left: 30n, retryAt: ago(50 - 60) },
    })
    expect(passed(moves, 90n, { hourlyPoints: 100n })?.retryAt).toEqual(ago(10 - 60))
    expect(passed(moves, 101n, { hourlyPoints: 100n })?.retryAt).toBeNull()
  })

  test('so many spendings are made', () => {
    const moves = [move(50, 1n), move(20, 1n), move(10, 1n)]
    expect(passed(moves, 1n, { hourlyCount: 4 })).toBeUndefined()
    expect(passed(moves, 1n, { hourlyCount: 3 })).toEqual({
      ...{ reached: 'SPENDINGS_PER_HOUR', left: 0n, retryAt: ago(50 - 60) },
    })
    expect(passed(moves, 1n, { hourlyCount: 1 })?.retryAt).toEqual(ago(10 - 60))
  })
})

describe('within a day of the calendar', () => {
  test('points count from local midnight, and the next day begins at the next, though clocks jump', () => {
    const moves = [move(12 * 60 + 1, 40n), move(90, 30n)]
    expect(passed(moves, 70n, { dailyPoints: 100n })).toBeUndefined()
    expect(passed(moves, 71n, { dailyPoints: 100n })).toEqual({
      ...{ reached: 'POINTS_PER_DAY', left: 70n, retryAt: new Date('2026-03-30T00:00:00Z') },
    })
    // Berlin loses an hour that night: its day began at 23:00 UTC, and ends at 22:00.
    expect(passed(moves, 31n, { dailyPoints: 100n }, 'Europe/Berlin')).toEqual({
      ...{ reached: 'POINTS_PER_DAY', left: 30n, retryAt: new Date('2026-03-29T22:00:00Z') },
    })
  })
})

test('a hold counts until it is let go; awards count nothing', () => {
  const held = [move(5, 60n, { documentId: 'a hold' })]
  const letGo = move(1, 60n, { kind: 'RELEASE', documentId: 'a hold' })
  const award = move(1, 500n, { kind: 'AWARD' })
  expect(passed([...held, award], 41n, { hourlyPoints: 100n, hourlyCount: 2 })).toBeDefined()
  expect(passed([...held, award, letGo], 100n, { hourlyPoints: 100n, hourlyCount: 1 })).toBeUndefined()
})

test('of several limits the one that ends last is told, with what all of them leave', () => {
  const moves = [move(50, 80n)]
  const both = { hourlyPoints: 100n, dailyPoints: 90n }
  expect(passed(moves, 30n, both)).toMatchObject({ reached: 'POINTS_PER_DAY', left: 10n })
})

test('what is left passes no limit, and one point more passes one', () => {
  const some = fc.record({ minutes: fc.integer({ min: 0, max: 1_500 }), spent: fc.bigInt(1n, 60n) })
  const limit = fc.option(fc.bigInt(0n, 200n), { nil: null })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), limit, limit, (list, hourlyPoints, dailyPoints) => {
      const moves = list.map(({ minutes, spent }, i) => move(minutes, spent, { documentId: String(i) }))
      const limits = { hourlyPoints, dailyPoints }
      const refusal = passed(moves, 1_000n, limits)
      if (!refusal) {
        expect([hourlyPoints, dailyPoints]).toEqual([null, null])
        return
      }
      if (refusal.left > 0n) expect(passed(moves, refusal.left, limits)).toBeUndefined()
      expect(passed(moves, refusal.left + 1n, limits)).toBeDefined()
    }),
  )
})

test('at the instant that is told there is room, and not a moment earlier', () => {
  const some = fc.record({ minutes: fc.integer({ min: 1, max: 59 }), spent: fc.bigInt(1n, 60n) })
  fc.assert(
    fc.property(fc.array(some, { maxLength: 12 }), fc.bigInt(1n, 60n), (list, wanted) => {
      const moves = list.map(({ minutes, spent }, i) => move(minutes, spent, { documentId: String(i) }))
      const limits = { ...NONE, hourlyPoints: 60n, hourlyCount: 3 }
      const at = (now: Date) => passedSpendingLimit(moves, points(wanted), { limits, now, timeZone: 'UTC' })
      const retryAt = at(NOON)?.retryAt
      if (!retryAt) return
      expect(at(retryAt)).toBeUndefined()
      expect(at(new Date(retryAt.getTime() - 1))).toBeDefined()
    }),
  )
})

test("a member's awards to a customer count for a day, and no other member's", () => {
  const moves = [
    move(60, 40n, { kind: 'AWARD' }),
    move(30, 40n, { kind: 'AWARD', memberId: 'wash' }),
    move(20, 90n),
    move(13 * 60, 50n, { kind: 'AWARD' }),
  ]
  const give = (wanted: bigint) =>
    passedAwardLimit(
      moves,
      { memberId: 'shop', points: points(wanted) },
      { limit: 100n, now: NOON, timeZone: 'UTC' },
    )
  expect(give(60n)).toBeUndefined()
  expect(give(61n)).toEqual({ left: 60n, retryAt: new Date('2026-03-30T00:00:00Z') })
})
