import {
  allocate,
  floorDivide,
  InvalidInputError,
  type Micros,
  type Minor,
  micros,
  minor,
  type Points,
  points,
} from '@artel/ledger'
import { type JoinAssumptions, validateJoinAssumptions } from './join-assumptions.ts'
import { type MonthOfSales, monthIndex, monthText } from './sales-by-month.ts'

/** What one month would bring. Points do not depend on how they are funded. */
export interface SimulatedMonth {
  /** `2026-03`. */
  readonly month: string
  /** Sales less returns, minor units; 0 in months after the last sale. */
  readonly salesMinor: Minor
  /** Points given to its customers. */
  readonly issued: Points
  /** Its own points, spent with itself. */
  readonly spentHere: Points
  /** Its own points, spent at other members. */
  readonly spentElsewhere: Points
  /** Points of other members, spent with it. */
  readonly inbound: Points
  readonly expired: Points
  /** Its own points that customers hold at the month's end. */
  readonly outstanding: Points
  /** Goods and services given for points, at face value, minor units. Only part of it would have been sold for money. */
  readonly tillMinor: Minor
}

/** Money between the business and the coalition under one deposit. Positive: the business gets it. */
export interface FundingForecast {
  /** Micros a point, 0 to R. */
  readonly deposit: Micros
  /** By month, as the books have it: settlement pays it some days later. */
  readonly netCash: readonly Micros[]
  /** Sum of all months. */
  readonly total: Micros
  /** Lowest that the running sum gets, 0 at most: what the business must be able to lay out. */
  readonly deepest: Micros
}

/** What joining would bring, month by month, from the first sale until the last point is spent or has run out. */
export interface JoinSimulation {
  readonly months: readonly SimulatedMonth[]
  readonly fundings: readonly FundingForecast[]
  /** Points that never run out and are not spent either. */
  readonly outstanding: Points
}

const WHOLE_BPS = 10_000n
/** Ten years of sales and what follows them. */
const MAX_MONTHS_OF_SALES = 120
const MAX_DEPOSITS = 10

/**
 * Plays a business's past sales as if it had been a member: what it gives, what comes back where, and the money between it
 * and the coalition under each of `deposits`. Exact and deterministic: every share is a floor of a running sum, so no point
 * is lost. Throws a InvalidInputError for assumptions that cannot be, months that do not follow each other, or more than 120.
 */
export function simulateJoining(
  sales: readonly MonthOfSales[],
  assumptions: JoinAssumptions,
  deposits: readonly Micros[] = usualDeposits(assumptions),
): JoinSimulation {
  validateJoinAssumptions(assumptions)
  checkMonths(sales)
  checkDeposits(deposits, assumptions)
  const months = simulateMonths(sales, assumptions)
  return {
    months,
    fundings: deposits.map((deposit) => forecast(months, assumptions, deposit)),
    outstanding: months.at(-1)?.outstanding ?? points(0n),
  }
}

/** Burn-funded, half and half, issue-funded. */
export const usualDeposits = ({ prices }: Pick<JoinAssumptions, 'prices'>): Micros[] => [
  micros(0n),
  micros(prices.reservePrice / 2n),
  prices.reservePrice,
]

function simulateMonths(sales: readonly MonthOfSales[], assumptions: JoinAssumptions): SimulatedMonth[] {
  const first = sales[0] ? monthIndex(sales[0].month) : 0
  const issuedBy: bigint[] = []
  const giving = runningShare(assumptions.participationBps)
  const leaving = runningShare(assumptions.elsewhereBps)
  let outstanding = 0n
  return Array.from({ length: sales.length === 0 ? 0 : sales.length + runOff(assumptions) }, (_, at) => {
    const salesMinor = sales[at]?.totalMinor ?? minor(0n)
    const bills = salesMinor > 0n ? salesMinor : 0n
    const spent = sumOf(issuedBy, (issued, month) => spentAtAge(issued, at - month, assumptions))
    const spentElsewhere = leaving(spent)
    const spentHere = spent - spentElsewhere
    const inbound = (bills * assumptions.inboundBps) / (WHOLE_BPS * assumptions.faceValueMinor)
    const tillMinor = (spentHere + inbound) * assumptions.faceValueMinor
    const issued = giving(earnedInMoney(sales[at], tillMinor))
    issuedBy.push(issued)
    const expired = expiredAt(issuedBy, at, assumptions)
    outstanding += issued - spent - expired
    return {
      month: monthText(first + at),
      salesMinor,
      issued: points(issued),
      spentHere: points(spentHere),
      spentElsewhere: points(spentElsewhere),
      inbound: points(inbound),
      expired: points(expired),
      outstanding: points(outstanding),
      tillMinor: minor(tillMinor),
    }
  })
}

/** Months after the last sale in which its points are still spent or run out. */
function runOff({ expiryMonths, ...spending }: JoinAssumptions): number {
  return expiryMonths ?? spending.redemptionLagMonths + spending.redemptionSpreadMonths - 1
}

/** Only what is paid in money earns. */
function earnedInMoney(month: MonthOfSales | undefined, paidInPointsMinor: bigint): bigint {
  if (!month) return 0n
  const { earned, totalMinor } = month
  if (earned <= 0n || totalMinor <= 0n) return earned
  const money = totalMinor > paidInPointsMinor ? totalMinor - paidInPointsMinor : 0n
  return floorDivide(earned * money, totalMinor)
}

/** A share of what comes in, floor over the running sum. A sum that falls gives nothing until it has risen again. */
function runningShare(bps: bigint): (amount: bigint) => bigint {
  let sum = 0n
  let given = 0n
  return (amount) => {
    sum += amount
    const due = sum > 0n ? (sum * bps) / WHOLE_BPS : 0n
    const now = due > given ? due - given : 0n
    given += now
    return now
  }
}

/** Points of a month's giving that are spent when they are `age` months old. None in the month they run out, or later. */
function spentAtAge(issued: bigint, age: number, assumptions: JoinAssumptions): bigint {
  return spentByAge(issued, age, assumptions) - spentByAge(issued, age - 1, assumptions)
}

function spentByAge(issued: bigint, age: number, assumptions: JoinAssumptions): bigint {
  const { redemptionBps, redemptionLagMonths, redemptionSpreadMonths, expiryMonths } = assumptions
  const lived = expiryMonths === null ? age : Math.min(age, expiryMonths - 1)
  const steps = Math.min(Math.max(lived - redemptionLagMonths + 1, 0), redemptionSpreadMonths)
  return (issued * redemptionBps * BigInt(steps)) / (WHOLE_BPS * BigInt(redemptionSpreadMonths))
}

function expiredAt(issuedBy: readonly bigint[], at: number, assumptions: JoinAssumptions): bigint {
  const { expiryMonths } = assumptions
  const issued = expiryMonths === null ? undefined : issuedBy[at - expiryMonths]
  if (issued === undefined || expiryMonths === null) return 0n
  return issued - spentByAge(issued, expiryMonths, assumptions)
}

/** The lines of the money book that touch the member, as the ledger books them, month by month. */
function forecast(
  months: readonly SimulatedMonth[],
  assumptions: JoinAssumptions,
  deposit: Micros,
): FundingForecast {
  const { prices, selfRedemptionFeeWaived, breakage } = assumptions
  const { reservePrice, issueFee, redeemFee } = prices
  const ownFee = selfRedemptionFeeWaived ? 0n : redeemFee
  let total = 0n
  let deepest = 0n
  const netCash = months.map((month) => {
    const back = allocate(month.expired * deposit, [
      { id: 'issuer', weight: breakage.issuer },
      { id: 'promo fund', weight: breakage.promoFund },
      { id: 'operator', weight: breakage.operator },
    ])
    const net =
      -month.issued * (deposit + issueFee) +
      month.spentHere * (deposit - ownFee) -
      month.spentElsewhere * (reservePrice - deposit) +
      month.inbound * (reservePrice - redeemFee) +
      (back[0] ?? 0n)
    total += net
    if (total < deepest) deepest = total
    return micros(net)
  })
  return { deposit, netCash, total: micros(total), deepest: micros(deepest) }
}

function sumOf(values: readonly bigint[], of: (value: bigint, index: number) => bigint): bigint {
  return values.reduce((sum, value, index) => sum + of(value, index), 0n)
}

function checkMonths(sales: readonly MonthOfSales[]): void {
  if (sales.length > MAX_MONTHS_OF_SALES)
    throw new InvalidInputError({
      path: ['sales'],
      problem: `Must cover at most ${MAX_MONTHS_OF_SALES} months.`,
    })
  for (const [at, { month }] of sales.entries()) {
    const before = sales[at - 1]
    if (monthIndex(month) !== (before ? monthIndex(before.month) + 1 : monthIndex(month)))
      throw new InvalidInputError({
        path: ['sales'],
        problem: `Months must follow each other: ${month} is out of place.`,
      })
  }
}

function checkDeposits(deposits: readonly Micros[], { prices }: JoinAssumptions): void {
  if (deposits.length === 0 || deposits.length > MAX_DEPOSITS)
    throw new InvalidInputError({ path: ['deposits'], problem: `Must be 1 to ${MAX_DEPOSITS}.` })
  if (deposits.some((deposit) => deposit < 0n || deposit > prices.reservePrice))
    throw new InvalidInputError({ path: ['deposits'], problem: 'Must be from 0 to the reserve price.' })
}
