/** Bitcoin's alphabet: without 0, O, I and l. */
export const BASE58_ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Nine letters are the most that a JavaScript number holds exactly: 58 to the 9th is below 2 to the 53rd. */
const LETTERS_A_CHUNK = 9
const CHUNK = 58n ** 9n
const NO_DIGIT = 255
const DIGIT_BY_CODE = new Uint8Array(128).fill(NO_DIGIT)
for (const [digit, letter] of [...BASE58_ALPHABET].entries()) DIGIT_BY_CODE[letter.charCodeAt(0)] = digit

const LARGEST_UUID = 2n ** 128n - 1n
/** UUIDs below this begin with a zero byte, which base58 spells as a leading `1`. */
const FIRST_WITHOUT_ZERO_BYTE = 2n ** 120n

/**
 * The base58 spelling of a UUID given as 32 hexadecimal digits; undefined when it begins with a zero byte, which the
 * general encoder spells. Ids are encoded and decoded in every request, so this works with three numbers, not bytes.
 */
export function encodeUuidDigits(hex: string): string | undefined {
  const value = BigInt(`0x${hex}`)
  if (value < FIRST_WITHOUT_ZERO_BYTE) return undefined
  const upper = value / CHUNK
  return (
    lettersOf(Number(upper / CHUNK), 0) +
    lettersOf(Number(upper % CHUNK), LETTERS_A_CHUNK) +
    lettersOf(Number(value % CHUNK), LETTERS_A_CHUNK)
  )
}

/** The 32 hexadecimal digits behind a canonical spelling without leading zero bytes; undefined for any other text. */
export function decodeUuidDigits(text: string): string | undefined {
  const middleAt = text.length - 2 * LETTERS_A_CHUNK
  if (middleAt <= 0) return undefined
  const upper = numberOf(text, 0, middleAt)
  const middle = numberOf(text, middleAt, middleAt + LETTERS_A_CHUNK)
  const lower = numberOf(text, middleAt + LETTERS_A_CHUNK, text.length)
  if (upper === undefined || middle === undefined || lower === undefined || text.startsWith('1'))
    return undefined
  const value = (BigInt(upper) * CHUNK + BigInt(middle)) * CHUNK + BigInt(lower)
  return value >= FIRST_WITHOUT_ZERO_BYTE && value <= LARGEST_UUID
    ? value.toString(16).padStart(32, '0')
    : undefined
}

/** Letters of a number, at least `atLeast` of them. */
function lettersOf(number: number, atLeast: number): string {
  let rest = number
  let text = ''
  while (rest > 0 || text.length < atLeast) {
    const digit = rest % 58
    text = BASE58_ALPHABET.charAt(digit) + text
    rest = (rest - digit) / 58
  }
  return text
}

function numberOf(text: string, from: number, to: number): number | undefined {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = DIGIT_BY_CODE[text.charCodeAt(at)] ?? NO_DIGIT
    if (digit === NO_DIGIT) return undefined
    number = number * 58 + digit
  }
  return number
}
