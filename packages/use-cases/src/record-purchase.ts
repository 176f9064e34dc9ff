import type { Points } from '@artel/ledger'
import type { Purchase } from '@artel/store/prisma'
import type { BillLineInput, MoneyAmount } from './bill.ts'
import type { CustomerBy } from './find-customer.ts'
import type { Context } from './principal.ts'

export interface RecordPurchaseInput {
  readonly customer: CustomerBy
  readonly receiptRef: string
  /** The whole bill, points part included. */
  readonly total: MoneyAmount
  /** Points to spend on it; 0 for none. */
  readonly points: Points
  /** When given, must sum to the total. */
  readonly lines?: readonly BillLineInput[] | null
  /** Defaults to now. */
  readonly occurredAt?: Date | null
  readonly idempotencyKey: string
}

export interface RecordedPurchase {
  readonly purchase: Purchase
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/** Records a sale: its money part earns, its points part redeems, both or neither. */
export async function recordPurchase(
  context: Context,
  input: RecordPurchaseInput,
): Promise<RecordedPurchase> {
  throw new Error('recordPurchase is not built yet', { cause: [context, input] })
}
