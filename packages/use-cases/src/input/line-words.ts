import {
  InvalidInputError,
  MAX_QUANTITY,
  type PurchaseLine,
  printQuantity,
  type Quantity,
} from '@artel/ledger'
import type { BillLineInput } from './bill.ts'
import { checkRef, checkText } from './text.ts'

/** Longest article number. Characters. */
const MAX_SKU_LENGTH = 64
/** Most parts of a category, and longest part. */
const MAX_CATEGORY_PARTS = 5
const MAX_PART_LENGTH = 40
const MAX_CATEGORY_LENGTH = MAX_CATEGORY_PARTS * (MAX_PART_LENGTH + 1) - 1
/** A lower-case word of Latin or Cyrillic letters, digits and hyphens. */
const PART = /^(?:(?=\p{Ll})[\p{Script=Latin}\p{Script=Cyrillic}]|[0-9-])+$/u

/** What a line of a bill is. */
export type LineWords = Pick<PurchaseLine, 'sku' | 'category' | 'quantityMilli' | 'earns'>

/** What a line says of itself, as it is stored; what it does not say is absent. InvalidInputError at the field. */
export function checkLineWords(path: readonly string[], line: BillLineInput): LineWords {
  const { sku, category, quantity, earns } = line
  return {
    ...(sku != null && { sku: checkSku([...path, 'sku'], sku) }),
    ...(category != null && { category: checkCategory([...path, 'category'], category) }),
    ...(quantity != null && { quantityMilli: checkQuantity([...path, 'quantity'], quantity) }),
    ...(earns === false && { earns }),
  }
}

/** A member's article number: 1 to 64 characters, in one spelling of letters (NFC), without outer blanks. */
const checkSku = (path: readonly string[], value: string): string => checkRef(path, value, MAX_SKU_LENGTH)

/**
 * A slash path of the coalition's, lower-cased: 1 to 5 words of at most 40 letters, digits and hyphens. Spellings that
 * look the same become one. InvalidInputError otherwise.
 */
export function checkCategory(path: readonly string[], value: string): string {
  const category = checkText(path, value, MAX_CATEGORY_LENGTH).toLowerCase().normalize('NFC')
  const parts = category.split('/')
  if (parts.includes(''))
    throw new InvalidInputError({
      path,
      problem: 'Must not begin or end with a slash, nor have two in a row.',
    })
  if (
    parts.length > MAX_CATEGORY_PARTS ||
    !parts.every((part) => part.length <= MAX_PART_LENGTH && PART.test(part))
  )
    throw new InvalidInputError({
      path,
      problem: `Must be 1 to ${MAX_CATEGORY_PARTS} words with slashes between, for example service/oil: Latin or Cyrillic letters, digits and hyphens, at most ${MAX_PART_LENGTH} characters each.`,
    })
  return category
}

function checkQuantity(path: readonly string[], value: Quantity): Quantity {
  if (value <= 0n) throw new InvalidInputError({ path, problem: 'Must be more than 0.' })
  if (value > MAX_QUANTITY)
    throw new InvalidInputError({ path, problem: `Must be at most ${printQuantity(MAX_QUANTITY)}.` })
  return value
}
