import type { Minor, Points } from '@artel/ledger'
import type { Member } from '@artel/store/prisma'
import type { MoneyAmount } from './bill.ts'
import type { CustomerBy } from './find-customer.ts'
import type { Context } from './principal.ts'

export interface QuotePurchaseInput {
  /** Defaults to the caller's member; required for anonymous callers and administrators. */
  readonly memberId?: string | null
  /** Members may quote for a customer; a customer's token quotes for itself. */
  readonly customer?: CustomerBy | null
  readonly total: MoneyAmount
  readonly points?: Points | null
}

export interface PurchaseQuote {
  readonly member: Member
  readonly currency: string
  readonly totalMinor: Minor
  readonly pointsToRedeem: Points
  readonly pointsPartMinor: Minor
  readonly moneyPartMinor: Minor
  readonly pointsToEarn: Points
  /** Most points that this bill may take: by the share cap and, with a customer, by what is available. */
  readonly maxPoints: Points
  /** What one point pays at the till. */
  readonly faceValueMinor: Minor
}

/** Says what a purchase would do; nothing is written. */
export async function quotePurchase(context: Context, input: QuotePurchaseInput): Promise<PurchaseQuote> {
  throw new Error('quotePurchase is not built yet', { cause: [context, input] })
}
