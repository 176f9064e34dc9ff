import type pg from 'pg'
import { inTransaction } from '../settlement/in-transaction.ts'
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
  /** What the event says, where there is no body and no query any more; null too for a test, which is no event. */
  readonly payload: Readonly<Record<string, unknown>> | null
  /** The number of this attempt, from 1. */
  readonly attemptNo: number
  /** Valid now, the newest first. */
  readonly secrets: readonly string[]
}

export interface TakeOptions {
  readonly limit: number
  /** Attempts at one endpoint in all hands together. */
  readonly atOnce: number
  readonly leaseSeconds: number
  /** Whether what has a query to be answered first is taken too. */
  readonly withQuery: boolean
}

/**
 * Takes what is due in a coalition, by the database's clock: to each active endpoint at most `atOnce` attempts in all
 * hands together, and one alone while the last has failed. Endpoints that have waited longest go first. What is taken is
 * nobody else's for `leaseSeconds`; then it is due again. An endpoint that somebody else is busy with is left out.
 */
export async function takeDueDeliveries(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  options: TakeOptions,
): Promise<TakenDelivery[]> {
  return inTransaction(store, async (client) => {
    const endpointIds = await lockDueEndpoints(client, coalitionId, options)
    return endpointIds.length === 0 ? [] : lease(client, coalitionId, { ...options, endpointIds })
  })
}

/** How many attempts more endpoint `e` may have under way, of `atOnce`. */
const roomOf = (atOnce: string) => `(case when e.failures > 0 then 1 else ${atOnce} end) - (
  select count(*) from webhook_delivery h where h.coalition_id = e.coalition_id and h.endpoint_id = e.endpoint_id
    and h.status = 'PENDING' and h.leased_until is not null and h.leased_until > statement_timestamp())`

/** Deliveries `d` of endpoint `e` that are due; `withQuery` says whether those are that have a query to be answered first. */
const dueAt = (withQuery: string) => `d.coalition_id = e.coalition_id and d.endpoint_id = e.endpoint_id
  and d.status = 'PENDING' and d.next_attempt_at <= statement_timestamp() and (${withQuery} or d.body is not null or e.query is null)`

const LOCK_DUE_ENDPOINTS = `select e.endpoint_id as id from webhook_endpoint e
  cross join lateral (
    select d.next_attempt_at from webhook_delivery d where ${dueAt('$4::boolean')}
    order by d.next_attempt_at limit 1) first
  where e.coalition_id = $1 and e.status = 'ACTIVE' and e.deleted_at is null and ${roomOf('$3::int')} > 0
  order by first.next_attempt_at limit $2
  for no key update of e skip locked`

/**
 * Locks the endpoints with something due and room for it until the transaction ends: only then what another worker has
 * taken is all there is, and a statement of its own sees it.
 */
async function lockDueEndpoints(
  client: pg.ClientBase,
  coalitionId: string,
  { limit, atOnce, withQuery }: TakeOptions,
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'artel_lock_due_endpoints',
    text: LOCK_DUE_ENDPOINTS,
    values: [coalitionId, limit, atOnce, withQuery],
  })
  return rows.map(({ id }) => id)
}

/** What is due of locked endpoints, leased. Exported for the test of its plan. */
export const LEASE_DUE_DELIVERIES = `with due as (
    select p.coalition_id, p.delivery_id, p.next_attempt_at
    from webhook_endpoint e
    cross join lateral (
      select d.coalition_id, d.delivery_id, d.next_attempt_at from webhook_delivery d where ${dueAt('$6::boolean')}
      order by d.next_attempt_at, d.delivery_id
      limit greatest(0, ${roomOf('$3::int')})
      for update skip locked) p
    where e.coalition_id = $1 and e.endpoint_id = any($5::uuid[]) and e.status = 'ACTIVE' and e.deleted_at is null
    order by p.next_attempt_at limit $2
  )
  update webhook_delivery d
  set attempts = d.attempts + 1,
    leased_until = clock_timestamp() + make_interval(secs => $4::int), taken_at = clock_timestamp(),
    next_attempt_at = clock_timestamp() + make_interval(secs => $4::int)
  from due, webhook_endpoint e
  where d.coalition_id = $1 and d.delivery_id = due.delivery_id
    and e.coalition_id = $1 and e.endpoint_id = d.endpoint_id
  returning d.coalition_id as "coalitionId", d.delivery_id as id, d.endpoint_id as "endpointId",
    e.member_id as "memberId", d.event_id as "eventId", d.event_kind as "eventKind",
    d.subject_id as "subjectId", d.occurred_at as "occurredAt", e.url, e.query, e.scopes, d.body,
    d.attempts as "attemptNo",
    case when d.body is null and e.query is null then (
      select o.payload from outbox o where o.coalition_id = $1 and o.event_id = d.event_id) end as payload,
    array(select s.secret from webhook_secret s where s.coalition_id = $1 and s.endpoint_id = d.endpoint_id
      and (s.ends_at is null or s.ends_at > clock_timestamp()) order by s.created_at desc, s.secret_id desc) as secrets`

async function lease(
  client: pg.ClientBase,
  coalitionId: string,
  { limit, atOnce, leaseSeconds, withQuery, endpointIds }: TakeOptions & { readonly endpointIds: string[] },
): Promise<TakenDelivery[]> {
  const { rows } = await client.query<TakenDelivery>({
    name: 'artel_lease_due_deliveries',
    text: LEASE_DUE_DELIVERIES,
    values: [coalitionId, limit, atOnce, leaseSeconds, endpointIds, withQuery],
  })
  return rows
}

/**
 * Keeps what is sent, once and for all attempts, and with what scopes the query was answered. Answers what is kept, which
 * somebody else may have done before; null when somebody was erased after the query was asked, so that it has to be asked again.
 */
export async function keepBody(
  store: Pick<Store, 'pool'>,
  kept: {
    readonly coalitionId: string
    readonly id: string
    readonly body: string
    readonly askedScopes: readonly string[]
  },
): Promise<string | null> {
  const { coalitionId, id, body, askedScopes } = kept
  const { rows } = await store.pool.query<{ body: string }>({
    name: 'artel_keep_webhook_body',
    text: `update webhook_delivery d set body = coalesce(d.body, $3),
        asked_scopes = case when d.body is null then $4::text[] else d.asked_scopes end
      where d.coalition_id = $1 and d.delivery_id = $2 and (d.body is not null or not exists (
        select from erasure e where e.coalition_id = $1 and e.recorded_at >= d.taken_at))
      returning d.body`,
    values: [coalitionId, id, body, askedScopes],
  })
  if (rows[0]) return rows[0].body
  const { rowCount } = await store.pool.query({
    name: 'artel_ask_webhook_again',
    text: 'update webhook_delivery set taken_at = clock_timestamp() where coalition_id = $1 and delivery_id = $2',
    values: [coalitionId, id],
  })
  // Deleted meanwhile: nothing is left to keep it in.
  return rowCount === 0 ? body : null
}
