import type { LegStatus } from '@artel/rules'
import { sumOf } from '@artel/store'
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

/** Minor units of a leg that are still to be paid; below 0 when more was paid. */
export const openOf = (leg: LegPaid): bigint => sumOf(leg.amountMinor) - paidOf(leg)

/** How far a leg is paid. */
export const legStatus = (leg: LegPaid): LegStatus =>
  statusOfPaid({ amount: sumOf(leg.amountMinor), paid: paidOf(leg), receivableAt: leg.receivableAt })

/** The same of its figures. Minor units. */
export function statusOfPaid(leg: {
  readonly amount: bigint
  readonly paid: bigint
  readonly receivableAt: Date | null
}): LegStatus {
  if (leg.paid >= leg.amount) return 'PAID'
  if (leg.receivableAt !== null) return 'RECEIVABLE'
  return leg.paid > 0n ? 'PARTIAL' : 'OPEN'
}
