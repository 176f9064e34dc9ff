import type { Store } from '../store.ts'
import {
  type FigureAsked,
  type FigureSums,
  SUM_COLUMNS,
  type SumColumns,
  sumsOf,
} from './read-figure-rows.ts'

/** The sums of one rule, article, category, till, person or member in a period. */
export interface FiguresByKey extends FigureSums {
  readonly key: string
}

/** The keys of a dimension with the largest turnover, less discounts and what was undone, in a period, at most `limit`. */
export async function figuresByKey(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: FigureAsked & { readonly dimension: string; readonly limit: number },
): Promise<FiguresByKey[]> {
  const { rows } = await store.pool.query<SumColumns & { key: string }>({
    name: 'artel_figures_by_key',
    text: `select f.key, ${SUM_COLUMNS} from figure f
      where f.coalition_id = $1 and f.dimension = $2 and f.scope_id = $3 and f.day between $4::date and $5::date
      group by f.key order by sum(f.gross_minor - f.discount_minor - f.refunded_minor) desc, f.key limit $6`,
    values: [coalitionId, asked.dimension, asked.scopeId, asked.from, asked.to, asked.limit],
  })
  return rows.map((row) => ({ ...sumsOf(row), key: row.key }))
}

/** The same by member, of those where anything was counted. A lateral step a member: its days lie together. */
export async function figuresByMember(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  asked: Omit<FigureAsked, 'scopeId'> & { readonly limit: number },
): Promise<FiguresByKey[]> {
  const { rows } = await store.pool.query<SumColumns & { key: string }>({
    name: 'artel_figures_by_member',
    text: `select m.member_id::text as key, s.* from member m
      cross join lateral (select count(*) as days, ${SUM_COLUMNS} from figure f
        where f.coalition_id = m.coalition_id and f.dimension = 'TOTAL' and f.scope_id = m.member_id
          and f.day between $2::date and $3::date) s
      where m.coalition_id = $1 and s.days > 0
      order by s.gross_minor::numeric - s.discount_minor::numeric - s.refunded_minor::numeric desc, m.member_id limit $4`,
    values: [coalitionId, asked.from, asked.to, asked.limit],
  })
  return rows.map((row) => ({ ...sumsOf(row), key: row.key }))
}
