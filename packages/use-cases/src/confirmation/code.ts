import { randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { InvalidInputError } from '@artel/ledger'

const DIGITS = 6
const HASH_BYTES = 32
/** Some 30 ms and 16 MB for each guess: who reads the table does not find a code while it is good for anything. */
const COST = { N: 16_384, r: 8, p: 1 }

const derive = promisify<string, string, number, typeof COST, Buffer>(scrypt)

/** A code of six digits, every one equally likely. */
export const newCode = (): string => String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')

/** What is kept of a code: 32 bytes that are slow to make. The id is the salt. */
export const hashCode = (code: string, confirmationId: string): Promise<Buffer> =>
  derive(code, confirmationId, HASH_BYTES, COST)

/** Whether it is that code; takes as long for a wrong one, wherever it differs. */
export async function isCode(
  code: string,
  { id, codeHash }: { readonly id: string; readonly codeHash: Uint8Array },
): Promise<boolean> {
  return timingSafeEqual(await hashCode(code, id), codeHash)
}

/** A code as people type it: blanks and hyphens between its digits do not count. InvalidInputError when it cannot be one. */
export function checkCode(path: readonly string[], given: string): string {
  const code = given.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) return code
  throw new InvalidInputError({ path, problem: 'Must be the six digits of the code.' })
}
