import { type CounterMove, minor, type Points, points } from '@artel/ledger'
import {
  type DecidedRules,
  type EarnRule,
  type EvaluatedBill,
  type Given,
  isPaidByOthers,
  type RuleVersion,
  type SkipReason,
  splitGift,
  voucherOf,
  voucherRule,
} from '@artel/rules'
import type { IssuedVoucher, PayerJson, VoucherMove } from '@artel/store'
import type { EarnedPart } from './sale.ts'

/** `purchase.rules`: what each rule gave, and why others gave nothing. Rules are named by their version's id. */
export interface StoredRules {
  /** Of the points earned, those by the member's earn rule. */
  readonly base: string
  readonly given: readonly StoredGift[]
  readonly skipped: readonly StoredSkip[]
  /** Who gave how many points in which lot, and how much of the discounts, the seller first; left out where it alone did. */
  readonly payers?: readonly PayerJson[]
}

/** Vouchers of a sale: those that it gives by the version that gives each, and all that happens to any. */
export interface SaleVouchers {
  readonly issued: ReadonlyMap<string, IssuedVoucher>
  readonly moves: readonly VoucherMove[]
}

export interface StoredGift {
  /** The version; of what a used voucher takes off, the one that gave the voucher. */
  readonly rule: string
  /** The voucher that was used. */
  readonly voucher?: string
  /** The voucher that the rule gave. */
  readonly issued?: string
  readonly points: string
  /** By line of the bill, minor units; a bill without lines is one line. */
  readonly discounts?: readonly string[]
  readonly counters?: readonly StoredMove[]
  /** Who pays for it, where another than the seller does too: their points and minor units sum to it. */
  readonly pays?: readonly (readonly [payerId: string, points: string, discountMinor: string])[]
}

interface StoredSkip {
  readonly rule: string
  /** The voucher that was named and took nothing off. */
  readonly voucher?: string
  readonly reason: SkipReason
  /** With LOST_TO: id of the rule that gave instead; null: the member's earn rule. */
  readonly to?: string | null
}

type StoredMove = readonly [
  ownerId: string,
  customerId: string | null,
  period: string,
  delta: string,
  limit: string,
]

/**
 * What is not kept: such rules had nothing to do with the bill, and their versions say so. A shop of many codes and seasons would
 * else keep kilobytes of them with each sale.
 */
const FAR: readonly SkipReason[] = ['NOT_STARTED', 'ENDED', 'OTHER_DAY', 'NO_CODE']

/** The text of `purchase.rules`; null where no rule of the member had to do with the bill. */
export function storedRules(
  { basePoints, given, skipped: all, paidBy }: EvaluatedBill,
  sellerId: string,
  parts: readonly EarnedPart[],
  vouchers?: SaleVouchers,
): string | null {
  const skipped = all.filter(({ reason }) => !FAR.includes(reason))
  if (given.length === 0 && skipped.length === 0) return null
  const stored: StoredRules = {
    base: String(basePoints),
    given: given.map((gift) => storedGift(gift, sellerId, vouchers?.issued.get(gift.rule.id))),
    skipped: skipped.map(({ rule, reason, to }) => ({
      ...namedRule(rule),
      reason,
      ...(to === undefined ? {} : { to }),
    })),
    ...(paidBy.length > 0
      ? {
          payers: paidBy.map(({ payerId, points: n, discountMinor }): PayerJson => {
            const lotId = n > 0n ? (parts.find(({ issuerId }) => issuerId === payerId)?.lotId ?? null) : null
            return [payerId, lotId, String(n), String(discountMinor)]
          }),
        }
      : {}),
  }
  return JSON.stringify(stored)
}

const namedRule = ({ id, voucherOf: used }: RuleVersion): Pick<StoredGift, 'rule' | 'voucher'> =>
  used ? { rule: used.versionId, voucher: id } : { rule: id }

function storedGift(gift: Given, sellerId: string, issued: IssuedVoucher | undefined): StoredGift {
  const { rule, points: n, discountByLine, counters } = gift
  return {
    ...namedRule(rule),
    ...(issued ? { issued: issued.id } : {}),
    points: String(n),
    ...(discountByLine.length > 0 ? { discounts: discountByLine.map(String) } : {}),
    ...(counters.length > 0 ? { counters: counters.map(storedMove) } : {}),
    ...(isPaidByOthers(rule, sellerId)
      ? {
          pays: splitGift(rule, gift, sellerId).map(
            (part) => [part.payerId, String(part.points), String(part.discountMinor)] as const,
          ),
        }
      : {}),
  }
}

const storedMove = ({ ownerId, customerId, period, delta, limit }: CounterMove): StoredMove => [
  ownerId,
  customerId,
  period,
  String(delta),
  String(limit),
]

/** What {@link storedRules} wrote; null as there. */
export const readRules = (text: string | null): StoredRules | null =>
  text === null ? null : (JSON.parse(text) as StoredRules)

/** Versions that refunds of the purchase ask for: those that gave, and those that lost to one of their group. */
export const versionsToRefund = ({ given, skipped }: StoredRules): readonly string[] => [
  ...given.map(({ rule }) => rule),
  ...skipped.filter(({ reason }) => reason === 'LOST_TO').map(({ rule }) => rule),
]

/** What was decided about a purchase, with the versions that {@link versionsToRefund} named. */
export function decidedRules(
  stored: StoredRules | null,
  by: {
    readonly earnRule: EarnRule
    readonly pointsEarned: Points
    readonly faceValueMinor: DecidedRules['faceValueMinor']
    /** Who sold. */
    readonly sellerId: string
    readonly versionOf: (id: string) => RuleVersion
  },
): DecidedRules {
  const { earnRule, faceValueMinor, versionOf } = by
  if (!stored) return { earnRule, faceValueMinor, basePoints: by.pointsEarned, given: [], lost: [] }
  return {
    earnRule,
    faceValueMinor,
    basePoints: points(BigInt(stored.base)),
    given: stored.given.map((gift) => readGift(gift, versionOf(gift.rule), by.sellerId)),
    lost: stored.skipped.filter(({ reason }) => reason === 'LOST_TO').map(({ rule }) => versionOf(rule)),
  }
}

function readGift(stored: StoredGift, version: RuleVersion, sellerId: string): Given {
  const { points: n, discounts = [], counters = [], voucher, issued, pays } = stored
  // Where the version names no payers, the one member that gave the voucher pays: the seller itself where nobody is named.
  const rule =
    voucher === undefined
      ? version
      : voucherRule(version, { id: voucher, memberId: pays?.[0]?.[0] ?? sellerId })
  const discountByLine = discounts.map((text) => minor(BigInt(text)))
  return {
    rule,
    ...(issued === undefined ? {} : { voucher: voucherOf(version) }),
    points: points(BigInt(n)),
    discountByLine,
    discountMinor: minor(discountByLine.reduce<bigint>((sum, part) => sum + part, 0n)),
    counters: counters.map(([ownerId, customerId, period, delta, limit]) => ({
      ...{ ownerId, customerId, period },
      ...{ delta: BigInt(delta), limit: BigInt(limit) },
    })),
  }
}
