import { type LeftOfRules, type LocalDate, lastDayAfterReturn, localDateOf } from '@artel/rules'
import type { VoucherMove, VoucherStanding } from '@artel/store'
import type { StoredRules } from './stored-rules.ts'

/** The vouchers of a purchase by the rules that gave them and by their own ids, as the purchase was stored. */
export interface PurchaseVouchers {
  /** Voucher ids by the version that gave each. */
  readonly issued: ReadonlyMap<string, string>
  readonly used: readonly string[]
}

/** The vouchers that a purchase gave and used; undefined for neither. */
export function vouchersOf(stored: StoredRules | null): PurchaseVouchers | undefined {
  if (!stored?.given.some(({ issued, voucher }) => issued ?? voucher)) return undefined
  return {
    issued: new Map(stored.given.flatMap(({ rule, issued }) => (issued ? [[rule, issued]] : []))),
    used: stored.given.flatMap(({ voucher }) => voucher ?? []),
  }
}

/**
 * What a refund does to the vouchers of its purchase. One that it gave is revoked once what is left would not give it, and if
 * it was used meanwhile that stands; one that it used comes back, once, when the whole purchase is undone.
 */
export function refundedVouchers(
  { issued, used }: PurchaseVouchers,
  by: {
    readonly standings: ReadonlyMap<string, VoucherStanding>
    readonly left: LeftOfRules
    /** All of the purchase is undone. */
    readonly isGone: boolean
    readonly purchaseId: string
    readonly refundId: string
    readonly now: Date
    readonly timeZone: string
  },
): readonly VoucherMove[] {
  const { standings, left, purchaseId, refundId } = by
  const revoked = [...issued].flatMap(([versionId, id]): VoucherMove[] => {
    const standing = standings.get(id)
    if (!standing || standing.revokedById !== null || left.byRule.get(versionId)?.hasVoucher) return []
    return [{ act: 'REVOKE', id, usedById: standing.usedById, refundId }]
  })
  if (!by.isGone) return revoked
  const today = localDateOf(by.now, by.timeZone)
  const returned = used.flatMap((id): VoucherMove[] => {
    const standing = standings.get(id)
    if (standing?.usedById !== purchaseId || standing.returnedById !== null) return []
    const lastDay = lastDayAfterReturn(standing.lastDay as LocalDate, today)
    return [{ act: 'RETURN', id, usedById: purchaseId, refundId, lastDay }]
  })
  return [...revoked, ...returned]
}

/** What is left of rules as their counters see it: a voucher that was used is not given back to a stock. */
export function leftForCounters(
  left: LeftOfRules,
  vouchers: PurchaseVouchers | undefined,
  standings: ReadonlyMap<string, VoucherStanding> | undefined,
): LeftOfRules['byRule'] {
  if (!vouchers) return left.byRule
  return new Map(
    [...left.byRule].map(([versionId, gift]) => {
      const id = vouchers.issued.get(versionId)
      const isUsed = id !== undefined && standings?.get(id)?.usedById != null
      return [versionId, isUsed ? { ...gift, hasVoucher: true } : gift]
    }),
  )
}
