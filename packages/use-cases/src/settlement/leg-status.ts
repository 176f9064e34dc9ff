import type { LegStatus } from '@artel/rules'
import type { Payment, PaymentLeg, PaymentReversal } from '@artel/store/prisma'

/** A payment with what took it back; null while it stands. */
export type PaymentWithReversal = Payment & { readonly reversal: PaymentReversal | null }

/** What the status of a leg depends on. */
export interface LegPaid extends Pick<PaymentLeg, 'amountMinor' | 'receivableAt'> {
  readonly payments: readonly PaidPart[]
}

/** A payment as far as it counts: one that was taken back counts for nothing. */
type PaidPart = Pick<Payment, 'amountMinor'> & { readonly reversal: object | null }

/** Minor units paid of a leg so far, and not taken back. */
export const paidOf = ({ payments }: Pick<LegPaid, 'payments'>): bigint =>
  payments.reduce((sum, { amountMinor, reversal }) => (reversal === null ? sum + amountMinor : sum), 0n)

/** How far a leg is paid. */
export function legStatus(leg: LegPaid): LegStatus {
  const paid = paidOf(leg)
  if (paid >= leg.amountMinor) return 'PAID'
  if (leg.receivableAt !== null) return 'RECEIVABLE'
  return paid > 0n ? 'PARTIAL' : 'OPEN'
}
