import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** The last word of each customer for each purpose, by when it was said, with what was said as somebody merged into it since. */
export async function consentIdsInForce(
  { pool }: { readonly pool: pg.Pool },
  { coalitionId, customerIds }: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): Promise<readonly { readonly customerId: string; readonly id: string }[]> {
  const { rows } = await pool.query<{ customerId: string; id: string }>({
    name: 'artel_consent_ids_in_force',
    text: `select distinct on (x.id, n.purpose) x.id as "customerId", n.consent_id as id
      from unnest($2::uuid[]) x(id)
      join customer c on c.coalition_id = $1 and (c.customer_id = x.id or c.merged_into_id = x.id)
      join consent n on n.coalition_id = $1 and n.customer_id = c.customer_id
      order by x.id, n.purpose, n.happened_at desc, n.consent_id desc`,
    values: [coalitionId, uuidArray(customerIds, (id) => id)],
  })
  return rows
}
