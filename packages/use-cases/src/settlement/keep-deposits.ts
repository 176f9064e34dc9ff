import { lesser, MICROS_PER_MINOR, type Micros, micros, minor } from '@artel/ledger'
import type { PaymentPlan } from '@artel/rules'
import type { PlanPosition, TransactionClient } from '@artel/store'

/**
 * $1 coalition. What members that leave have paid in for points that may still cost them: as long as one such point is
 * out, and not to the point, so that a plan does not change with every sale.
 */
const DEPOSITS = `select x.member_id, sum(g.amount)::text as deposit
  from member_exit x
  join exit_guarantee g on g.coalition_id = $1 and g.exit_id = x.exit_id and g.kind = 'DEPOSIT'
  where x.coalition_id = $1 and x.withdrawn_at is null and exists (select from lot l where l.coalition_id = $1 and l.issuer_id = x.member_id
    and l.open and l.reserve_price > l.deposit)
  group by x.member_id`

/**
 * How much of what members are owed is their deposit, and so stays: a deposit is on the member's account, and a plan that
 * paid it back would leave the points that it stands for uncovered. Micros by member, above zero.
 */
export async function keptDeposits(
  client: TransactionClient,
  coalitionId: string,
  positions: readonly PlanPosition[],
): Promise<ReadonlyMap<string, Micros>> {
  const { rows } = await client.query<{ member_id: string; deposit: string }>({
    name: 'artel_kept_deposits',
    text: DEPOSITS,
    values: [coalitionId],
  })
  const deposits = new Map(rows.map((row) => [row.member_id, BigInt(row.deposit)]))
  const kept = new Map<string, Micros>()
  for (const { memberId, net } of positions) {
    const deposit = deposits.get(memberId) ?? 0n
    if (deposit > 0n && net < 0n) kept.set(memberId, micros(lesser(deposit, -net)))
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
