import type { Points } from '@artel/ledger'
import type { Refund } from '@artel/store/prisma'
import type { MoneyAmount } from './bill.ts'
import type { Context } from './principal.ts'

/** How a member names its purchase: raw UUID, or its own receipt. */
export type PurchaseBy = { readonly id: string } | { readonly receiptRef: string }

export interface RefundLineInput {
  readonly ref: string
  /** Defaults to all that is left of the line. */
  readonly amount?: MoneyAmount | null
}

export interface RefundPurchaseInput {
  readonly purchase: PurchaseBy
  /** At most one of amount and lines; neither = all that is left. */
  readonly amount?: MoneyAmount | null
  readonly lines?: readonly RefundLineInput[] | null
  readonly reason: string
  readonly idempotencyKey: string
}

export interface RefundedPurchase {
  readonly refund: Refund
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/** Undoes a part or all that is left of a purchase of the calling member. */
export async function refundPurchase(
  context: Context,
  input: RefundPurchaseInput,
): Promise<RefundedPurchase> {
  throw new Error('refundPurchase is not built yet', { cause: [context, input] })
}
