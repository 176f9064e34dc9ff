import { withLongTimeout } from '../pool/open-pool.ts'
import { ACTIVITY_KINDS } from '../reads/activity-kinds.ts'
import type { Store } from '../store.ts'

/** A customer with lots past their end. */
export interface DueAccount {
  readonly customerId: string
  /** Of the account, when it was looked at. */
  readonly sequence: bigint
  /** Its last activity; null where that is no matter. */
  readonly lastActiveAt: Date | null
}

const DUE_BY_DATE = `select a.customer_id, a.sequence::text, null::timestamptz as last_active_at
  from (select l.customer_id, min(l.expires_at) as due_at
    from coalition c
    join lot l on l.coalition_id = $1 and l.open and l.remaining > l.reserved
      and l.expires_at <= coalition_clock(c.clock_offset_seconds)
    where c.coalition_id = $1
    group by l.customer_id order by due_at, l.customer_id limit $2) due
  join customer_account a on a.coalition_id = $1 and a.customer_id = due.customer_id
  order by due.due_at, due.customer_id`

/**
 * Only for coalitions with such terms, or that wind down: of customers with such lots open, those whose last activity is
 * long enough ago. A lot that activates later than the activity is judged by itself when the command decides.
 */
const DUE_BY_INACTIVITY = `select a.customer_id, a.sequence::text,
    coalesce(act.last_active_at, to_timestamp(0)) as last_active_at
  from coalition c
  join lateral (select l.customer_id,
      min((greatest(l.activates_at, act.at) at time zone c.time_zone + make_interval(months => t.expiry_months))
        at time zone c.time_zone) filter (where t.expiry_kind = 'INACTIVITY') as due_at
    from lot l
    join terms t on t.coalition_id = $1 and t.terms_id = l.terms_id
    join lateral (select max(e.posted_at) as at from entry e
      where e.coalition_id = $1 and e.customer_id = l.customer_id and e.kind in ${ACTIVITY_KINDS}) act on true
    where l.coalition_id = $1 and l.open and l.remaining > l.reserved
      and (t.expiry_kind = 'INACTIVITY' or c.wind_down_ends_at is not null)
    group by l.customer_id) due on true
  join lateral (select max(e.posted_at) as last_active_at from entry e
    where e.coalition_id = $1 and e.customer_id = due.customer_id and e.kind in ${ACTIVITY_KINDS}) act on true
  join customer_account a on a.coalition_id = $1 and a.customer_id = due.customer_id
  where c.coalition_id = $1 and least(due.due_at, c.wind_down_ends_at) <= coalition_clock(c.clock_offset_seconds)
  order by least(due.due_at, c.wind_down_ends_at), a.customer_id limit $2`

interface Look {
  readonly coalitionId: string
  /** Most customers. */
  readonly limit: number
}

/** Customers with lots past the date of their own, the longest due first. */
export const accountsDueByDate = (store: Pick<Store, 'pool'>, look: Look): Promise<DueAccount[]> =>
  dueAccounts(store, { name: 'artel_due_lots', text: DUE_BY_DATE }, look)

/** Customers with lots that their silence has ended, or the end of their coalition, the longest due first. */
export const accountsDueByInactivity = (store: Pick<Store, 'pool'>, look: Look): Promise<DueAccount[]> =>
  dueAccounts(store, { name: 'artel_inactive_lots', text: DUE_BY_INACTIVITY }, look)

async function dueAccounts(
  store: Pick<Store, 'pool'>,
  statement: { readonly name: string; readonly text: string },
  { coalitionId, limit }: Look,
): Promise<DueAccount[]> {
  const { rows } = await store.pool.query<{
    customer_id: string
    sequence: string
    last_active_at: Date | null
  }>(withLongTimeout({ ...statement, values: [coalitionId, limit] }))
  return rows.map((row) => ({
    customerId: row.customer_id,
    sequence: BigInt(row.sequence),
    lastActiveAt: row.last_active_at,
  }))
}
