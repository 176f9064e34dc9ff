/** Crockford's base 32: no I, L, O and U, which are heard or read as others. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 8
const SHOWN_TOGETHER = 4

/** So many symbols of a made code are free, each a number from 0 to 31; the last of the code follows from them. */
export const FREE_SYMBOLS = CODE_LENGTH - 1

/** What is read as another letter, Cyrillic letters that look Latin included. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1', U: 'V' },
  ...{ А: 'A', В: 'B', Е: 'E', Ё: 'E', З: '3', К: 'K', М: 'M', Н: 'H' },
  ...{ О: '0', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: '1' },
}

const LATIN_KEYS = 'QWERTYUIOPASDFGHJKLZXCVBNM'
const RUSSIAN_KEYS = 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'
const TO_LATIN = keysFrom(RUSSIAN_KEYS, LATIN_KEYS)
const TO_RUSSIAN = keysFrom(LATIN_KEYS, RUSSIAN_KEYS)

/** The one spelling in which codes are compared: upper case, without blanks and hyphens, look-alikes made one. */
export const foldLinkCode = (text: string): string =>
  [...plain(text)].map((letter) => LOOK_ALIKES[letter] ?? letter).join('')

/**
 * The spellings that a typed code may stand for, the likeliest first: as it was typed, and as it would be with the keyboard
 * switched between Russian and Latin.
 */
export function readingsOfLinkCode(text: string): readonly string[] {
  const typed = plain(text)
  const keys = isCyrillic(typed) ? TO_LATIN : TO_RUSSIAN
  const switched = [...typed].map((letter) => keys.get(letter) ?? letter).join('')
  return [...new Set([foldLinkCode(typed), foldLinkCode(switched)])].filter((reading) => reading !== '')
}

/** A code out of {@link FREE_SYMBOLS} numbers from 0 to 31, as it is printed: `7K3M-9QXA`. The last symbol checks the others. */
export function makeLinkCode(symbols: readonly number[]): string {
  if (symbols.length !== FREE_SYMBOLS) throw new RangeError(`A code is made of ${FREE_SYMBOLS} symbols`)
  const letters = [...symbols, checkOf(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join('')
  return `${letters.slice(0, SHOWN_TOGETHER)}-${letters.slice(SHOWN_TOGETHER)}`
}

/**
 * Whether a code may be typed as one that {@link makeLinkCode} makes: it has the shape of one, and the last symbol checks. Nobody
 * chooses such a code, and no two coalitions have the same one, so that its address needs no coalition.
 */
export const isMadeLinkCode = (code: string): boolean =>
  readingsOfLinkCode(code)
    .map(symbolsOf)
    .some((symbols) => symbols !== undefined && checkOf(symbols.slice(0, -1)) === symbols.at(-1))

/** Whether a text has the shape of a made code but no reading of it checks: something in it is mistyped. */
export function isMistypedLinkCode(text: string): boolean {
  const readings = isCyrillic(text) ? readingsOfLinkCode(text) : [foldLinkCode(text)]
  const shaped = readings.map(symbolsOf).filter((symbols) => symbols !== undefined)
  return shaped.length > 0 && shaped.every((symbols) => checkOf(symbols.slice(0, -1)) !== symbols.at(-1))
}

function symbolsOf(folded: string): readonly number[] | undefined {
  const symbols = [...folded].map((letter) => ALPHABET.indexOf(letter))
  return symbols.length === CODE_LENGTH && !symbols.includes(-1) ? symbols : undefined
}

/**
 * The sum of the symbols in the field of 32 elements, each times a power of its own of the generator: one wrong symbol, and
 * any two that changed places, make another sum.
 */
export const checkOf = (symbols: readonly number[]): number =>
  symbols.reduceRight((sum, symbol) => timesGenerator(sum ^ symbol), 0)

/** By x, modulo x^5 + x^2 + 1. */
const timesGenerator = (value: number): number => ((value << 1) ^ (value & 16 ? 37 : 0)) & 31

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)
const plain = (text: string): string => text.normalize('NFC').toUpperCase().replaceAll(/[\s-]/gu, '')

function keysFrom(one: string, other: string): ReadonlyMap<string, string> {
  return new Map([...one].map((letter, at) => [letter, other.charAt(at)]))
}
