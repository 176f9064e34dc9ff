import type { Points } from './points.ts'

/**
 * Points that a refund should have taken back and did not find: spent, held, given away or run out. Those that come back
 * to a lot of that origin satisfy it, and its issuer is credited then. Under CUSTOMER_DEBT a {@link Debt} says the same
 * of what was spent or held, and a claim only of what had run out.
 */
export interface Claim {
  /** The refund that left it; it leaves at most one on each lot. */
  readonly id: string
  /** The lot that the refunded purchase earned. */
  readonly lotId: string
  readonly purchaseId: string
  readonly amount: Points
  readonly remaining: Points
}

/** What tells claims apart. */
export const claimKey = ({ id, lotId }: Pick<Claim, 'id' | 'lotId'>): string => `${id} ${lotId}`
