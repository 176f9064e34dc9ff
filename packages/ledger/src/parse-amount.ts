import { MAX_AMOUNT } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'

const CANONICAL_DECIMAL = /^(?:0|[1-9][0-9]{0,18})$/

/**
 * Reads a whole amount, 0 to 2^63 - 1, from its canonical decimal string. One amount has one spelling
 * (no sign, space, leading zero, fraction or exponent), so that equal requests hash equal.
 * Anything else throws a InvalidInputError at `path`.
 */
export function parseAmount(text: unknown, path: readonly string[]): bigint {
  if (typeof text !== 'string' || !CANONICAL_DECIMAL.test(text))
    throw new InvalidInputError({ path, problem: 'Must be a whole number in decimal digits.' })
  const amount = BigInt(text)
  if (amount > MAX_AMOUNT) throw new InvalidInputError({ path, problem: `Must be at most ${MAX_AMOUNT}.` })
  return amount
}
