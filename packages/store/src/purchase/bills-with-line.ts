import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

/** Bills with a line of an article, or of a category and all that is in it; null: not asked for. */
export interface LineAsked {
  readonly sku: string | null
  readonly category: string | null
  /** Happened then or later, and before then; null: at any time. */
  readonly from: Date | null
  readonly to: Date | null
  /** Of this member; null: of all. Raw UUID. */
  readonly memberId: string | null
  readonly limit: number
}

/** Ids of the newest bills of a coalition with such a line, at most `limit`. Lines are in no index: every bill of the period is read. */
export async function billsWithLine(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  asked: LineAsked,
): Promise<string[]> {
  const { rows } = await store.pool.query<{ id: string }>(
    withLongTimeout({
      name: 'artel_bills_with_line',
      text: `select p.purchase_id as id from purchase p
        where p.coalition_id = $1 and ($2::uuid is null or p.member_id = $2)
          and ($3::timestamptz is null or p.occurred_at >= $3) and ($4::timestamptz is null or p.occurred_at < $4)
          and exists (select from json_array_elements(p.lines) line
            where ($5::text is null or line->>'sku' = $5)
              and ($6::text is null or line->>'category' = $6 or starts_with(line->>'category', $6 || '/')))
        order by p.purchase_id desc limit $7`,
      values: [
        ...[coalitionId, asked.memberId, asked.from, asked.to],
        ...[asked.sku, asked.category, asked.limit],
      ],
    }),
  )
  return rows.map(({ id }) => id)
}
