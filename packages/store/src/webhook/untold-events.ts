import type pg from 'pg'

/** An event of the outbox, as it was written. */
export interface UntoldEvent {
  readonly id: string
  readonly kind: string
  readonly subjectId: string
  readonly payload: Readonly<Record<string, unknown>>
  /** By the coalition's clock. */
  readonly createdAt: Date
  /** The member that terms were agreed with alone; null for all other events. */
  readonly termsMemberId: string | null
}

/** An endpoint that may be told of events. */
export interface ToldEndpoint {
  readonly id: string
  /** Null for one of the coalition's administrators. */
  readonly memberId: string | null
  /** Status of that member; null where there is none. */
  readonly memberStatus: string | null
  readonly eventKinds: readonly string[]
  readonly scopes: readonly string[]
  readonly hasQuery: boolean
  readonly createdAt: Date
}

/** A delivery to be made. */
export interface NewDelivery {
  readonly id: string
  readonly endpointId: string
  readonly event: Pick<UntoldEvent, 'id' | 'kind' | 'subjectId' | 'createdAt'>
  /** Null where the endpoint's query has yet to be answered. */
  readonly body: string | null
}

/**
 * Takes up to `limit` events that no endpoint has been told of, the oldest first, for as long as the transaction is open:
 * another worker takes others. Events older than every endpoint are left alone. Read the endpoints after the events, never
 * before: then an endpoint that was made before an event is among them.
 */
export async function takeUntoldEvents(
  client: pg.ClientBase,
  { coalitionId, limit }: { readonly coalitionId: string; readonly limit: number },
): Promise<UntoldEvent[]> {
  const { rows } = await client.query<{
    event_id: string
    kind: string
    subject_id: string
    payload: Record<string, unknown>
    created_at: Date
    terms_member_id: string | null
  }>({
    name: 'artel_take_untold_events',
    text: `select o.event_id, o.kind, o.subject_id, o.payload, o.created_at, t.member_id as terms_member_id
      from outbox o
      left join terms t on o.kind like 'terms.%' and t.coalition_id = o.coalition_id and t.terms_id = o.subject_id
      where o.coalition_id = $1 and o.sent_at is null
        and o.created_at >= (select min(e.created_at) from webhook_endpoint e
          where e.coalition_id = $1 and e.deleted_at is null)
      order by o.created_at, o.event_id limit $2
      for update of o skip locked`,
    values: [coalitionId, limit],
  })
  return rows.map((row) => ({
    id: row.event_id,
    kind: row.kind,
    subjectId: row.subject_id,
    payload: row.payload,
    createdAt: row.created_at,
    termsMemberId: row.terms_member_id,
  }))
}

/** The endpoints of a coalition that may be told of events, paused ones too: theirs wait until they go on. */
export async function endpointsToTell(client: pg.ClientBase, coalitionId: string): Promise<ToldEndpoint[]> {
  const { rows } = await client.query<{
    endpoint_id: string
    member_id: string | null
    member_status: string | null
    event_kinds: string[]
    scopes: string[]
    has_query: boolean
    created_at: Date
  }>({
    name: 'artel_endpoints_to_tell',
    text: `select e.endpoint_id, e.member_id, m.status as member_status, e.event_kinds, e.scopes,
        e.query is not null as has_query, e.created_at
      from webhook_endpoint e
      left join member m on m.coalition_id = e.coalition_id and m.member_id = e.member_id
      where e.coalition_id = $1 and e.deleted_at is null`,
    values: [coalitionId],
  })
  return rows.map((row) => ({
    id: row.endpoint_id,
    memberId: row.member_id,
    memberStatus: row.member_status,
    eventKinds: row.event_kinds,
    scopes: row.scopes,
    hasQuery: row.has_query,
    createdAt: row.created_at,
  }))
}

/** Writes deliveries, each due at once; one that is there already for the same endpoint and event is left as it is. */
export async function addDeliveries(
  client: pg.ClientBase,
  coalitionId: string,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  if (deliveries.length === 0) return
  await client.query({
    name: 'artel_add_deliveries',
    text: `insert into webhook_delivery
        (coalition_id, delivery_id, endpoint_id, event_id, event_kind, subject_id, occurred_at, body, status,
          next_attempt_at, made_at)
      select $1, g.*, 'PENDING', clock_timestamp(), clock_timestamp()
      from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[], $8::text[]) g
      on conflict (coalition_id, endpoint_id, event_id) do nothing`,
    values: [
      coalitionId,
      deliveries.map(({ id }) => id),
      deliveries.map(({ endpointId }) => endpointId),
      deliveries.map(({ event }) => event.id),
      deliveries.map(({ event }) => event.kind),
      deliveries.map(({ event }) => event.subjectId),
      deliveries.map(({ event }) => event.createdAt.toISOString()),
      deliveries.map(({ body }) => body),
    ],
  })
}

/** Remembers that every endpoint has been told of these events. */
export async function markTold(
  client: pg.ClientBase,
  coalitionId: string,
  eventIds: readonly string[],
): Promise<void> {
  await client.query({
    name: 'artel_mark_told',
    text: 'update outbox set sent_at = clock_timestamp() where coalition_id = $1 and event_id = any($2::uuid[])',
    values: [coalitionId, eventIds],
  })
}
