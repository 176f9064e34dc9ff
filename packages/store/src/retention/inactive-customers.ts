import type { Store } from '../store.ts'

/** Customers that are looked at in one call. */
const PAGE = 1_000

export interface InactiveCustomers {
  readonly customerIds: readonly string[]
  /** Where the next call goes on; null when all have been looked at. */
  readonly afterId: string | null
}

/**
 * The next customers whom a coalition has decided to forget, from where the last call left off, in the order of their ids; at
 * most `limit`. None where it forgets nobody. The erasure asks again, under its locks.
 */
export async function inactiveCustomers(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<InactiveCustomers> {
  const { rows } = await pool.query<{ id: string; inactive: boolean }>({
    name: 'artel_inactive_customers',
    text: `with page as materialized (
        select u.customer_id from customer u
        where u.coalition_id = $1 and u.status = 'ACTIVE' and u.customer_id > coalesce((select j.after_id from job_cursor j
          where j.coalition_id = $1 and j.job = 'retention'), '00000000-0000-0000-0000-000000000000')
        order by u.customer_id limit $2)
      select p.customer_id as id, is_inactive($1, p.customer_id, kept.start) as inactive
      from inactive_before($1) kept(start) cross join page p
      where kept.start is not null
      order by p.customer_id`,
    values: [coalitionId, PAGE],
  })
  const found = rows.filter(({ inactive }) => inactive).slice(0, limit)
  const customerIds = found.map(({ id }) => id)
  if (customerIds.length === limit) return { customerIds, afterId: customerIds.at(-1) ?? null }
  return { customerIds, afterId: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null }
}

/** Remembers where the next call goes on; null: at the beginning. */
export async function rememberPlace(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
  afterId: string | null,
): Promise<void> {
  await pool.query({
    name: 'artel_remember_place',
    text: `insert into job_cursor (coalition_id, job, done_until, after_id)
      select c.coalition_id, 'retention', c.created_at, $2 from coalition c where c.coalition_id = $1
      on conflict (coalition_id, job) do update set after_id = excluded.after_id`,
    values: [coalitionId, afterId],
  })
}
