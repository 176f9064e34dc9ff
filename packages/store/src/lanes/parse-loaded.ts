import {
  type Claim,
  type CounterName,
  counterKey,
  type Debt,
  type Hold,
  type HoldStatus,
  type Lot,
  type LotPrices,
  type Minor,
  micros,
  minor,
  type PurchaseState,
  paidByFund,
  points,
} from '@artel/ledger'
import type { Hold as HoldRow } from '../generated/prisma/client.ts'
import { type LineJson, parseLine } from '../purchase/line-json.ts'
import { paidByOf, parseRefundRules, partsAfter } from '../purchase/paid-by.ts'

/** Rows of the batch load as JSON carries them: amounts are decimal strings, instants ISO 8601. */
export type TermsJson = [
  id: string,
  reservePrice: string,
  deposit: string,
  issueFee: string,
  redeemFee: string,
]

export interface HoldJson {
  customerId: string
  id: string
  memberId: string
  points: string
  termsId: string | null
  status: HoldStatus
  orderRef: string
  billMinor: string
  code: string | null
  createdAt: string
  expiresAt: string
  closedAt: string | null
  coalitionId: string
  batchNo: string
  batchStep: number
  rowHash: string
  reservations: PartJson[] | null
}

export interface DebtJson {
  id: string
  issuerId: string
  purchaseId: string
  lotId: string | null
  amount: string
  remaining: string
  issueFee: string
  incurredAt: string
}

export interface ClaimJson {
  id: string
  lotId: string
  purchaseId: string
  amount: string
  remaining: string
}

export interface PurchaseJson {
  customerId: string
  id: string
  memberId: string
  termsId: string
  total: string
  lines: LineJson[]
  discount: string
  pointsRedeemed: string
  pointsPart: string
  pointsEarned: string
  earnedLotId: string | null
  rules: string | null
  /** By the lot that it was earned in. */
  expired: { lotId: string; points: string }[] | null
  refunds:
    | {
        amount: string
        returned: string
        reversed: string
        due: string
        lines: RefundLineJson[]
        rules: string | null
      }[]
    | null
  uses: PartJson[] | null
  lots: string | null
  claims: ClaimJson[] | null
}

interface PartJson {
  lotId: string
  points: string
}

/** A line as `refund.lines` stores it. */
export interface RefundLineJson {
  ref: string
  amountMinor: string
}

/** The prices of a lot: those of its terms, all of R deposited where the promo fund paid for it. */
export type PricesOf = (issuerId: string, termsId: string) => LotPrices | undefined

/** The prices of lots under every version of the terms. */
export function parsePrices(coalitionId: string, terms: readonly TermsJson[]): PricesOf {
  const byTerms = new Map(
    terms.map(([id, reservePrice, deposit, issueFee, redeemFee]) => [
      id,
      {
        reservePrice: micros(BigInt(reservePrice)),
        deposit: micros(BigInt(deposit)),
        issueFee: micros(BigInt(issueFee)),
        redeemFee: micros(BigInt(redeemFee)),
      },
    ]),
  )
  const byTermsOfFund = new Map([...byTerms].map(([id, prices]) => [id, paidByFund(prices)]))
  return (issuerId, termsId) => (issuerId === coalitionId ? byTermsOfFund : byTerms).get(termsId)
}

/** Lots as `LOTS` in the batch load writes them; a lot without an expiry lacks the last field. */
export function parseLots(text: string | null, pricesOf: PricesOf): Lot[] {
  if (text === null) return []
  return text.split(' ').map((lot) => {
    const [id = '', issuerId = '', termsId = '', amount = '', remaining = '', reserved = '', ...rest] =
      lot.split('|')
    const [originLotId, ...instants] = rest
    const [issuedAt = '', activatesAt = '', expiresAt] = instants
    const prices = pricesOf(issuerId, termsId)
    if (!prices) throw new Error(`Lot ${id} was issued under unknown terms ${termsId}`)
    return {
      id,
      issuerId,
      termsId,
      originLotId: originLotId || null,
      amount: points(BigInt(amount)),
      remaining: points(BigInt(remaining)),
      reserved: points(BigInt(reserved)),
      issuedAt: instantOf(issuedAt),
      activatesAt: instantOf(activatesAt),
      expiresAt: expiresAt === undefined ? null : instantOf(expiresAt),
      prices,
    }
  })
}

/** An instant out of seconds of the epoch with a fraction; the ledger keeps milliseconds. */
const instantOf = (epochSeconds: string): Date => new Date(Math.round(Number(epochSeconds) * 1_000))

const parsePart = ({ lotId, points: n }: PartJson) => ({ lotId, points: points(BigInt(n)) })

export function parseHold(json: HoldJson): Hold {
  return {
    id: json.id,
    memberId: json.memberId,
    points: points(BigInt(json.points)),
    status: json.status,
    expiresAt: new Date(json.expiresAt),
    reservations: (json.reservations ?? []).map(parsePart),
  }
}

export function parseHoldRow(json: HoldJson): HoldRow {
  return {
    id: json.id,
    customerId: json.customerId,
    memberId: json.memberId,
    points: BigInt(json.points),
    termsId: json.termsId,
    status: json.status,
    orderRef: json.orderRef,
    billMinor: BigInt(json.billMinor),
    code: json.code,
    createdAt: new Date(json.createdAt),
    expiresAt: new Date(json.expiresAt),
    closedAt: json.closedAt === null ? null : new Date(json.closedAt),
    coalitionId: json.coalitionId,
    batchNo: BigInt(json.batchNo),
    batchStep: json.batchStep,
    rowHash: BigInt(json.rowHash),
  }
}

export function parseDebt(json: DebtJson): Debt {
  return {
    id: json.id,
    issuerId: json.issuerId,
    purchaseId: json.purchaseId,
    lotId: json.lotId,
    amount: points(BigInt(json.amount)),
    remaining: points(BigInt(json.remaining)),
    issueFee: micros(BigInt(json.issueFee)),
    incurredAt: new Date(json.incurredAt),
  }
}

export const parseClaim = (json: ClaimJson): Claim => ({
  id: json.id,
  lotId: json.lotId,
  purchaseId: json.purchaseId,
  amount: points(BigInt(json.amount)),
  remaining: points(BigInt(json.remaining)),
})

/** Amounts by line ref, summed. */
export function sumByLine(lines: readonly RefundLineJson[]): Map<string, Minor> {
  const sums = new Map<string, Minor>()
  for (const { ref, amountMinor } of lines) sums.set(ref, minor((sums.get(ref) ?? 0n) + BigInt(amountMinor)))
  return sums
}

function sumByCounter(moves: readonly (CounterName & { readonly back: bigint })[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const move of moves) sums.set(counterKey(move), (sums.get(counterKey(move)) ?? 0n) + move.back)
  return sums
}

export function parsePurchase(json: PurchaseJson): PurchaseState {
  const refunds = json.refunds ?? []
  const told = refunds.map(({ rules }) => parseRefundRules(rules))
  const expired = new Map((json.expired ?? []).map(({ lotId, points: n }) => [lotId, BigInt(n)]))
  const parts = paidByOf(json.rules)
  const total = (values: readonly string[]) => values.reduce((sum, value) => sum + BigInt(value), 0n)
  return {
    id: json.id,
    memberId: json.memberId,
    termsId: json.termsId,
    total: minor(BigInt(json.total) - BigInt(json.discount)),
    lines: json.lines.map(parseLine),
    pointsRedeemed: points(BigInt(json.pointsRedeemed)),
    pointsPart: minor(BigInt(json.pointsPart)),
    pointsEarned: points(BigInt(json.pointsEarned)),
    earnedLotId: json.earnedLotId,
    ...(parts ? { paidBy: partsAfter(parts, told, expired) } : {}),
    pointsExpired: points([...expired.values()].reduce((sum, n) => sum + n, 0n)),
    redeemedFrom: (json.uses ?? []).map(parsePart).filter((part) => part.points > 0n),
    refundedTotal: minor(total(refunds.map(({ amount }) => amount))),
    pointsReturned: points(total(refunds.map(({ returned }) => returned))),
    pointsReversed: points(total(refunds.map(({ reversed }) => reversed))),
    pointsDue: points(total(refunds.map(({ due }) => due))),
    refundedByLine: sumByLine(refunds.flatMap(({ lines }) => lines)),
    isRefunded: refunds.length > 0,
    countersBack: sumByCounter(told.flatMap(({ countersBack }) => countersBack)),
  }
}
