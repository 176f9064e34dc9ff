import type { CounterMove } from '@artel/ledger'
import { type LeftOfRules, type LocalDate, lastDayAfterReturn, localDateOf } from '@artel/rules'
import type { Store, VoucherMove, VoucherStanding } from '@artel/store'
import { loadRuleVersions } from '../terms/running-rules.ts'
import { readRules, type StoredRules } from './stored-rules.ts'

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
    const { revokedById } = standing
    return [{ act: 'RETURN', id, usedById: purchaseId, revokedById, refundId, lastDay }]
  })
  return [...revoked, ...returned]
}

/** What each of these vouchers took of the stock of its rule, by its id: what gave it says so. */
export async function stockOf(
  store: Store,
  coalitionId: string,
  voucherIds: readonly string[],
): Promise<ReadonlyMap<string, CounterMove>> {
  if (voucherIds.length === 0) return new Map()
  const rows = await store.prisma.voucher.findMany({ where: { coalitionId, id: { in: [...voucherIds] } } })
  const [versions, purchases] = await Promise.all([
    loadRuleVersions(store, coalitionId, [...new Set(rows.map(({ versionId }) => versionId))]),
    store.prisma.purchase.findMany({
      where: { coalitionId, id: { in: rows.map(({ purchaseId }) => purchaseId) } },
      select: { id: true, rules: true },
    }),
  ])
  const moves = rows.flatMap((row): [string, CounterMove][] => {
    if (versions.get(row.versionId)?.limits.budget?.unit !== 'VOUCHERS') return []
    const stored = readRules(purchases.find(({ id }) => id === row.purchaseId)?.rules ?? null)
    const gift = stored?.given.find(({ issued }) => issued === row.id)
    const move = gift?.counters?.find(([, customerId]) => customerId === null)
    if (!move) return []
    const [ownerId, customerId, period, delta, limit] = move
    return [[row.id, { ownerId, customerId, period, delta: BigInt(delta), limit: BigInt(limit) }]]
  })
  return new Map(moves)
}

/** What goes back to stocks with vouchers that come back: of those that were revoked while they were used, which nobody can have again. */
export const stockBack = (
  moves: readonly VoucherMove[],
  stock: ReadonlyMap<string, CounterMove>,
): readonly CounterMove[] =>
  moves.flatMap((move) => {
    const taken = move.act === 'RETURN' && move.revokedById !== null ? stock.get(move.id) : undefined
    return taken ? [{ ...taken, delta: -taken.delta }] : []
  })

/**
 * What is left of rules as their counters see it: a voucher that was used is not given back to a stock, and one that came back after it
 * was revoked has been given back by what brought it.
 */
export function leftForCounters(
  left: LeftOfRules,
  vouchers: PurchaseVouchers | undefined,
  standings: ReadonlyMap<string, VoucherStanding> | undefined,
): LeftOfRules['byRule'] {
  if (!vouchers) return left.byRule
  return new Map(
    [...left.byRule].map(([versionId, gift]) => {
      const id = vouchers.issued.get(versionId)
      const standing = id === undefined ? undefined : standings?.get(id)
      const isBack = standing?.revokedById != null && standing.returnedById !== null
      return [versionId, standing?.usedById != null || isBack ? { ...gift, hasVoucher: true } : gift]
    }),
  )
}
