import { expect, test } from 'vitest'
import { digest } from './digest-overload.ts'
import type { Slice } from './generator/job.ts'

const SECONDS = { calm: 10, over: 3, after: 10 }

/** Seconds of a run by their tails: calm, overloaded, and after it. */
function slicesOf(after: readonly number[], turnedAwayAt = -1): Slice[] {
  const slice = (p99Ms: number, dropped = 0): Slice => ({
    ...{ second: 0, arrived: 100, right: 100, refused: 0, wrong: 0, dropped },
    ...{ p50Ms: 5, p99Ms },
  })
  // The first second, in which connections are opened, and one more are slow in any run.
  const calm = [90, 30, 30, 110, 30, 30, 30, 30, 30, 30].map((tail) => slice(tail))
  const over = [1_500, 1_600, 1_700].map((tail) => slice(tail, 900))
  return [...calm, ...over, ...after.map((tail, at) => slice(tail, at === turnedAwayAt ? 5 : 0))]
}

test('latency is normal again when it stays near the calm tail for five seconds, whatever one of them did', () => {
  const seen = digest(slicesOf([1_500, 900, 200, 40, 30, 30, 150, 30, 30, 30]), SECONDS)
  expect(seen).toMatchObject({ calmP99Ms: 30, normalP99Ms: 60, goodputPerSecond: 100, droppedPerSecond: 900 })
  expect(seen.recoverySeconds).toBe(3)
})

test('who is turned away later was turned away by an overload that lasts', () => {
  expect(digest(slicesOf([30, 30, 30, 30, 30, 30, 30, 30, 30, 30], 3), SECONDS).recoverySeconds).toBe(4)
})

test('a tail that stays long never is normal, and neither is one that is normal for too short a while', () => {
  expect(digest(slicesOf(Array.from({ length: 10 }, () => 200)), SECONDS).recoverySeconds).toBeNull()
  expect(
    digest(slicesOf([200, 200, 200, 200, 200, 200, 200, 200, 30, 30]), SECONDS).recoverySeconds,
  ).toBeNull()
})
