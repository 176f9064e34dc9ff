import {
  type CounterMove,
  type CounterName,
  minor,
  type PaidBack,
  type PaidPart,
  points,
} from '@artel/ledger'
import type { VoucherMove } from '../command/voucher-moves.ts'

/** A payer as `purchase.rules` keeps it under `payers`: the seller first. */
export type PayerJson = readonly [
  payerId: string,
  lotId: string | null,
  points: string,
  discountMinor: string,
]

const PAYERS = '"payers":'

/** Who gave what on a purchase, as it was recorded; undefined where the seller alone did. */
export function paidByOf(rules: string | null): readonly PaidPart[] | undefined {
  if (rules === null || !rules.includes(PAYERS)) return undefined
  const { payers } = JSON.parse(rules) as { readonly payers?: readonly PayerJson[] }
  return payers?.map(([payerId, lotId, n, discount]) => ({
    ...{ payerId, lotId, points: points(BigInt(n)), discount: minor(BigInt(discount)) },
    ...{ pointsExpired: points(0n), pointsDue: points(0n), discountBack: minor(0n) },
  }))
}

/** What a refund gave back to a counter, as `refund.rules` stores it: above 0, and null for nothing. */
type CounterBackJson = readonly [ownerId: string, customerId: string | null, period: string, back: string]
type PaidBackJson = readonly [payerId: string, points: string, discountMinor: string]

/** What a refund did to a voucher, as `refund.rules` keeps it: one that came back with its last day. */
type VoucherJson = readonly ['RETURN', id: string, lastDay: string] | readonly ['REVOKE', id: string]

/** What a refund did to the counters and the payers of its purchase. */
export interface RefundedRules {
  readonly countersBack: readonly (CounterName & { readonly back: bigint })[]
  readonly paidBack: readonly PaidBack[]
}

/**
 * The text of `refund.rules`: what went back to counters, and where several paid, of whom what was taken back, and what became of
 * vouchers; null for none of it.
 */
export function refundRulesJson(
  moves: readonly CounterMove[],
  paidBack: readonly PaidBack[],
  moved: readonly VoucherMove[] = [],
): string | null {
  const counters = moves.map(
    ({ ownerId, customerId, period, delta }): CounterBackJson => [
      ownerId,
      customerId,
      period,
      String(-delta),
    ],
  )
  const vouchers = moved.flatMap((move): readonly VoucherJson[] => {
    if (move.act === 'RETURN') return [[move.act, move.id, move.lastDay]]
    return move.act === 'REVOKE' ? [[move.act, move.id]] : []
  })
  if (paidBack.length + vouchers.length === 0) return counters.length === 0 ? null : JSON.stringify(counters)
  const payers = paidBack.map(
    ({ payerId, points: n, discount }): PaidBackJson => [payerId, String(n), String(discount)],
  )
  return JSON.stringify({ counters, payers, ...(vouchers.length > 0 ? { vouchers } : {}) })
}

/** What {@link refundRulesJson} wrote. */
export function parseRefundRules(text: string | null): RefundedRules {
  if (text === null) return { countersBack: [], paidBack: [] }
  const json = JSON.parse(text) as
    | readonly CounterBackJson[]
    | { readonly counters: readonly CounterBackJson[]; readonly payers: readonly PaidBackJson[] }
  const { counters, payers } = 'payers' in json ? json : { counters: json, payers: [] }
  return {
    countersBack: counters.map(([ownerId, customerId, period, back]) => ({
      ...{ ownerId, customerId, period },
      back: BigInt(back),
    })),
    paidBack: payers.map(([payerId, n, discount]) => ({
      ...{ payerId, points: points(BigInt(n)) },
      discount: minor(BigInt(discount)),
    })),
  }
}

/** The parts of a purchase after what refunds took back, and after what ran out of each lot. */
export function partsAfter(
  parts: readonly PaidPart[],
  refunds: readonly RefundedRules[],
  expired: ReadonlyMap<string, bigint>,
): readonly PaidPart[] {
  return parts.map((part) => {
    const back = refunds.flatMap(({ paidBack }) => paidBack.filter(({ payerId }) => payerId === part.payerId))
    const sum = (of: (each: PaidBack) => bigint) => back.reduce((all, each) => all + of(each), 0n)
    return {
      ...part,
      pointsDue: points(sum((each) => each.points)),
      discountBack: minor(sum((each) => each.discount)),
      pointsExpired: points(expired.get(part.lotId ?? '') ?? 0n),
    }
  })
}
