import type pg from 'pg'
import { uuidArray } from '../wire/binary-array.ts'

/**
 * Makes codes for those of some customers that are active and have none; a code that is taken makes none. `codes` are as many as
 * the customers, in their order.
 */
export async function addReferralCodes(
  { pool }: { readonly pool: pg.Pool },
  added: {
    readonly coalitionId: string
    readonly customerIds: readonly string[]
    readonly codes: readonly string[]
  },
): Promise<void> {
  await pool.query({
    name: 'artel_add_referral_codes',
    text: `insert into referral_code (coalition_id, customer_id, code, made_at)
      select c.coalition_id, c.customer_id, x.code, coalition_clock(k.clock_offset_seconds)
      from unnest($2::uuid[], $3::text[]) x(customer_id, code)
      join coalition k on k.coalition_id = $1
      join customer c on c.coalition_id = $1 and c.customer_id = x.customer_id and c.status = 'ACTIVE'
      on conflict do nothing`,
    values: [added.coalitionId, uuidArray(added.customerIds, (id) => id), added.codes],
  })
}

/** The active customer that a code leads to: its own, or that of one who was merged into it; undefined: none. */
export async function referrerOfCode(
  client: Pick<pg.ClientBase, 'query'> | pg.Pool,
  { coalitionId, code }: { readonly coalitionId: string; readonly code: string },
): Promise<{ readonly customerId: string; readonly isOfMerged: boolean } | undefined> {
  const { rows } = await client.query<{ customerId: string; isOfMerged: boolean }>({
    name: 'artel_referrer_of_code',
    text: `select s.customer_id as "customerId", s.customer_id <> c.customer_id as "isOfMerged"
      from referral_code r
      join customer c on c.coalition_id = $1 and c.customer_id = r.customer_id
      join customer s on s.coalition_id = $1 and s.customer_id = coalesce(c.merged_into_id, c.customer_id) and s.status = 'ACTIVE'
      where r.coalition_id = $1 and r.code = $2`,
    values: [coalitionId, code],
  })
  return rows[0]
}

/** Where a referral code leads on the web: the coalition and the pages of the member that enrolled its customer. */
export async function visitedReferral(
  { pool }: { readonly pool: pg.Pool },
  code: string,
): Promise<{ readonly pages: readonly string[] } | undefined> {
  const { rows } = await pool.query<{ pages: readonly string[] }>({
    name: 'artel_visited_referral',
    text: `select m.link_pages as pages from referral_code r
      join customer c on c.coalition_id = r.coalition_id and c.customer_id = r.customer_id
      join customer s on s.coalition_id = c.coalition_id and s.customer_id = coalesce(c.merged_into_id, c.customer_id)
        and s.status = 'ACTIVE'
      join member m on m.coalition_id = s.coalition_id and m.member_id = s.enrolled_by_id and m.status <> 'CLOSED'
      where r.code = $1`,
    values: [code],
  })
  return rows[0]
}
