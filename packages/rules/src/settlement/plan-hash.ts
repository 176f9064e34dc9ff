import type { PaymentPlan } from './plan-payments.ts'
import { hexOf, type Sha256 } from './sha256.ts'

/** Where a payee is paid: SHA-256 of its bank details, hex. */
export interface PaidTo {
  readonly payeeId: string
  readonly detailsHash: string
}

/**
 * Canonical bytes of a plan: UTF-8, one JSON array a line, each line ended by LF - head, legs, carried nets, residues, and where
 * the payees are paid whose bank details are known. Amounts are decimal strings. Two plans have equal bytes exactly when they pay,
 * carry and round the same, to the same accounts.
 */
export function planBytes(plan: PaymentPlan, paidTo: readonly PaidTo[] = []): Uint8Array {
  const rows: readonly (readonly (string | number)[])[] = [
    ['artel-plan-1', plan.coalitionId, plan.windowNo, plan.currency, plan.method],
    ...plan.legs.map((leg) => [
      'leg',
      leg.legNo,
      leg.payerId,
      leg.payeeId,
      leg.amount.toString(),
      leg.reference,
    ]),
    ...plan.carried.map(({ memberId, amount }) => ['carried', memberId, amount.toString()]),
    ...plan.residues.map(({ ownerId, residue }) => ['residue', ownerId, residue.toString()]),
    ...paidTo.map(({ payeeId, detailsHash }) => ['paid to', payeeId, detailsHash]),
  ]
  return new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

/** SHA-256 of the canonical bytes, hex in lower case: what an approval binds to. */
export function planHash(plan: PaymentPlan, sha256: Sha256, paidTo: readonly PaidTo[] = []): string {
  return hexOf(sha256(planBytes(plan, paidTo)))
}
