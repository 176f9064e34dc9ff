import { InvalidInputError } from '@artel/ledger'
import { earnCodeFrom, earnCodeOf, writtenEarnCode } from '@artel/rules'
import { bucketOf, type StaffDoor } from '../session/staff-door.ts'

/** What the deployment lends: its key. */
export type EarnCodeDoor = Pick<StaffDoor, 'secretsKey'>

/** The code of a row: whoever has the deployment's key makes it again. */
export const codeOf = (
  door: EarnCodeDoor,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): string => earnCodeFrom(bucketOf(door, 'earn code', coalitionId, id))

/** What is stored of a code, hex. */
export const hashEarnCode = (door: EarnCodeDoor, code: string): string =>
  bucketOf(door, 'earn code hash', code)

/** A code as it is compared. Throws InvalidInputError for what cannot be one: nobody is asked, and nothing counts as a guess. */
export function checkEarnCode(path: readonly string[], typed: string): string {
  const code = earnCodeOf(typed.slice(0, 64))
  if (code !== undefined) return code
  throw new InvalidInputError({
    path,
    problem:
      'Must be an earn code: fifteen letters and digits, of which the last checks the others. Read it again.',
  })
}

/** The page of a code at a deployment: it says what the code is and consumes nothing. */
export const earnCodeAddress = (code: string, publicUrl: string): string =>
  `${publicUrl}/earn/${writtenEarnCode(code)}`
