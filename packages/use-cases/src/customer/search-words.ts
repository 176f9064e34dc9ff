import { soughtPlate } from '../input/plate.ts'
import { isCardNumber } from './card-number.ts'

/** Words of a name that are kept, and letters of a word: nobody types more into a search. */
const MAX_WORDS = 8
const MAX_WORD_LENGTH = 40
/** Digits by which a telephone is asked for aloud. */
const PHONE_END_DIGITS = 4
/** A whole number with its area, and without its country. */
const LEAST_PHONE_DIGITS = 10

/** One row of what a customer is searched by. */
export interface SearchWord {
  readonly kind: 'NAME' | 'PHONE_END'
  readonly word: string
}

/** A text as it is compared: one form of every letter, small, and ё as е, since people write either. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е')

const wordsOf = (text: string): string[] => [
  ...new Set(
    folded(text)
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
      .map((word) => [...word].slice(0, MAX_WORD_LENGTH).join('')),
  ),
]

/** What a customer with this name and telephone is to be found by: each word of the name, and the end of the number. */
export function searchWordsOf({ name, phone }: { name: string; phone: string | null }): SearchWord[] {
  const names = wordsOf(name).slice(0, MAX_WORDS)
  return [
    ...names.map((word) => ({ kind: 'NAME' as const, word })),
    ...(phone === null ? [] : [{ kind: 'PHONE_END' as const, word: phone.slice(-PHONE_END_DIGITS) }]),
  ]
}

/** What a text may mean to somebody who searches: every reading that is not null counts. */
export interface SearchReadings {
  /** Beginnings of words of the name, all of them. Empty: the text has no word, so nobody is called so. */
  readonly names: readonly string[]
  readonly phoneEnd: string | null
  /** Digits of what may be a whole telephone number, as it was written. */
  readonly phone: string | null
  readonly cardNumber: string | null
  /** The beginning of a plate, in the form in which plates are kept. */
  readonly plate: string | null
}

/** Whether a word is more than one letter, with which half of all customers begin; a sign of Chinese is a word. */
const isTelling = (word: string): boolean => [...word].length > 1 || /\p{Script=Han}/u.test(word)

/** Reads what somebody typed into a search. */
export function readSearch(text: string): SearchReadings {
  const digits = text.replaceAll(/[\s()+.–-]/g, '')
  const isNumber = /^\d+$/.test(digits)
  const numbers = {
    phoneEnd: isNumber && digits.length === PHONE_END_DIGITS ? digits : null,
    phone: isNumber && digits.length >= LEAST_PHONE_DIGITS ? text : null,
    cardNumber: isNumber && isCardNumber(digits) ? digits : null,
  }
  const sought = soughtPlate(text)
  // What is a number is nobody's name: with fewer readings an index leads to the customer.
  const isMeant = sought?.isCertain || Object.values(numbers).some((number) => number !== null)
  const words = wordsOf(text).slice(0, MAX_WORDS)
  const names = isMeant || !words.some(isTelling) ? [] : words
  return { names, ...numbers, plate: sought?.plate ?? null }
}
