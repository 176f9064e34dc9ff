import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'
import { type GroupJson, groupsSql, parseGroups, TODAY } from './rule-standing.ts'

/** Which of these segments and tiers customers are in today, in one query; who is in none is missing. */
export async function groupsOfCustomers(
  store: { readonly pool: pg.Pool },
  asked: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    readonly groupIds: readonly string[]
  },
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { coalitionId, groupIds } = asked
  const customerIds = [...new Set(asked.customerIds)]
  if (groupIds.length === 0 || customerIds.length === 0) return new Map()
  const pairs = customerIds.flatMap((customerId) => groupIds.map((id) => [customerId, id] as const))
  const { rows } = await store.pool.query<{ groups: GroupJson[] | null }>({
    name: 'artel_groups_of_customers',
    text: `select ${groupsSql('$2::uuid[], $3::uuid[]', TODAY)} as groups from coalition c where c.coalition_id = $1`,
    values: [coalitionId, uuidArray(pairs, ([customerId]) => customerId), uuidArray(pairs, ([, id]) => id)],
  })
  return parseGroups(rows[0]?.groups ?? null)
}
