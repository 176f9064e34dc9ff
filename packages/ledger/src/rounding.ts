import { assertInvariant } from './broken-invariant-error.ts'

/** Division rounded towards zero, which is down: both sides must not be negative. */
export function floorDivide(dividend: bigint, divisor: bigint): bigint {
  assertInvariant(dividend >= 0n && divisor > 0n, () => `cannot floor ${dividend} / ${divisor}`)
  return dividend / divisor
}

/** Division rounded up; both sides must not be negative. */
export function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  assertInvariant(dividend >= 0n && divisor > 0n, () => `cannot ceil ${dividend} / ${divisor}`)
  return (dividend + divisor - 1n) / divisor
}
