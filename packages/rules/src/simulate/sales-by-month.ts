import { InvalidInputError, type Minor, minor, type Points, points } from '@artel/ledger'
import { localTimeOf } from '../calendar/zoned-time.ts'
import { type EarnRule, earnedPoints } from '../purchase/earn-rule.ts'

/** A month's sales of a business, and what they would earn. */
export interface MonthOfSales {
  /** `2026-03`. */
  readonly month: string
  /** Without returns. */
  readonly salesCount: number
  /** Sales less returns, minor units. */
  readonly totalMinor: Minor
  /** What the sales would earn if all customers took part, less what returns take back. */
  readonly earned: Points
}

/** A sale of the past; a return has a negative total. */
export interface PastSale {
  readonly soldAt: Date
  readonly totalMinor: bigint
}

/** How sales become months of points. */
export interface SalesByMonthOptions {
  readonly timeZone: string
  readonly earnRule: EarnRule
  readonly faceValueMinor: Minor
}

/** Adds sales up by month, one by one; memory grows with months only. */
export interface SalesByMonth {
  add(sale: PastSale): void
  /** All months from the first sale to the last, those without sales too. */
  months(): MonthOfSales[]
}

/** Two centuries of months: a file with more has dates that are none. */
const MAX_MONTHS = 2_400

/**
 * Begins to add sales up by the months of a zone. Each sale earns by itself, floor; a return takes back what a sale of its
 * size earns. `months` throws a InvalidInputError when the sales lie more than two centuries apart.
 */
export function beginSalesByMonth(options: SalesByMonthOptions): SalesByMonth {
  const sums = new Map<number, { salesCount: number; totalMinor: bigint; earned: bigint }>()
  return {
    add({ soldAt, totalMinor }) {
      const { year, month } = localTimeOf(soldAt, options.timeZone)
      const index = year * 12 + month - 1
      const sum = sums.get(index) ?? { salesCount: 0, totalMinor: 0n, earned: 0n }
      if (totalMinor >= 0n) sum.salesCount += 1
      sum.totalMinor += totalMinor
      sum.earned += earnedBy(totalMinor, options)
      sums.set(index, sum)
    },
    months() {
      const indexes = [...sums.keys()].sort((a, b) => a - b)
      const first = indexes[0]
      const last = indexes.at(-1)
      if (first === undefined || last === undefined) return []
      if (last - first >= MAX_MONTHS)
        throw new InvalidInputError({
          path: ['sales'],
          problem: 'The sales lie centuries apart: a date must be wrong.',
        })
      return Array.from({ length: last - first + 1 }, (_, at) => {
        const { salesCount, totalMinor, earned } = sums.get(first + at) ?? NOTHING
        return {
          month: monthText(first + at),
          salesCount,
          totalMinor: minor(totalMinor),
          earned: points(earned),
        }
      })
    },
  }
}

/**
 * A month of which only the sum is known: a share is taken of the sum (at most a point a sale more than by itself), a fixed
 * number of points is given to every sale.
 */
export function monthOfTotal(
  total: { readonly month: string; readonly salesCount: number; readonly totalMinor: Minor },
  { earnRule, faceValueMinor }: Pick<SalesByMonthOptions, 'earnRule' | 'faceValueMinor'>,
): MonthOfSales {
  const earned =
    earnRule.kind === 'FIXED'
      ? earnRule.fixedPoints * BigInt(total.salesCount)
      : earnedBy(total.totalMinor, {
          earnRule: { ...earnRule, minTotalMinor: minor(0n) },
          faceValueMinor,
        })
  return { ...total, earned: points(earned) }
}

const NOTHING = { salesCount: 0, totalMinor: 0n, earned: 0n }

/** `2026-03` of a count of months since year 0. */
export const monthText = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`

/** Months since year 0 of `2026-03`. Throws a InvalidInputError for anything else. */
export function monthIndex(month: string): number {
  const read = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month)
  if (!read) throw new InvalidInputError({ path: ['month'], problem: 'Must be a month such as 2026-03.' })
  return Number(read[1]) * 12 + Number(read[2]) - 1
}

function earnedBy(
  totalMinor: bigint,
  { earnRule, faceValueMinor }: Pick<SalesByMonthOptions, 'earnRule' | 'faceValueMinor'>,
): bigint {
  const size = minor(totalMinor < 0n ? -totalMinor : totalMinor)
  const earned = earnedPoints(earnRule, { totalMinor: size, moneyPartMinor: size, faceValueMinor })
  return totalMinor < 0n ? -earned : earned
}
