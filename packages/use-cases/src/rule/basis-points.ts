import { type BasisPoints, basisPoints, InvalidInputError } from '@artel/ledger'

/** A share as it is written in an input; whether a rule may have so much of it, the rules judge. */
export function bpsOf(value: number | null | undefined, path: readonly string[]): BasisPoints {
  if (!Number.isSafeInteger(value))
    throw new InvalidInputError({ path, problem: 'Must be a whole number in decimal digits.' })
  return basisPoints(BigInt(value ?? 0))
}
