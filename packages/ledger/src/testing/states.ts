import type { CustomerState } from '../customer-state.ts'
import type { Lot } from '../lot.ts'
import { points } from '../points.ts'
import { examplePrices } from './prices.ts'

/** 1 January 2026, the present of these tests. */
export const NOW = new Date('2026-01-01T00:00:00Z')
/** The instant so many days from {@link NOW}. */
export const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

/** A lot of S, spendable now and for ever, half-way between the fundings. */
export const aLot = (id: string, amount: bigint, over: Partial<Lot> = {}): Lot => ({
  id,
  issuerId: 'S',
  termsId: 'T',
  originLotId: null,
  amount: points(amount),
  remaining: points(amount),
  reserved: points(0n),
  issuedAt: NOW,
  activatesAt: NOW,
  expiresAt: null,
  prices: examplePrices(450_000n),
  ...over,
})

/** Anna with these lots; her balance follows from them. */
export const withLots = (lots: readonly Lot[], over: Partial<CustomerState> = {}): CustomerState => ({
  customerId: 'anna',
  sequence: 0n,
  posted: points(lots.reduce((sum, lot) => sum + lot.remaining, 0n)),
  reserved: points(lots.reduce((sum, lot) => sum + lot.reserved, 0n)),
  lots,
  holds: [],
  debts: [],
  claims: [],
  purchases: [],
  ...over,
})
