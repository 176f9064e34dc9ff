import { randomInt } from 'node:crypto'

const CARD_DIGITS = 16
/** ISO/IEC 7812 leaves numbers that begin with 9 to national use: no payment card can have the same number. */
const FIRST_DIGIT = '9'

/** A fresh card number: 16 digits, the last a Luhn check digit. Random, so that numbers cannot be guessed in order. */
export function makeCardNumber(): string {
  let body = FIRST_DIGIT
  while (body.length < CARD_DIGITS - 1) body += String(randomInt(10))
  return body + luhnCheckDigit(body)
}

/** Whether the text is 16 digits with a right check digit; catches every single mistyped digit. */
export function isCardNumber(text: string): boolean {
  return /^\d{16}$/.test(text) && luhnCheckDigit(text.slice(0, -1)) === text.slice(-1)
}

/** The digit that makes `body` + digit pass the Luhn check. */
export function luhnCheckDigit(body: string): string {
  let sum = 0
  for (let index = 0; index < body.length; index += 1) {
    const digit = Number(body.charAt(body.length - 1 - index))
    const doubled = index % 2 === 0 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}
