import {
  type CustomerState,
  type Entry,
  type Minor,
  minor,
  type Points,
  type PurchaseLine,
} from '@artel/ledger'
import type { EvaluatedBill } from '@artel/rules'
import { type ActingPerson, type EntryGroup, lineJson, type Store } from '@artel/store'
import type { Coalition, Purchase } from '@artel/store/prisma'
import { actingFacts } from '../access/acting-person.ts'
import type { TermsVersion } from '../terms/agreement.ts'
import { saleEntries } from './sale.ts'
import { storedRules } from './stored-rules.ts'

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
  readonly bill: EvaluatedBill
  readonly terms: TermsVersion
  readonly occurredAt: Date
  readonly now: Date
}

/** The entry group of a sale, whether its points are redeemed at once or captured from a hold. */
export function saleGroup(state: CustomerState, redemption: Entry, sale: Sale): EntryGroup {
  const { bill, memberId, purchaseId } = sale
  const { customerId } = state
  const entries = saleEntries(state, redemption, {
    coalitionId: sale.coalition.id,
    timeZone: sale.coalition.timeZone,
    memberId,
    purchaseId,
    lotId: sale.lotId,
    terms: sale.terms,
    pointsToEarn: bill.pointsToEarn,
    occurredAt: sale.occurredAt,
    now: sale.now,
  })
  const moves = bill.given.flatMap(({ counters }) => counters)
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
      earnedLotId: bill.pointsToEarn > 0n ? sale.lotId : null,
      holdId: sale.holdId,
      lines: discountedLines(sale.lines, bill.discountByLine).map(lineJson),
      code: sale.code,
      clickId: sale.clickId,
      discountMinor: bill.discountMinor,
      rules: storedRules(bill),
      occurredAt: sale.occurredAt,
    },
    ...(moves.length > 0 ? { counters: moves } : {}),
    outbox: [
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
    ],
  }
}

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
