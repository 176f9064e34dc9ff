import { InvalidInputError, type Micros, micros, NotFoundError } from '@artel/ledger'
import { type AccountMovement, coalitionNow, type OperatorAccountKind, operatorAccounts } from '@artel/store'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'

export interface ReadOperatorAccountsInput {
  readonly coalitionId: string
  /** Movements from then on; null: from the first entry. */
  readonly from?: Date | null
  /** Balances at this instant, movements before it; null: now. */
  readonly to?: Date | null
}

/** On which side an account's balance stands, in the usual course of things. */
export type AccountSide = 'DEBIT' | 'CREDIT'

/** One of the coalition's own accounts in a period. Micros; balances are positive on the account's own side. */
export interface OperatorAccount {
  readonly kind: OperatorAccountKind
  readonly side: AccountSide
  readonly opening: Micros
  readonly debit: Micros
  readonly credit: Micros
  readonly closing: Micros
  /** By the kind of entry. */
  readonly movements: readonly AccountMovement[]
}

export interface OperatorAccounts {
  /** The instant of the closing balances. */
  readonly asOf: Date
  readonly accounts: readonly OperatorAccount[]
}

/** The accounts in the order of a balance sheet: what the operator has and lost, then what it keeps for others and earned. */
const SIDES: Readonly<Record<OperatorAccountKind, AccountSide>> = {
  BANK: 'DEBIT',
  LOSS: 'DEBIT',
  RESERVE: 'CREDIT',
  PROMO_FUND: 'CREDIT',
  FEES: 'CREDIT',
  BREAKAGE: 'CREDIT',
  ROUNDING: 'CREDIT',
  REVENUE_DRAWN: 'DEBIT',
}
const KINDS = Object.keys(SIDES) as OperatorAccountKind[]

/**
 * Reads the operator's accounts: balances at an instant, and what moved them by the kind of entry. Administrators with
 * `coalition:read`. Throws NotFoundError for another coalition, InvalidInputError.
 */
export async function readOperatorAccounts(
  context: Context,
  input: ReadOperatorAccountsInput,
): Promise<OperatorAccounts> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:read')
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const { from = null, to = null } = input
  const now = await coalitionNow(context.store, coalitionId)
  const asOf = to ?? now
  if (asOf > now) throw new InvalidInputError({ path: ['to'], problem: 'Must not be in the future.' })
  if (from && from >= asOf) throw new InvalidInputError({ path: ['to'], problem: 'Must be later than from.' })
  const sums = await operatorAccounts(context.store, coalitionId, { from, to, kinds: KINDS })
  return {
    asOf,
    accounts: sums.map(({ kind, opening, movements }) => {
      const side = SIDES[kind]
      const [debit, credit] = (['debit', 'credit'] as const).map((of) =>
        movements.reduce((sum, movement) => sum + movement[of], 0n),
      ) as [bigint, bigint]
      const onSide = (balance: bigint) => micros(side === 'DEBIT' ? balance : -balance)
      return {
        ...{ kind, side, opening: onSide(opening), debit: micros(debit), credit: micros(credit) },
        ...{ closing: onSide(opening + debit - credit), movements },
      }
    }),
  }
}
