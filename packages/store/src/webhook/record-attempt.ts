import type pg from 'pg'

/** What came of an attempt. */
export interface EndedAttempt {
  readonly deliveryId: string
  readonly attemptNo: number
  readonly durationMs: number
  readonly outcome: string
  readonly responseStatus: number | null
  readonly responseBody: string | null
}

/** How an endpoint stood before an attempt ended; locked until the transaction ends. */
export interface EndpointStanding {
  readonly endpointId: string
  readonly memberId: string | null
  readonly status: string
  readonly failures: number
  /** Seconds since the first of the failures in a row; 0 when there is none. */
  readonly failingSeconds: number
}

/** Locks the endpoint of a delivery; undefined when there is none any more. */
export async function lockEndpointOf(
  client: pg.ClientBase,
  { coalitionId, deliveryId }: { readonly coalitionId: string; readonly deliveryId: string },
): Promise<EndpointStanding | undefined> {
  const { rows } = await client.query<EndpointStanding & { failingSeconds: number }>({
    name: 'artel_lock_webhook_endpoint',
    text: `select e.endpoint_id as "endpointId", e.member_id as "memberId", e.status, e.failures,
        coalesce(extract(epoch from clock_timestamp() - e.failing_since), 0)::float8 as "failingSeconds"
      from webhook_endpoint e
      join webhook_delivery d on d.coalition_id = e.coalition_id and d.endpoint_id = e.endpoint_id
      where d.coalition_id = $1 and d.delivery_id = $2
      for no key update of e`,
    values: [coalitionId, deliveryId],
  })
  return rows[0]
}

/**
 * How many attempts at a delivery have ended before this one since it was made or sent again; undefined when this one's
 * lease was over and somebody else has it, or it has ended. Its endpoint is locked: nobody changes it meanwhile.
 */
export async function triesBefore(
  client: pg.ClientBase,
  coalitionId: string,
  { deliveryId, attemptNo }: Pick<EndedAttempt, 'deliveryId' | 'attemptNo'>,
): Promise<number | undefined> {
  const { rows } = await client.query<{ tries: number }>({
    name: 'artel_webhook_tries',
    text: `select tries from webhook_delivery
      where coalition_id = $1 and delivery_id = $2 and attempts = $3 and status = 'PENDING'`,
    values: [coalitionId, deliveryId, attemptNo],
  })
  return rows[0]?.tries
}

/**
 * Writes what came of an attempt into the log, counts it, and gives the delivery back: ended, or due again in `retryInSeconds`. False,
 * and nothing is written, when its lease was over and somebody else has taken it since.
 */
export async function endAttempt(
  client: pg.ClientBase,
  coalitionId: string,
  attempt: EndedAttempt & { readonly status: string; readonly retryInSeconds: number },
): Promise<boolean> {
  const { deliveryId, attemptNo, durationMs, outcome, responseStatus, responseBody } = attempt
  const { rowCount } = await client.query({
    name: 'artel_end_webhook_attempt',
    text: `with given_back as (
        update webhook_delivery set status = $8, leased_until = null, tries = tries + 1,
          next_attempt_at = clock_timestamp() + make_interval(secs => $9::float8),
          ended_at = case when $8 = 'PENDING' then null else clock_timestamp() end
        where coalition_id = $1 and delivery_id = $2 and attempts = $3 and status = 'PENDING'
        returning delivery_id, taken_at
      )
      insert into webhook_attempt
        (coalition_id, delivery_id, attempt_no, ended_at, duration_ms, outcome, response_status, response_body)
      select $1, g.delivery_id, $3, clock_timestamp(), $4, $5, $6,
        -- An answer may repeat what it was sent, and that person may be erased since.
        case when not exists (select from erasure e where e.coalition_id = $1 and e.recorded_at >= g.taken_at) then $7 end
      from given_back g`,
    values: [
      ...[coalitionId, deliveryId, attemptNo, durationMs, outcome, responseStatus, responseBody],
      ...[attempt.status, attempt.retryInSeconds],
    ],
  })
  return rowCount === 1
}

/** Writes how an endpoint stands after an attempt. `pausedFor` pauses an active one. */
export async function noteStanding(
  client: pg.ClientBase,
  coalitionId: string,
  standing: {
    readonly endpointId: string
    readonly failures: number
    readonly pausedFor: string | null
  },
): Promise<void> {
  await client.query({
    name: 'artel_note_endpoint_standing',
    text: `update webhook_endpoint set failures = $3,
        failing_since = case when $3 = 0 then null else coalesce(failing_since, clock_timestamp()) end,
        status = case when $4::text is null then status else 'PAUSED' end,
        paused_for = coalesce($4, paused_for),
        paused_at = case when $4::text is null then paused_at else clock_timestamp() end
      where coalition_id = $1 and endpoint_id = $2`,
    values: [coalitionId, standing.endpointId, standing.failures, standing.pausedFor],
  })
}
