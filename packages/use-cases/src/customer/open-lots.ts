import { type Lot, micros, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { Customer, Lot as StoredLot } from '@artel/store/prisma'

/** The customer's open lots as the ledger reckons with them. */
export async function openLots(store: Store, customer: Pick<Customer, 'coalitionId' | 'id'>): Promise<Lot[]> {
  const { coalitionId, id: customerId } = customer
  const rows = await store.prisma.lot.findMany({ where: { coalitionId, customerId, open: true } })
  return rows.map(lotOf)
}

/** A lot as the ledger reckons with it, from the stored row. */
export function lotOf(row: StoredLot): Lot {
  return {
    id: row.id,
    issuerId: row.issuerId,
    termsId: row.termsId,
    originLotId: row.originLotId,
    amount: points(row.amount),
    remaining: points(row.remaining),
    reserved: points(row.reserved),
    issuedAt: row.issuedAt,
    activatesAt: row.activatesAt,
    expiresAt: row.expiresAt,
    prices: {
      reservePrice: micros(row.reservePrice),
      deposit: micros(row.deposit),
      issueFee: micros(row.issueFee),
      redeemFee: micros(row.redeemFee),
    },
  }
}
