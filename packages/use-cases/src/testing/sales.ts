import { minor, points } from '@artel/ledger'
import { v7 as uuidv7 } from 'uuid'
import type { CreateHoldInput } from '../hold/create-hold.ts'
import type { MoneyAmount } from '../input/bill.ts'
import type { RecordPurchaseInput } from '../purchase/record-purchase.ts'

/** Roubles and kopecks as an amount: `roubles(200)` is 200.00. */
export function roubles(whole: number, kopecks = 0): MoneyAmount {
  return { amountMinor: minor(BigInt(whole) * 100n + BigInt(kopecks)), currency: 'RUB' }
}

/** A sale of 1000.00 without points, under a fresh receipt and key. */
export function aSale(
  customer: { readonly id: string },
  overrides: Partial<RecordPurchaseInput> = {},
): RecordPurchaseInput {
  return {
    customer: { id: customer.id },
    receiptRef: uuidv7(),
    total: roubles(1000),
    points: points(0n),
    idempotencyKey: uuidv7(),
    ...overrides,
  }
}

/** A hold of 100 points for a bill of 1000.00, under a fresh order and key. */
export function aHold(
  customer: { readonly id: string },
  overrides: Partial<CreateHoldInput> = {},
): CreateHoldInput {
  return {
    customer: { id: customer.id },
    orderRef: uuidv7(),
    bill: roubles(1000),
    points: points(100n),
    idempotencyKey: uuidv7(),
    ...overrides,
  }
}
