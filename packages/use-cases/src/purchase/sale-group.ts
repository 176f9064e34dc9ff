import {
  type CustomerState,
  type Entry,
  type Minor,
  minor,
  type Points,
  type PurchaseLine,
} from '@artel/ledger'
import type { EvaluatedBill } from '@artel/rules'
import {
  type ActingPerson,
  type EntryGroup,
  type IssuedVoucher,
  lineJson,
  type Store,
  type VoucherMove,
  type VoucherStanding,
} from '@artel/store'
import type { Coalition, Purchase } from '@artel/store/prisma'
import { actingFacts } from '../access/acting-person.ts'
import type { TermsVersion } from '../terms/agreement.ts'
import { newVoucher } from '../voucher/new-voucher.ts'
import { type EarnedPart, saleEntries } from './sale.ts'
import { type SaleVouchers, storedRules } from './stored-rules.ts'

/** A decided sale: all that its purchase row and its entries are made of. */
export interface Sale {
  readonly purchaseId: string
  readonly lotId: string
  /** Of purchase.recorded, and of hold.captured when a hold was. */
  readonly eventIds: readonly [string, string]
  readonly coalition: Coalition
  readonly memberId: string
  readonly holdId: string | null
  readonly by: ActingPerson | undefined
  readonly receiptRef: string
  readonly totalMinor: Minor
  readonly points: Points
  readonly lines: readonly PurchaseLine[]
  /** The code that the customer named, as it is compared. */
  readonly code: string | null
  /** The click that the sale names, whether or not there is one. */
  readonly clickId: string | null
  /** Of the till, `fn-i-fp`. */
  readonly fiscalReceipt: string | null
  readonly bill: EvaluatedBill
  readonly terms: TermsVersion
  /** Of those who pay besides the seller; undefined when nobody may. */
  readonly payers: SalePayers | undefined
  /** How the vouchers stand that the bill names. */
  readonly vouchers: ReadonlyMap<string, VoucherStanding> | undefined
  readonly occurredAt: Date
  readonly now: Date
}

/** What others who pay for a sale issue their points under, and a fresh id for each one's lot. */
export interface SalePayers {
  readonly termsOf: (payerId: string) => TermsVersion | undefined
  readonly lotIdOf: (payerId: string) => string
}

/** The entry group of a sale, whether its points are redeemed at once or captured from a hold. */
export function saleGroup(state: CustomerState, redemption: Entry, sale: Sale): EntryGroup {
  const { bill, memberId, purchaseId } = sale
  const { customerId } = state
  const isShared = bill.paidBy.length > 0
  const parts = isShared
    ? sharedParts(sale)
    : [{ issuerId: memberId, lotId: sale.lotId, points: bill.pointsToEarn, terms: sale.terms }]
  const entries = saleEntries(state, redemption, {
    coalitionId: sale.coalition.id,
    timeZone: sale.coalition.timeZone,
    memberId,
    purchaseId,
    parts,
    costs: isShared
      ? bill.paidBy.map(({ payerId, discountMinor: discount }) => ({ payerId, discount }))
      : undefined,
    occurredAt: sale.occurredAt,
    now: sale.now,
  })
  const moves = bill.given.flatMap(({ counters }) => counters)
  const vouchers = vouchersOfSale(sale)
  return {
    documentId: purchaseId,
    entries,
    purchase: {
      id: purchaseId,
      memberId,
      customerId,
      termsId: sale.terms.id,
      receiptRef: sale.receiptRef,
      totalMinor: sale.totalMinor,
      pointsPartMinor: bill.pointsPartMinor,
      pointsRedeemed: sale.points,
      pointsEarned: bill.pointsToEarn,
      earnedLotId: parts.find(({ points: n }) => n > 0n)?.lotId ?? null,
      holdId: sale.holdId,
      lines: discountedLines(sale.lines, bill.discountByLine).map(lineJson),
      code: sale.code,
      clickId: sale.clickId,
      fiscalReceipt: sale.fiscalReceipt,
      discountMinor: bill.discountMinor,
      rules: storedRules(bill, memberId, parts, vouchers),
      occurredAt: sale.occurredAt,
    },
    ...(moves.length > 0 ? { counters: moves } : {}),
    ...(vouchers ? { vouchers: vouchers.moves } : {}),
    ...(isFundShort(sale) ? { isFundShort: true } : {}),
    outbox: saleEvents(sale, customerId),
  }
}

/** What is told of a sale: that it was recorded, and of a held one that its hold was captured. */
function saleEvents(sale: Sale, customerId: string): EntryGroup['outbox'] {
  const { bill, memberId, purchaseId } = sale
  const bare = {
    purchaseId,
    memberId,
    customerId,
    receiptRef: sale.receiptRef,
    totalMinor: String(sale.totalMinor),
    pointsRedeemed: String(sale.points),
    pointsEarned: String(bill.pointsToEarn),
  }
  // No spread for the plain sale of a server: see record-purchase.ts.
  const told = bill.discountMinor > 0n ? { ...bare, discountMinor: String(bill.discountMinor) } : bare
  const payload = sale.by ? { ...told, ...actingFacts(sale.by) } : told
  return [
    { id: sale.eventIds[0], kind: 'purchase.recorded', subjectId: purchaseId, payload },
    ...(sale.holdId === null
      ? []
      : [
          {
            id: sale.eventIds[1],
            kind: 'hold.captured',
            subjectId: sale.holdId,
            payload: { ...payload, holdId: sale.holdId },
          },
        ]),
  ]
}

/** The vouchers that a sale gives and uses; undefined for neither. */
function vouchersOfSale(sale: Sale): SaleVouchers | undefined {
  const { given } = sale.bill
  if (!given.some(({ voucher, rule }) => voucher ?? rule.voucherOf)) return undefined
  const { memberId, purchaseId, now, vouchers } = sale
  const issued = new Map<string, IssuedVoucher>()
  const moves = given.flatMap(({ rule, voucher }): VoucherMove[] => {
    const lastDay = vouchers?.get(rule.id)?.lastDay
    if (rule.voucherOf && lastDay !== undefined) return [{ act: 'USE', id: rule.id, purchaseId, lastDay }]
    if (!voucher) return []
    const of = { versionId: rule.id, memberId, purchaseId, now, timeZone: sale.coalition.timeZone }
    const made = newVoucher(voucher, of)
    issued.set(rule.id, made)
    return [{ act: 'ISSUE', voucher: made }]
  })
  return { issued, moves }
}

/** Whether a rule that the promo fund pays for was left out for what its payers lack. */
const isFundShort = ({ bill, coalition, payers }: Sale): boolean =>
  payers !== undefined &&
  bill.skipped.some(
    ({ reason, rule }) =>
      reason === 'PAYER_LIMIT' && rule.pays?.some(({ payerId }) => payerId === coalition.id) === true,
  )

/** The points of a sale that several pay for, the seller's first. */
const sharedParts = ({ bill, memberId, lotId, terms, payers }: Sale): readonly EarnedPart[] =>
  bill.paidBy.map(({ payerId, points: n }) => {
    if (payerId === memberId) return { issuerId: memberId, lotId, points: n, terms }
    const ofPayer = payers?.termsOf(payerId)
    // The bill was decided with what this payer can pay, by the same terms.
    if (!payers || !ofPayer) throw new Error(`A rule is paid by ${payerId}, who gives no points`)
    return { issuerId: payerId, lotId: payers.lotIdOf(payerId), points: n, terms: ofPayer }
  })

/** Lines with what was taken off each. */
const discountedLines = (lines: readonly PurchaseLine[], discountByLine: readonly Minor[]): PurchaseLine[] =>
  lines.map((line, index) => {
    const discount = discountByLine[index] ?? minor(0n)
    return discount > 0n ? { ...line, total: minor(line.total - discount), discount } : line
  })

/** The purchase of an entry group that is posted already. */
export function recordedPurchase(store: Store, coalitionId: string, purchaseId: string): Promise<Purchase> {
  return store.prisma.purchase.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id: purchaseId } },
  })
}
