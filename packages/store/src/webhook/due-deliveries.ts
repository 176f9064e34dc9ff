import type { Store } from '../store.ts'

/** An attempt that is in the caller's hands until its lease is over. */
export interface TakenDelivery {
  readonly coalitionId: string
  readonly id: string
  readonly endpointId: string
  readonly memberId: string | null
  readonly eventId: string
  readonly eventKind: string
  readonly subjectId: string
  readonly occurredAt: Date
  readonly url: string
  readonly query: string | null
  readonly scopes: readonly string[]
  /** Null where the query has yet to be answered. */
  readonly body: string | null
  /** The number of this attempt, from 1. */
  readonly attemptNo: number
  /** Of those since it was made or sent again by hand, the how-manieth it is. */
  readonly tryNo: number
  /** Valid now, the newest first. */
  readonly secrets: readonly string[]
}

/**
 * Takes what is due in a coalition, by the database's clock: to each active endpoint at most `atOnce` attempts in all
 * hands together, and one alone while the last has failed. Endpoints that have waited longest go first. What is taken is
 * nobody else's for `leaseSeconds`; then it is due again.
 */
export async function takeDueDeliveries(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  options: { readonly limit: number; readonly atOnce: number; readonly leaseSeconds: number },
): Promise<TakenDelivery[]> {
  const { rows } = await store.pool.query<Record<string, never>>({
    name: 'artel_take_due_deliveries',
    text: `with due as (
        select p.coalition_id, p.delivery_id, p.next_attempt_at
        from webhook_endpoint e
        cross join lateral (
          select d.coalition_id, d.delivery_id, d.next_attempt_at from webhook_delivery d
          where d.coalition_id = e.coalition_id and d.endpoint_id = e.endpoint_id and d.status = 'PENDING'
            and d.next_attempt_at <= clock_timestamp()
          order by d.next_attempt_at, d.delivery_id
          limit greatest(0, (case when e.failures > 0 then 1 else $3::int end) - (
            select count(*) from webhook_delivery h where h.coalition_id = e.coalition_id
              and h.endpoint_id = e.endpoint_id and h.status = 'PENDING' and h.leased_until > clock_timestamp()))
          for update skip locked) p
        where e.coalition_id = $1 and e.status = 'ACTIVE' and e.deleted_at is null
        order by p.next_attempt_at limit $2
      )
      update webhook_delivery d
      set attempts = d.attempts + 1, tries = d.tries + 1,
        leased_until = clock_timestamp() + make_interval(secs => $4::int),
        next_attempt_at = clock_timestamp() + make_interval(secs => $4::int)
      from due, webhook_endpoint e
      where d.coalition_id = $1 and d.delivery_id = due.delivery_id
        and e.coalition_id = $1 and e.endpoint_id = d.endpoint_id
      returning d.coalition_id as "coalitionId", d.delivery_id as id, d.endpoint_id as "endpointId",
        e.member_id as "memberId", d.event_id as "eventId", d.event_kind as "eventKind",
        d.subject_id as "subjectId", d.occurred_at as "occurredAt", e.url, e.query, e.scopes, d.body,
        d.attempts as "attemptNo", d.tries as "tryNo",
        array(select s.secret from webhook_secret s where s.coalition_id = $1 and s.endpoint_id = d.endpoint_id
          and (s.ends_at is null or s.ends_at > clock_timestamp()) order by s.created_at desc, s.secret_id desc) as secrets`,
    values: [coalitionId, options.limit, options.atOnce, options.leaseSeconds],
  })
  return rows as unknown as TakenDelivery[]
}

/** Keeps what is sent, once and for all attempts. Answers what is kept, which somebody else may have done before. */
export async function keepBody(
  store: Pick<Store, 'pool'>,
  { coalitionId, id, body }: { readonly coalitionId: string; readonly id: string; readonly body: string },
): Promise<string> {
  const { rows } = await store.pool.query<{ body: string }>({
    name: 'artel_keep_webhook_body',
    text: `update webhook_delivery set body = coalesce(body, $3) where coalition_id = $1 and delivery_id = $2
      returning body`,
    values: [coalitionId, id, body],
  })
  return rows[0]?.body ?? body
}
