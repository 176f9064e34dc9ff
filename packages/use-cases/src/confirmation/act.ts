import type { Points } from '@artel/ledger'
import type { Confirmation } from '@artel/store/prisma'

/** What customers confirm. */
export const CONFIRMATION_PURPOSES = ['HOUSEHOLD_JOIN', 'POINTS_TRANSFER', 'SPEND', 'UNFREEZE'] as const
export type ConfirmationPurpose = (typeof CONFIRMATION_PURPOSES)[number]

/** The very thing that a customer says yes to. A code for one act confirms no other. */
export interface ConfirmedAct {
  readonly coalitionId: string
  readonly purpose: ConfirmationPurpose
  /** Whose code it takes. */
  readonly customerId: string
  /** Where it happens; null when an administrator of the coalition does it. */
  readonly memberId: string | null
  /** Whom the customer joins or gives to; null for SPEND and UNFREEZE. */
  readonly otherCustomerId: string | null
  /** How many points; null for a household and for UNFREEZE. A code for more confirms fewer. */
  readonly points: Points | null
}

/** Whether a code was asked for such an act, whatever the points. */
export const isLike = (asked: Confirmation, act: ConfirmedAct): boolean =>
  asked.purpose === act.purpose &&
  asked.customerId === act.customerId &&
  asked.memberId === act.memberId &&
  asked.otherCustomerId === act.otherCustomerId

/** Whether a code was asked for this act, or for the same with more points. */
export const isFor = (asked: Confirmation, act: ConfirmedAct): boolean =>
  isLike(asked, act) && (act.points ?? 0n) <= (asked.maxPoints ?? 0n)

/** Whether spending so many points needs the customer: above the coalition's threshold, of which null is none. */
export const needsConfirmation = (points: Points, threshold: bigint | null): boolean =>
  points > 0n && threshold !== null && points > threshold
