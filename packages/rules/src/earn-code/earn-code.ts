import { ALPHABET, checkOf, readingsOfLinkCode } from '../link/link-code.ts'

/** Longer than a voucher's code and than a link's, so that none is taken for another. */
const CODE_LENGTH = 15
const SHOWN_TOGETHER = 5
const BITS_A_SYMBOL = 5n

/** So many symbols are free, the last follows from them: 70 bits, which nobody finds by trying. */
const FREE_SYMBOLS = CODE_LENGTH - 1

/** An earn code out of 64 hexadecimal digits that nobody guesses, as it is compared: fifteen symbols, the last checks the others. */
export function earnCodeFrom(digest: string): string {
  const bits = BigInt(`0x${digest}`)
  const symbols = Array.from({ length: FREE_SYMBOLS }, (_, at) =>
    Number((bits >> (BITS_A_SYMBOL * BigInt(at))) & 31n),
  )
  return [...symbols, checkOf(symbols)].map((symbol) => ALPHABET.charAt(symbol)).join('')
}

/** An earn code as it is printed: `7K3M9-QXA2B-4C5DW`. */
export function writtenEarnCode(code: string): string {
  const parts = []
  for (let at = 0; at < code.length; at += SHOWN_TOGETHER) parts.push(code.slice(at, at + SHOWN_TOGETHER))
  return parts.join('-')
}

/** What a typed text may stand for, look-alikes and the Russian keyboard forgiven; undefined when it is no earn code. */
export const earnCodeOf = (text: string): string | undefined => readingsOfLinkCode(text).find(isChecked)

function isChecked(folded: string): boolean {
  const symbols = [...folded].map((letter) => ALPHABET.indexOf(letter))
  if (symbols.length !== CODE_LENGTH || symbols.includes(-1)) return false
  return checkOf(symbols.slice(0, -1)) === symbols.at(-1)
}
