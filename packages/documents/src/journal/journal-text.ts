import { NotRepresentableError } from '../document-error.ts'
import { zonedDate } from '../statement/zoned-date.ts'
import { currencyDigits, decimalText } from '../text/decimal.ts'
import { type JournalAccount, type JournalUnit, POINTS_COMMODITY } from './journal-document.ts'

/** The money book counts in micros. */
const MICRO_DIGITS = 6
const MS_PER_DAY = 86_400_000
/** What Beancount takes for an account; the other two take more. */
const ACCOUNT = /^(?:Assets|Liabilities|Equity|Income|Expenses)(?::[A-Z0-9][A-Za-z0-9-]*)+$/
const WORD = /^[A-Za-z0-9_-]{1,80}$/

/** Prints amounts exactly: points whole, money with the currency's decimals and as many more as it has parts of them. */
export function amountPrinter(currency: string): (amount: bigint, unit: JournalUnit) => string {
  const digits = currencyDigits(currency)
  const superfluous = new RegExp(`0{1,${MICRO_DIGITS - digits}}$`)
  return (amount, unit) =>
    unit === 'POINTS'
      ? `${amount} ${POINTS_COMMODITY}`
      : `${decimalText(amount, MICRO_DIGITS).replace(superfluous, '')} ${currency}`
}

/** Dates in a zone that never go back, since a program sorts by them: a clock that is put back over midnight moves none. */
export function dayKeeper(timeZone: string): (at: Date) => string {
  let last = ''
  return (at) => {
    const day = zonedDate(at, timeZone, 'en')
    if (day > last) last = day
    return last
  }
}

/** The day after `2026-11-30`. */
export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10)

/** The account's name, or NotRepresentableError for one that a program would not take. */
export function checkAccount({ name }: JournalAccount): string {
  if (ACCOUNT.test(name)) return name
  throw new NotRepresentableError('account', 'a part of an account begins with a capital or a digit')
}

/** A code or an id as it is; NotRepresentableError for what would be read as something else. */
export function checkWord(field: string, word: string): string {
  if (WORD.test(word)) return word
  throw new NotRepresentableError(field, 'letters, digits, hyphens and underscores')
}

/** Lines of comment, in all three dialects. A line break would end one and begin a directive. */
export const commentLines = (notes: readonly string[]): string =>
  notes.map((note) => `; ${note.replace(/[\r\n\u2028\u2029]+/g, ' ')}\n`).join('')

/** Accounts stand in one column where names allow it. */
export const postingLine = (name: string, amount: string): string => `    ${name.padEnd(44)}  ${amount}\n`

/** The order of balances: by the letters' codes, the same on every machine. */
export const byName = (one: JournalAccount, other: JournalAccount): number =>
  one.name < other.name ? -1 : one.name > other.name ? 1 : 0
