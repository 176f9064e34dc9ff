import { InvalidInputError, MAX_COMMAND_MINOR, type Micros, type Minor } from '@artel/ledger'
import {
  beginSalesByMonth,
  type JoinAssumptions,
  type JoinSimulation,
  monthOfTotal,
  type PastSale,
  simulateJoining,
  usualDeposits,
} from '@artel/rules'
import { checkInteger } from '../input/text.ts'

/** A month of which only the sum is known. */
export interface MonthTotal {
  readonly month: string
  readonly salesCount: number
  readonly totalMinor: Minor
}

export interface SimulateJoinInput {
  readonly timeZone: string
  /** Exactly one of the two: sales one by one, at most 10 000, or sums of months, at most 120. */
  readonly sales?: readonly PastSale[] | null
  readonly months?: readonly MonthTotal[] | null
  readonly assumptions: JoinAssumptions
  readonly deposits?: readonly Micros[] | null
}

const MAX_SALES = 10_000
const MAX_MONTHS = 120
const MAX_SALES_OF_A_MONTH = 10_000_000

/**
 * What joining would bring a business, from its own sales. Anybody may ask: it reads nothing and writes nothing. Throws
 * InvalidInputError.
 */
export function simulateJoin(input: SimulateJoinInput): JoinSimulation {
  const { sales, months, assumptions, timeZone } = input
  if ((sales ?? null) === null && (months ?? null) === null)
    throw new InvalidInputError({ path: ['sales'], problem: 'Send sales or sums of months.' })
  if (sales && months)
    throw new InvalidInputError({ path: ['sales'], problem: 'Send sales or sums of months, not both.' })
  const deposits = input.deposits ?? usualDeposits(assumptions)
  if (months) {
    if (months.length > MAX_MONTHS)
      throw new InvalidInputError({ path: ['months'], problem: `Must be at most ${MAX_MONTHS}.` })
    for (const { salesCount, totalMinor } of months) {
      checkInteger(['months', 'salesCount'], salesCount, { min: 0, max: MAX_SALES_OF_A_MONTH })
      checkTotal(['months', 'total'], totalMinor)
    }
    return simulateJoining(
      months.map((month) => monthOfTotal(month, assumptions)),
      assumptions,
      deposits,
    )
  }
  if ((sales?.length ?? 0) > MAX_SALES)
    throw new InvalidInputError({
      path: ['sales'],
      problem: `Must be at most ${MAX_SALES}. Send sums of months instead.`,
    })
  const { earnRule, faceValueMinor } = assumptions
  const byMonth = beginSalesByMonth({ timeZone, earnRule, faceValueMinor })
  for (const sale of sales ?? []) {
    checkTotal(['sales', 'total'], sale.totalMinor)
    byMonth.add(sale)
  }
  return simulateJoining(byMonth.months(), assumptions, deposits)
}

function checkTotal(path: readonly string[], totalMinor: bigint): void {
  if (totalMinor > MAX_COMMAND_MINOR || totalMinor < -MAX_COMMAND_MINOR)
    throw new InvalidInputError({ path, problem: `Must be at most ${MAX_COMMAND_MINOR} either way.` })
}
