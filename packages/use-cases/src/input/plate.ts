import { InvalidInputError } from '@artel/ledger'

/** Letters and digits of a plate, beside what stands between them. */
const MIN_LENGTH = 3
const MAX_LENGTH = 15
/** Cyrillic letters that look like Latin ones: the only letters of Russian plates. Digits that look like letters are not made one. */
const CYRILLIC = 'АВЕКМНОРСТУХ'
const LATIN = 'ABEKMHOPCTYX'
/** What stands on a plate or between its parts and says nothing. */
const BETWEEN = /[\s\-–—.·•|/]/gu
/** A car, a taxi or a trailer, a motorcycle; with or without the region. */
const RUSSIAN =
  /^(?:[ABEKMHOPCTYX]\d{3}[ABEKMHOPCTYX]{2}|[ABEKMHOPCTYX]{2}\d{3,4}|\d{4}[ABEKMHOPCTYX]{2})(\d{2,3})?$/
/** The country beside the region. */
const COUNTRY = /(?<=\d)(?:RUS|PYC)$/
/** As few as tell a plate from a word: somebody may type its beginning. */
const MIN_SOUGHT = 4

/** A plate as it is compared: capitals without blanks and signs, and one letter for the two that look alike. */
function foldedPlate(text: string): string {
  const letters = [...text.normalize('NFKC').toUpperCase().replaceAll(BETWEEN, '')].map((letter) => {
    const at = CYRILLIC.indexOf(letter)
    return at < 0 ? letter : LATIN.charAt(at)
  })
  const plate = letters.join('')
  const withoutCountry = plate.replace(COUNTRY, '')
  return RUSSIAN.test(withoutCountry) ? withoutCountry : plate
}

/**
 * A plate in the one form in which it is kept: `а 123 вс 77 RUS` is `A123BC77`, whether the letters were Cyrillic or Latin.
 * InvalidInputError for what is no plate.
 */
export function checkPlate(path: readonly string[], value: string): string {
  const plate = foldedPlate(value)
  const isPlate = /^[\p{L}\p{N}]+$/u.test(plate) && /\p{N}/u.test(plate)
  if (!isPlate || plate.length < MIN_LENGTH || plate.length > MAX_LENGTH)
    throw new InvalidInputError({
      path,
      problem: `Must be ${MIN_LENGTH} to ${MAX_LENGTH} letters and digits of a plate.`,
    })
  return plate
}

/** What somebody who searches may mean as the beginning of a plate. */
export interface SoughtPlate {
  readonly plate: string
  /** Whether it has the form of a Russian plate, which is no name. */
  readonly isCertain: boolean
}

/** Null: a word or a number. */
export function soughtPlate(text: string): SoughtPlate | null {
  const plate = foldedPlate(text)
  if (RUSSIAN.test(plate)) return { plate, isCertain: true }
  if (plate.length < MIN_SOUGHT || plate.length > MAX_LENGTH) return null
  const isPlate = /^(?:\p{L}{1,3}|\d+)+$/u.test(plate) && /\p{L}/u.test(plate) && /\d.*\d/.test(plate)
  return isPlate && !/\p{L}{4}/u.test(plate) ? { plate, isCertain: false } : null
}
