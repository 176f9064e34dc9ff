import { clearing, type MoneyAccount, payable } from './account.ts'
import { assertInvariant } from './broken-invariant-error.ts'
import type { MoneyTransfer } from './entry.ts'
import type { Micros } from './money.ts'
import { moneyTransfers } from './pairs.ts'

/** Who pays a commission, a member, and who gets it. */
export interface CommissionParties {
  readonly payerId: string
  readonly payee: { readonly kind: 'AFFILIATE' | 'MEMBER'; readonly id: string }
}

/** The account on which a payee of commissions is owed. */
export const accountOfPayee = ({ kind, id }: CommissionParties['payee']): MoneyAccount =>
  kind === 'AFFILIATE' ? payable(id) : clearing(id)

/**
 * Money that an approved commission moves: the payer owes it, the payee is owed it. `isReversal` takes it back. `amount` above 0.
 * No points, no customer.
 */
export function commissionTransfers(
  { payerId, payee }: CommissionParties,
  { amount, isReversal }: { readonly amount: Micros; readonly isReversal: boolean },
): readonly MoneyTransfer[] {
  assertInvariant(amount > 0n, () => `a commission of ${amount} is none`)
  const payer = { account: clearing(payerId), amount }
  const getter = { account: accountOfPayee(payee), amount }
  return moneyTransfers([
    isReversal ? { debits: [getter], credits: [payer] } : { debits: [payer], credits: [getter] },
  ])
}
