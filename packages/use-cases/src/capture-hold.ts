import type { Points } from '@artel/ledger'
import type { Hold, Purchase } from '@artel/store/prisma'
import type { BillLineInput, MoneyAmount } from './bill.ts'
import type { Context } from './principal.ts'

export interface CaptureHoldInput {
  readonly holdId: string
  readonly receiptRef: string
  /** The final bill, points part included. */
  readonly total: MoneyAmount
  /** Defaults to as many held points as the final bill may take. */
  readonly points?: Points | null
  readonly lines?: readonly BillLineInput[] | null
  /** Defaults to now. */
  readonly occurredAt?: Date | null
  readonly idempotencyKey: string
}

export interface CapturedHold {
  readonly purchase: Purchase
  readonly hold: Hold
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/** Turns a hold into a purchase of the final bill and releases what it does not take. */
export async function captureHold(context: Context, input: CaptureHoldInput): Promise<CapturedHold> {
  throw new Error('captureHold is not built yet', { cause: [context, input] })
}
