import type { Store } from '../store.ts'
import { coalitionsDue } from './coalitions-due.ts'

/** Coalitions with events that their webhook endpoints have not been told of. */
export const coalitionsToTell = (store: Pick<Store, 'pool'>): Promise<string[]> =>
  coalitionsDue(store, {
    name: 'artel_due_event_coalitions',
    condition: `exists (select from webhook_endpoint e where e.coalition_id = c.coalition_id and e.deleted_at is null)
        and exists (select from outbox o where o.coalition_id = c.coalition_id and o.sent_at is null
          and o.created_at >= (select min(e.created_at) from webhook_endpoint e
            where e.coalition_id = c.coalition_id and e.deleted_at is null))`,
  })

/** Coalitions with a delivery to an active endpoint whose next attempt is due, by the database's own clock. */
export async function coalitionsToDeliver(store: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_due_delivery_coalitions',
    text: `select distinct e.coalition_id from webhook_endpoint e
      where e.status = 'ACTIVE' and e.deleted_at is null
        and exists (select from webhook_delivery d where d.coalition_id = e.coalition_id
          and d.endpoint_id = e.endpoint_id and d.status = 'PENDING' and d.next_attempt_at <= statement_timestamp())
      order by e.coalition_id`,
  })
  return rows.map((row) => row.coalition_id)
}

/** Coalitions with deliveries that were made longer ago than they keep them, by the database's own clock. */
export async function coalitionsToForget(store: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_forgettable_delivery_coalitions',
    text: `select c.coalition_id from coalition c
      where exists (select from webhook_delivery d where d.coalition_id = c.coalition_id
        and d.made_at
          < start_of_day((statement_timestamp() at time zone c.time_zone)::date - c.keep_deliveries_days, c.time_zone))
      order by c.coalition_id`,
  })
  return rows.map((row) => row.coalition_id)
}
