import type { LegStatus } from '@artel/rules'
import type { Payment, PaymentLeg } from '@artel/store/prisma'

/** What the status of a leg depends on. */
export interface LegPaid extends Pick<PaymentLeg, 'amountMinor' | 'receivableAt'> {
  readonly payments: readonly Pick<Payment, 'amountMinor'>[]
}

/** Minor units paid of a leg so far. */
export const paidOf = ({ payments }: Pick<LegPaid, 'payments'>): bigint =>
  payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)

/** How far a leg is paid. */
export function legStatus(leg: LegPaid): LegStatus {
  const paid = paidOf(leg)
  if (paid >= leg.amountMinor) return 'PAID'
  if (leg.receivableAt !== null) return 'RECEIVABLE'
  return paid > 0n ? 'PARTIAL' : 'OPEN'
}
