import { type CompoundLine, MICROS_PER_MINOR, type MoneyAccount, type MoneyAccountKind } from '@artel/ledger'
import type { PaymentPlan, PlanLeg } from './plan-payments.ts'

type MoneyLine = CompoundLine<MoneyAccountKind>

/**
 * Books a payment that was made outside, in full or in part: a member's CLEARING, an affiliate's PAYABLE, the coalition's BANK.
 * `amount` is in minor units.
 */
export function paymentLine(
  payment: Pick<PlanLeg, 'payerId' | 'payeeId' | 'amount'>,
  facts: {
    readonly coalitionId: string
    /** Which of the two is an affiliate; null or left out: neither. */
    readonly affiliateId?: string | null
    readonly microsPerMinor?: bigint
  },
): MoneyLine {
  const amount = payment.amount * (facts.microsPerMinor ?? MICROS_PER_MINOR)
  const accountOf = (partyId: string): MoneyAccount =>
    partyId === facts.coalitionId
      ? { kind: 'BANK', ownerId: partyId }
      : { kind: partyId === facts.affiliateId ? 'PAYABLE' : 'CLEARING', ownerId: partyId }
  return {
    debits: [{ account: accountOf(payment.payeeId), amount }],
    credits: [{ account: accountOf(payment.payerId), amount }],
  }
}

/** Moves the parts of a minor unit that a plan does not pay out of CLEARING, where they would be owed, into ROUNDING. */
export function roundingLines(plan: Pick<PaymentPlan, 'coalitionId' | 'residues'>): MoneyLine[] {
  const rounding: MoneyAccount = { kind: 'ROUNDING', ownerId: plan.coalitionId }
  return plan.residues
    .filter(({ ownerId }) => ownerId !== plan.coalitionId)
    .map(({ ownerId, residue }) => between(rounding, { kind: 'CLEARING', ownerId }, residue))
}

/** Debits one account and credits the other; the other way round for a negative amount. */
function between(debit: MoneyAccount, credit: MoneyAccount, amount: bigint): MoneyLine {
  const [to, from] = amount < 0n ? [credit, debit] : [debit, credit]
  const size = amount < 0n ? -amount : amount
  return { debits: [{ account: to, amount: size }], credits: [{ account: from, amount: size }] }
}
