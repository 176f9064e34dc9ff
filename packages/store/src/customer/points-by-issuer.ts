import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** What is left of the open lots of each customer, by issuer: sums, however many lots there are. */
export async function pointsByIssuer(
  { pool }: { readonly pool: pg.Pool },
  { coalitionId, customerIds }: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, bigint>>> {
  const { rows } = await pool.query<{ customerId: string; issuerId: string; points: string }>({
    name: 'artel_points_by_issuer',
    text: `select l.customer_id as "customerId", l.issuer_id as "issuerId", sum(l.remaining)::text as points
      from lot l where l.coalition_id = $1 and l.customer_id = any($2::uuid[]) and l.open
      group by l.customer_id, l.issuer_id`,
    values: [coalitionId, uuidArray(customerIds, (id) => id)],
  })
  const found = new Map<string, Map<string, bigint>>()
  for (const { customerId, issuerId, points } of rows) {
    const sums = found.get(customerId) ?? new Map<string, bigint>()
    found.set(customerId, sums.set(issuerId, BigInt(points)))
  }
  return found
}
