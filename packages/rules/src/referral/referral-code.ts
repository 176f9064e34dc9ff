import { ALPHABET, checkOf, readingsOfLinkCode } from '../link/link-code.ts'

const CODE_LENGTH = 10
const SHOWN_TOGETHER = 5

/** So many symbols of a customer's referral code are free, each a number from 0 to 31; the last follows from them. */
export const FREE_REFERRAL_SYMBOLS = CODE_LENGTH - 1

/** A referral code as it is kept and compared: ten symbols, the last of which checks the others. */
export function makeReferralCode(symbols: readonly number[]): string {
  if (symbols.length !== FREE_REFERRAL_SYMBOLS)
    throw new RangeError(`A code is made of ${FREE_REFERRAL_SYMBOLS} symbols`)
  return [...symbols, checkOf(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join('')
}

/** A code as it is shown: `7K3M9-QXA2B`. */
export const writtenReferralCode = (code: string): string =>
  `${code.slice(0, SHOWN_TOGETHER)}-${code.slice(SHOWN_TOGETHER)}`

/** What a typed text may stand for, look-alikes and the Russian keyboard forgiven; undefined when it is no referral code. */
export const referralCodeOf = (text: string): string | undefined => readingsOfLinkCode(text).find(isChecked)

function isChecked(folded: string): boolean {
  const symbols = [...folded].map((letter) => ALPHABET.indexOf(letter))
  if (symbols.length !== CODE_LENGTH || symbols.includes(-1)) return false
  return checkOf(symbols.slice(0, -1)) === symbols.at(-1)
}
