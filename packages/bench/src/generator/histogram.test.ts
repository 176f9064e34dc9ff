import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeHistogram } from './histogram.ts'

const filled = (latenciesMs: readonly number[]) => {
  const histogram = makeHistogram()
  for (const latencyMs of latenciesMs) histogram.record(latencyMs)
  return histogram
}

/** The latency that a share of the sorted list does not exceed, by counting. */
function exactQuantile(latenciesMs: readonly number[], share: number): number {
  const sorted = latenciesMs.toSorted((one, other) => one - other)
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0
}

describe('a histogram of latencies', () => {
  test('is exact to the microsecond up to 256 µs', () => {
    const histogram = filled(Array.from({ length: 256 }, (_, micros) => micros / 1_000))
    expect(histogram.quantileMs(0.5)).toBe(0.127)
    expect(histogram.quantileMs(1)).toBe(0.255)
  })

  test('is never below what was seen and less than 0.8 % above, whatever was seen', () => {
    const latency = fc.integer({ min: 0, max: 100_000_000 }).map((micros) => micros / 1_000)
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(latency, { minLength: 1, maxLength: 200 }), share, (latenciesMs, share) => {
        const exact = exactQuantile(latenciesMs, share)
        const read = filled(latenciesMs).quantileMs(share)
        expect(read).toBeGreaterThanOrEqual(exact)
        expect(read).toBeLessThanOrEqual(exact * 1.008)
      }),
    )
  })

  test('knows its highest exactly and never reads above it', () => {
    const histogram = filled([1, 700.0005])
    expect(histogram.maxMs()).toBe(700.0005)
    expect(histogram.quantileMs(1)).toBeLessThanOrEqual(700.0005)
  })

  test('counts what is longer than it can tell as the longest', () => {
    const histogram = filled([1, 1e12])
    expect(histogram.count()).toBe(2)
    expect(histogram.quantileMs(1)).toBeGreaterThan(2 ** 35 / 1_000)
  })

  test('says 0 of nothing', () => {
    expect(makeHistogram().quantileMs(0.99)).toBe(0)
  })
})
