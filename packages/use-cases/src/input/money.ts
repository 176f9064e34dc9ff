import {
  InvalidInputError,
  MAX_COMMAND_MINOR,
  MAX_COMMAND_POINTS,
  type Minor,
  minor,
  type Points,
  type PurchaseLine,
} from '@artel/ledger'
import type { BillLineInput, MoneyAmount } from './bill.ts'
import { checkLineWords } from './line-words.ts'
import { checkRef, checkText } from './text.ts'

/** Largest bill, minor units. */
export const MAX_BILL_MINOR = MAX_COMMAND_MINOR
/** Most lines of one bill. */
export const MAX_BILL_LINES = 500
/** Longest title of a line. Characters. */
const MAX_TITLE_LENGTH = 500

/** A positive amount up to 10^12 minor units in the coalition's currency; InvalidInputError otherwise. */
export function checkMoney(path: readonly string[], money: MoneyAmount, currency: string): Minor {
  if (money.amountMinor === 0n)
    throw new InvalidInputError({ path: [...path, 'amountMinor'], problem: 'Must be more than 0.' })
  return checkMoneyOrNone(path, money, currency)
}

/** The same, or 0: what may come to nothing. */
export function checkMoneyOrNone(path: readonly string[], money: MoneyAmount, currency: string): Minor {
  if (money.currency !== currency)
    throw new InvalidInputError({
      path: [...path, 'currency'],
      problem: `Must be ${currency}, the currency of the coalition.`,
    })
  if (money.amountMinor < 0n)
    throw new InvalidInputError({ path: [...path, 'amountMinor'], problem: 'Must be 0 or more.' })
  if (money.amountMinor > MAX_BILL_MINOR)
    throw new InvalidInputError({
      path: [...path, 'amountMinor'],
      problem: `Must be at most ${MAX_BILL_MINOR} minor units.`,
    })
  return money.amountMinor
}

/** Points of 0 to 10^12; InvalidInputError otherwise. */
export function checkPoints(path: readonly string[], value: Points): Points {
  if (value < 0n) throw new InvalidInputError({ path, problem: 'Must be 0 or more.' })
  if (value > MAX_COMMAND_POINTS)
    throw new InvalidInputError({ path, problem: `Must be at most ${MAX_COMMAND_POINTS}.` })
  return value
}

/** Points of 1 to 10^12; InvalidInputError otherwise. */
export function checkSomePoints(path: readonly string[], value: Points): Points {
  if (value === 0n) throw new InvalidInputError({ path, problem: 'Must be 1 or more.' })
  return checkPoints(path, value)
}

/** Lines with unique refs that sum to the total; none when none were sent. InvalidInputError otherwise. */
export function checkLines(
  lines: readonly BillLineInput[] | null | undefined,
  bill: { readonly total: Minor; readonly currency: string },
): readonly PurchaseLine[] {
  if (!lines || lines.length === 0) return []
  if (lines.length > MAX_BILL_LINES)
    throw new InvalidInputError({ path: ['lines'], problem: `Must have at most ${MAX_BILL_LINES} lines.` })
  const refs = new Set<string>()
  let sum = 0n
  const checked = lines.map((line, index) => {
    const path = ['lines', String(index)]
    const ref = checkRef([...path, 'ref'], line.ref)
    if (refs.has(ref))
      throw new InvalidInputError({ path: [...path, 'ref'], problem: 'Must be unique in the bill.' })
    refs.add(ref)
    const total = checkMoney([...path, 'total'], line.total, bill.currency)
    sum += total
    const title = checkText([...path, 'title'], line.title, MAX_TITLE_LENGTH)
    return { ref, title, total: minor(total), ...checkLineWords(path, line) }
  })
  if (sum !== bill.total)
    throw new InvalidInputError({
      path: ['lines'],
      problem: `Must sum to the total: the lines make ${sum}, the total is ${bill.total}.`,
    })
  return checked
}
