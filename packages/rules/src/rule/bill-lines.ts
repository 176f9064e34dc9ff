import { allocate, type Minor, minor, type PurchaseLine } from '@artel/ledger'
import type { LineFilter } from './rule.ts'

/** One unit, in the thousandths that quantities are counted in. */
export const ONE_UNIT_MILLI = 1_000n

/** The line that stands for a bill without lines. A line of a bill has a ref. */
const WHOLE_BILL = ''

/** A bill without lines is one line of everything, which is of no category. */
export function linesOf(bill: {
  readonly total: Minor
  readonly lines: readonly PurchaseLine[]
}): readonly PurchaseLine[] {
  return bill.lines.length > 0 ? bill.lines : [{ ref: WHOLE_BILL, title: '', total: bill.total }]
}

/** Whether a line is one that the filter names: its category or one above it, or its article. */
export function isOfFilter({ category, sku }: PurchaseLine, { categories, skus }: LineFilter): boolean {
  if (sku !== undefined && skus.includes(sku)) return true
  if (category === undefined) return false
  return categories.some((wanted) => category === wanted || category.startsWith(`${wanted}/`))
}

/**
 * What one unit of a line costs: a floor of its total by its quantity; less than a unit, or a line that says no quantity, all of it.
 * A bill without lines says nothing of what was bought, and has no unit.
 */
export function unitOf({ ref, total, quantityMilli = ONE_UNIT_MILLI }: PurchaseLine): Minor {
  if (ref === WHOLE_BILL) return minor(0n)
  return quantityMilli > ONE_UNIT_MILLI ? minor((total * ONE_UNIT_MILLI) / quantityMilli) : total
}

/** Splits an amount over lines by what each may still take: largest remainder, ties to the line that comes first. */
export function spread(amount: bigint, room: readonly bigint[]): readonly Minor[] {
  if (amount === 0n) return room.map(() => minor(0n))
  const shares = room.map((weight, index) => ({ id: String(index).padStart(6, '0'), weight }))
  return allocate(amount, shares).map(minor)
}

/** The sum of bigints. */
export const sumOf = (values: Iterable<bigint>): bigint => {
  let sum = 0n
  for (const value of values) sum += value
  return sum
}
