import { describe, expect, test } from 'vitest'
import {
  type GroupSums,
  meanSpend,
  minimumSample,
  shareReturned,
  upliftOfReturning,
  upliftOfSpend,
} from './measure.ts'

/** Sums of a group whose customers spent this, minor units. */
const spending = (...values: readonly bigint[]): GroupSums => ({
  customers: BigInt(values.length),
  spent: values.reduce((sum, each) => sum + each, 0n),
  squares: values.reduce((sum, each) => sum + each * each, 0n),
  returned: BigInt(values.filter((each) => each > 0n).length),
})

const returning = (returned: bigint, customers: bigint): GroupSums => ({
  ...{ customers, returned, spent: 0n, squares: 0n },
})

describe('uplift of spend', () => {
  test('is the difference of the means within 1.959964 standard errors', () => {
    // Variances of 166.67 each: the error is the root of 2 x 166.67 / 4, which is 9.1287.
    const found = upliftOfSpend(
      spending(1_000n, 2_000n, 3_000n, 4_000n),
      spending(500n, 1_500n, 2_500n, 3_500n),
    )
    expect(found).toEqual({ estimate: 500n, low: -1_289n, high: 2_289n })
  })

  test('takes the variances of the groups apart', () => {
    // 50 x 2 / 2 of the control and nothing of the treatment: an error of 5.
    expect(upliftOfSpend(spending(100n, 100n), spending(95n, 105n))).toEqual({
      ...{ estimate: 0n, low: -10n, high: 10n },
    })
  })

  test('stays exact where squares are beyond what floating point tells apart', () => {
    const far = 10n ** 12n
    expect(upliftOfSpend(spending(far, far + 2n), spending(far, far + 2n))).toEqual({
      ...{ estimate: 0n, low: -3n, high: 3n },
    })
  })

  test('is none for a group of one', () => {
    expect(upliftOfSpend(spending(1n), spending(1n, 2n))).toBeNull()
    expect(upliftOfSpend(spending(1n, 2n), spending())).toBeNull()
  })
})

describe('uplift of returning', () => {
  // The four comparisons of Newcombe, Statistics in Medicine 17 (1998), table II, method 10.
  test.each([
    [56n, 70n, 48n, 80n, 2_000, 524, 3_339],
    [9n, 10n, 3n, 10n, 6_000, 1_705, 8_090],
    [6n, 7n, 2n, 7n, 5_714, 582, 8_062],
    [5n, 56n, 0n, 29n, 893, -381, 1_926],
  ])('of %s of %s beside %s of %s is as published', (a, m, b, n, estimate, low, high) => {
    expect(upliftOfReturning(returning(a, m), returning(b, n))).toEqual({ estimate, low, high })
  })

  test('is none without customers', () => {
    expect(upliftOfReturning(returning(0n, 0n), returning(1n, 2n))).toBeNull()
  })
})

describe('minimum sample', () => {
  // Mean 200 and standard deviation 100.
  const before = spending(100n, 200n, 300n)

  test('of equal groups is 2 x 7.8489 x variance / difference squared each', () => {
    expect(minimumSample(before, { upliftBps: 1_000, controlBps: 5_000 })).toEqual({
      ...{ treatment: 393n, control: 393n },
    })
  })

  test('is larger in all where the control is the smaller one', () => {
    expect(minimumSample(before, { upliftBps: 1_000, controlBps: 2_000 })).toEqual({
      ...{ treatment: 982n, control: 246n },
    })
  })

  test('is none where nothing was spent', () => {
    expect(minimumSample(spending(0n, 0n), { upliftBps: 1_000, controlBps: 2_000 })).toBeNull()
    expect(minimumSample(spending(5n), { upliftBps: 1_000, controlBps: 2_000 })).toBeNull()
  })
})

test('means and shares are rounded half away from zero', () => {
  expect(meanSpend(spending(1n, 2n))).toBe(2n)
  expect(meanSpend(spending(-1n, -2n))).toBe(-2n)
  expect(meanSpend(spending())).toBe(0n)
  expect(shareReturned(returning(1n, 3n))).toBe(3_333)
  expect(shareReturned(returning(0n, 0n))).toBe(0)
})
