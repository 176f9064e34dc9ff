import { ALPHABET, checkOf, readingsOfLinkCode } from '../link/link-code.ts'

const CODE_LENGTH = 12
const SHOWN_TOGETHER = 4

/** So many symbols of a voucher's code are free, each a number from 0 to 31; the last follows from them. */
export const FREE_VOUCHER_SYMBOLS = CODE_LENGTH - 1

/** A voucher's code as it is kept and compared: twelve symbols, the last of which checks the others. */
export function makeVoucherCode(symbols: readonly number[]): string {
  if (symbols.length !== FREE_VOUCHER_SYMBOLS)
    throw new RangeError(`A code is made of ${FREE_VOUCHER_SYMBOLS} symbols`)
  return [...symbols, checkOf(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join('')
}

/** A code as it is printed: `7K3M-9QXA-2B4C`. */
export function writtenVoucherCode(code: string): string {
  const parts = []
  for (let at = 0; at < code.length; at += SHOWN_TOGETHER) parts.push(code.slice(at, at + SHOWN_TOGETHER))
  return parts.join('-')
}

/** What a typed text may stand for, look-alikes and the Russian keyboard forgiven; undefined when it is no voucher's code. */
export const voucherCodeOf = (text: string): string | undefined => readingsOfLinkCode(text).find(isChecked)

function isChecked(folded: string): boolean {
  const symbols = [...folded].map((letter) => ALPHABET.indexOf(letter))
  if (symbols.length !== CODE_LENGTH || symbols.includes(-1)) return false
  return checkOf(symbols.slice(0, -1)) === symbols.at(-1)
}
