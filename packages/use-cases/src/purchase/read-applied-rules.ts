import { type Minor, minor, type Points, points } from '@artel/ledger'
import { type PayerGift, type RuleVersion, type SkipReason, voucherRule } from '@artel/rules'
import type { Purchase } from '@artel/store/prisma'
import { readRules, type StoredGift } from './stored-rules.ts'

/** What became of one rule on one bill. */
export interface AppliedRule {
  readonly rule: RuleVersion
  readonly points: Points
  readonly discountMinor: Minor
  /** Who pays for it, where another than the seller does too; empty otherwise. */
  readonly paidBy: readonly PayerGift[]
  /** Null: it gave. */
  readonly reason: SkipReason | null
}

/** Reads versions of rules by their ids. */
export type VersionOf = (id: string) => Promise<RuleVersion | null>

/**
 * Why a purchase earned what it did, as stored with it: what each rule gave, then why others gave nothing. Empty where no
 * rule was running.
 */
export async function readAppliedRules(
  purchase: Pick<Purchase, 'rules'>,
  versionOf: VersionOf,
): Promise<readonly AppliedRule[]> {
  const stored = readRules(purchase.rules)
  if (!stored) return []
  const read = async (id: string): Promise<RuleVersion> => {
    const version = await versionOf(id)
    if (!version) throw new Error(`A purchase names version ${id} of a rule that its coalition does not have`)
    return version
  }
  return Promise.all([
    ...stored.given.map(
      async (gift): Promise<AppliedRule> => ({
        rule: ruleOf(gift, await read(gift.rule)),
        points: points(BigInt(gift.points)),
        discountMinor: minor((gift.discounts ?? []).reduce((sum, part) => sum + BigInt(part), 0n)),
        paidBy: (gift.pays ?? []).map(([payerId, n, off]) => ({
          payerId,
          points: points(BigInt(n)),
          discountMinor: minor(BigInt(off)),
        })),
        reason: null,
      }),
    ),
    ...stored.skipped.map(
      async ({ rule, reason }): Promise<AppliedRule> => ({
        rule: await read(rule),
        points: points(0n),
        discountMinor: minor(0n),
        paidBy: [],
        reason,
      }),
    ),
  ])
}

/** What a gift was of: the rule, or what a voucher of it says. */
const ruleOf = ({ voucher: id, pays }: StoredGift, version: RuleVersion): RuleVersion =>
  id === undefined ? version : voucherRule(version, { id, memberId: pays?.[0]?.[0] ?? '' })
