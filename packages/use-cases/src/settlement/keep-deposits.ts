import { lesser, MICROS_PER_MINOR, type Micros, micros, minor } from '@artel/ledger'
import type { PaymentPlan } from '@artel/rules'
import { exitDeposits, type PlanPosition, type TransactionClient } from '@artel/store'

/**
 * How much of what members are owed is their deposit, and so stays: a deposit is on the member's account, and a plan that
 * paid it back would leave the points that it stands for uncovered. Micros by member, above zero.
 */
export async function keptDeposits(
  client: TransactionClient,
  coalitionId: string,
  positions: readonly PlanPosition[],
): Promise<ReadonlyMap<string, Micros>> {
  const deposits = await exitDeposits(client, coalitionId)
  const kept = new Map<string, Micros>()
  for (const { memberId, stated } of positions) {
    const deposit = deposits.get(memberId) ?? 0n
    if (deposit > 0n && stated < 0n) kept.set(memberId, micros(lesser(deposit, -stated)))
  }
  return kept
}

/** The plan of positions less what is kept, with that among what it carries forward. */
export function carryingKept(plan: PaymentPlan, kept: ReadonlyMap<string, Micros>): PaymentPlan {
  if (kept.size === 0) return plan
  const carried = new Map<string, bigint>(plan.carried.map(({ memberId, amount }) => [memberId, amount]))
  for (const [memberId, keep] of kept)
    carried.set(memberId, (carried.get(memberId) ?? 0n) - keep / MICROS_PER_MINOR)
  return {
    ...plan,
    carried: [...carried]
      .filter(([, amount]) => amount !== 0n)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([memberId, amount]) => ({ memberId, amount: minor(amount) })),
  }
}
