import type { MoneyAccountKind } from './account.ts'
import { customer, debtOf, fees, payerOf, reserve } from './account.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt, Entry } from './entry.ts'
import { lotOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import type { Lot } from './lot.ts'
import { type CompoundLine, moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link recoverDebt} needs to know. */
export interface RecoverDebtInput {
  /** The lot just earned, that the debts are recovered from. */
  readonly lotId: string
  readonly coalitionId: string
  /** The purchase that earned the lot. */
  readonly documentId: string
}

/**
 * Intercepts a fresh earning for the customer's debts, oldest first: call it on the state after the earn.
 * Each debt's issuer is credited now, with the lot's deposit and the fee that it once paid.
 * Undefined when nothing is owed or the lot has nothing free.
 */
export function recoverDebt(state: CustomerState, input: RecoverDebtInput): Entry | undefined {
  if (state.debts.length === 0) return undefined
  return debtRecovery(state, { ...input, lot: lotOf(state, input.lotId), debts: state.debts })
}

/** Pays these debts of the customer, in their order, from the free points of a lot; undefined when nothing is paid. */
export function debtRecovery(
  state: CustomerState,
  input: Omit<RecoverDebtInput, 'lotId'> & { readonly lot: Lot; readonly debts: readonly Debt[] },
): Entry | undefined {
  const { lot } = input
  const recoveries = oldestFirst(input.debts, freePoints(lot))
  if (recoveries.length === 0) return undefined
  const total = recoveries.reduce((sum, recovery) => sum + recovery.points, 0n)
  return {
    kind: 'DEBT_RECOVERY',
    memberId: lot.issuerId === input.coalitionId ? null : lot.issuerId,
    documentId: input.documentId,
    pointsDelta: points(-total),
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: customer(state.customerId), amount: total }],
          credits: [{ account: debtOf(state.customerId), amount: total }],
        },
      ]),
      ...moneyTransfers(recoveries.map((recovery) => recoveryLine(recovery, lot, input.coalitionId))),
    ],
    newLots: [],
    lotUses: [{ lotId: lot.id, kind: 'DEBT_RECOVERY', points: points(total) }],
    lotChanges: [],
    debtRecoveries: recoveries.map((recovery) => ({ debtId: recovery.debt.id, points: recovery.points })),
  }
}

interface Recovery {
  readonly debt: Debt
  readonly points: Points
}

function oldestFirst(debts: readonly Debt[], free: Points): Recovery[] {
  const recoveries: Recovery[] = []
  let left = free
  for (const debt of debts) {
    const part = lesser(debt.remaining, left)
    if (part === 0n) continue
    recoveries.push({ debt, points: part })
    left = points(left - part)
  }
  return recoveries
}

function recoveryLine(recovery: Recovery, lot: Lot, coalitionId: string): CompoundLine<MoneyAccountKind> {
  const { debt, points: n } = recovery
  return {
    debits: [
      { account: reserve(coalitionId), amount: n * lot.prices.deposit },
      { account: fees(coalitionId), amount: n * debt.issueFee },
    ],
    credits: [
      { account: payerOf(debt.issuerId, coalitionId), amount: n * (lot.prices.deposit + debt.issueFee) },
    ],
  }
}
