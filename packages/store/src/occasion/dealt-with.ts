import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/** Which of these customers each of these members has enrolled or sold to: `customer member` each. */
export async function dealtWith(
  store: { readonly pool: pg.Pool },
  asked: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    readonly memberIds: readonly string[]
  },
): Promise<ReadonlySet<string>> {
  if (asked.customerIds.length === 0 || asked.memberIds.length === 0) return new Set()
  const { rows } = await store.pool.query<{ name: string }>({
    name: 'artel_dealt_with',
    text: `select x.customer || ' ' || m.member as name
      from unnest($2::uuid[]) x(customer) cross join unnest($3::uuid[]) m(member)
      where exists (select from customer c where c.coalition_id = $1 and c.enrolled_by_id = m.member
          and (c.customer_id = x.customer or c.merged_into_id = x.customer))
        or exists (select from customer c
          join purchase p on p.coalition_id = $1 and p.customer_id = c.customer_id and p.member_id = m.member
          where c.coalition_id = $1 and (c.customer_id = x.customer or c.merged_into_id = x.customer))`,
    values: [
      asked.coalitionId,
      uuidArray(asked.customerIds, (id) => id),
      uuidArray(asked.memberIds, (id) => id),
    ],
  })
  return new Set(rows.map(({ name }) => name))
}
