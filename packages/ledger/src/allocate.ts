import { assertInvariant } from './broken-invariant-error.ts'
import { floorDivide } from './rounding.ts'

/** A party to a split. Weights are relative; only their ratio matters. */
export interface Share {
  readonly id: string
  readonly weight: bigint
}

/**
 * Splits `total` by weight so that the parts sum to it exactly: everyone gets the floor, and the units left
 * over go one each to the largest remainders, ties to the smaller id. Parts are in the order of `shares`.
 */
export function allocate(total: bigint, shares: readonly Share[]): bigint[] {
  assertInvariant(total >= 0n, () => `cannot split ${total}`)
  assertInvariant(
    shares.every((share) => share.weight >= 0n),
    () => 'a weight is negative',
  )
  const whole = shares.reduce((sum, share) => sum + share.weight, 0n)
  assertInvariant(whole > 0n, () => 'weights sum to zero')

  const parts = shares.map((share) => floorDivide(total * share.weight, whole))
  const left = total - parts.reduce((sum, part) => sum + part, 0n)
  const byRemainder = shares
    .map((share, index) => ({ id: share.id, index, remainder: (total * share.weight) % whole }))
    .sort((a, b) =>
      a.remainder === b.remainder ? (a.id < b.id ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
    )
  for (const { index } of byRemainder.slice(0, Number(left))) parts[index] = (parts[index] ?? 0n) + 1n
  return parts
}
