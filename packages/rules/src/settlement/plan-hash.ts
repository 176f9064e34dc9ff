import type { PaymentPlan } from './plan-payments.ts'
import { hexOf, type Sha256 } from './sha256.ts'

/**
 * Canonical bytes of a plan: UTF-8, one JSON array a line, each line ended by LF - head, legs, carried nets, residues.
 * Amounts are decimal strings. Two plans have equal bytes exactly when they pay, carry and round the same.
 */
export function planBytes(plan: PaymentPlan): Uint8Array {
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
  ]
  return new TextEncoder().encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

/** SHA-256 of the canonical bytes, hex in lower case: what an approval binds to. */
export function planHash(plan: PaymentPlan, sha256: Sha256): string {
  return hexOf(sha256(planBytes(plan)))
}
