import { debtOf } from './account.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt, Entry } from './entry.ts'
import { movePoints } from './move-points.ts'
import { pointsTransfers } from './pairs.ts'
import { points, ZERO_POINTS } from './points.ts'
import { CustomerHasOpenHoldsError } from './refusals/customer.ts'
import { InvalidInputError } from './refusals/input.ts'

/** What {@link mergeCustomers} needs to know. */
export interface MergeCustomersInput {
  readonly documentId: string
  /** The member that carries it out; null for the coalition. */
  readonly memberId: string | null
  /** The id of the survivor's lot for the lot of that id; the same one when asked again. */
  readonly newLotId: (lotId: string) => string
  /** The id of the survivor's debt for the debt of that id; the same one when asked again. */
  readonly newDebtId: (debtId: string) => string
}

/** The entries of a merge: as many for the one that goes as for the one that stays, each pair about one thing. */
export interface MergedCustomers {
  readonly given: readonly Entry[]
  readonly received: readonly Entry[]
}

/**
 * Moves all that one customer has to another who is the same person: every point that remains, pending and run-out ones
 * too, and every debt. The first pair moves points and is there even when there are none; one more follows a debt.
 * Throws CustomerHasOpenHoldsError: points promised to a shop stay promised under the customer and hold that the shop knows, so
 * holds are to be captured, voided or released first.
 */
export function mergeCustomers(
  gone: CustomerState,
  survivor: CustomerState,
  input: MergeCustomersInput,
): MergedCustomers {
  if (gone.customerId === survivor.customerId)
    throw new InvalidInputError({ path: ['into'], problem: 'Must be another customer than the one merged.' })
  const open = gone.holds.filter((hold) => hold.status === 'OPEN')
  if (open.length > 0) throw new CustomerHasOpenHoldsError({ openHolds: open.length, held: gone.reserved })
  const { given, received } = movePoints(gone, survivor, {
    kind: 'MERGE',
    ...input,
    parts: gone.lots
      .filter((lot) => lot.remaining > 0n)
      .map((lot) => ({ lotId: lot.id, points: lot.remaining })),
  })
  const debts = gone.debts
    .filter((debt) => debt.remaining > 0n)
    .map((debt) => moveDebt({ debt, from: gone.customerId, to: survivor.customerId, input }))
  return {
    given: [given, ...debts.map((pair) => pair.given)],
    received: [received, ...debts.map((pair) => pair.received)],
  }
}

/** A debt follows the person: same issuer, purchase and fee, and what is left of it. */
function moveDebt(move: {
  readonly debt: Debt
  readonly from: string
  readonly to: string
  readonly input: MergeCustomersInput
}): { given: Entry; received: Entry } {
  const { debt, from, to, input } = move
  const without = {
    memberId: input.memberId,
    documentId: input.documentId,
    pointsDelta: ZERO_POINTS,
    reservedDelta: ZERO_POINTS,
    newLots: [],
    lotUses: [],
    lotChanges: [],
  }
  const transfers = pointsTransfers([
    {
      debits: [{ account: debtOf(to), amount: debt.remaining }],
      credits: [{ account: debtOf(from), amount: debt.remaining }],
    },
  ])
  return {
    given: {
      ...without,
      kind: 'MERGE_OUT',
      transfers,
      debtRecoveries: [{ debtId: debt.id, points: debt.remaining }],
    },
    received: {
      ...without,
      kind: 'MERGE_IN',
      transfers: [],
      mirrored: transfers,
      newDebt: { ...debt, id: input.newDebtId(debt.id), amount: points(debt.remaining) },
    },
  }
}
