import { foldText } from '@artel/documents'
import { InvalidInputError } from '@artel/ledger'

const CODE = /^(?:(?=\p{Lu})[\p{Script=Latin}\p{Script=Cyrillic}]|[0-9-]){3,32}$/u

/**
 * A code that a customer names with a bill, in the one spelling in which it is compared and kept: upper case, without
 * outer blanks. Null for none. InvalidInputError unless it is 3 to 32 letters, digits and hyphens.
 */
export function checkBillCode(path: readonly string[], value: string | null | undefined): string | null {
  if (value == null) return null
  const code = foldText(value).trim().toUpperCase().normalize('NFC')
  if (CODE.test(code)) return code
  throw new InvalidInputError({
    path,
    problem: 'Must be 3 to 32 Latin or Cyrillic letters, digits and hyphens, or be left out.',
  })
}
