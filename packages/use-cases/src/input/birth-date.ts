import { InvalidInputError } from '@artel/ledger'
import { localDate } from '@artel/rules'

const FIRST = '1900-01-01'

/** A birth date as it is stored; null for none. Throws InvalidInputError for one that is no day, or no living person's. `today` is local. */
export function checkBirthDate(
  path: readonly string[],
  text: string | null | undefined,
  today: string,
): Date | null {
  if (text === null || text === undefined) return null
  const day = localDate(text, path)
  if (day < FIRST || day > today)
    throw new InvalidInputError({ path, problem: `Must be from ${FIRST} to today.` })
  return new Date(`${day}T00:00:00Z`)
}
