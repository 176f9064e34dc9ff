import { type Micros, micros, type Points, points } from '@artel/ledger'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'
import { accountTotals } from './account-totals.ts'

/** What stands behind the outstanding points of one issuer. */
export interface IssuerCoverageSums {
  /** Null for points that the promo fund paid for: their issuer is the coalition. */
  readonly memberId: string | null
  readonly outstandingPoints: Points
  /** Deposits behind them: sum of remaining x D. */
  readonly reserve: Micros
  /** Owed by the issuer when they are spent: sum of remaining x (R - D). */
  readonly contingent: Micros
}

export interface CoverageSums {
  /** Balance of the RESERVE account, from the transfers: not from the lots that it is compared with. */
  readonly reserve: Micros
  /** Issuers with outstanding points, by id. */
  readonly byIssuer: readonly IssuerCoverageSums[]
}

const COVERAGE_SUMS = `with ${accountTotals('array[$1]', "array['RESERVE']")}
  select
  (select t.credit - t.debit from totals t)::text as reserve,
  (select json_agg(json_build_array(nullif(x.issuer_id, $1), x.outstanding::text, x.reserve::text, x.contingent::text)
      order by x.issuer_id)
    from (select l.issuer_id, sum(l.remaining) as outstanding, sum(l.remaining::numeric * l.deposit) as reserve,
        sum(l.remaining::numeric * (l.reserve_price - l.deposit)) as contingent
      from lot l where l.coalition_id = $1 and l.open group by l.issuer_id) x) as issuers`

/** The sums of the coverage proof of a coalition, on one snapshot. */
export async function coverageSums(store: Pick<Store, 'pool'>, coalitionId: string): Promise<CoverageSums> {
  const { rows } = await store.pool.query<{
    reserve: string
    issuers: [memberId: string | null, outstanding: string, reserve: string, contingent: string][] | null
  }>(withLongTimeout({ name: 'artel_coverage_sums', text: COVERAGE_SUMS, values: [coalitionId] }))
  const byIssuer = (rows[0]?.issuers ?? []).map(([memberId, outstanding, reserve, contingent]) => ({
    memberId,
    outstandingPoints: points(BigInt(outstanding)),
    reserve: micros(BigInt(reserve)),
    contingent: micros(BigInt(contingent)),
  }))
  return { reserve: micros(BigInt(rows[0]?.reserve ?? '0')), byIssuer }
}
