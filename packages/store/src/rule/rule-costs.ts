import { type Minor, minor, type Points, points } from '@artel/ledger'
import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** What a rule cost one payer over its whole life, before refunds. */
export interface RuleCost {
  readonly ruleId: string
  /** A member; the coalition where its promo fund paid. */
  readonly payerId: string
  readonly purchases: number
  readonly points: Points
  readonly discountMinor: Minor
}

/** What rules that others than the seller pay for gave, by rule and payer. Purchases that several paid for have an index of their own. */
export async function ruleCosts(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  ruleIds: readonly string[],
): Promise<readonly RuleCost[]> {
  const { rows } = await store.pool.query<{
    ruleId: string
    payerId: string
    purchases: number
    points: string
    discount: string
  }>(
    withLongTimeout({
      name: 'artel_rule_costs',
      text: `select v.rule_id as "ruleId", pay->>0 as "payerId", count(*)::int as purchases,
          sum((pay->>1)::numeric)::text as points, sum((pay->>2)::numeric)::text as discount
        from purchase p
        cross join lateral json_array_elements(p.rules::json->'given') given
        join rule_version v on v.coalition_id = p.coalition_id and v.rule_version_id = (given->>'rule')::uuid
        cross join lateral json_array_elements(given->'pays') pay
        where p.coalition_id = $1 and p.rules like '%"payers":%' and v.rule_id = any($2::uuid[])
        group by v.rule_id, pay->>0 order by v.rule_id, pay->>0`,
      values: [coalitionId, uuidArray(ruleIds, (id) => id)],
    }),
  )
  return rows.map(({ ruleId, payerId, purchases, ...sums }) => ({
    ...{ ruleId, payerId, purchases },
    points: points(BigInt(sums.points)),
    discountMinor: minor(BigInt(sums.discount)),
  }))
}
