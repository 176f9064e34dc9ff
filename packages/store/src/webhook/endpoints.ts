import type pg from 'pg'
import type { WebhookEndpoint } from '../generated/prisma/client.ts'

/** Whose endpoints: a member's, or with null those of the coalition's administrators. */
export interface EndpointOwner {
  readonly coalitionId: string
  readonly memberId: string | null
}

type EndpointName = Pick<WebhookEndpoint, 'coalitionId' | 'id'>

const COLUMNS = `e.coalition_id as "coalitionId", e.endpoint_id as id, e.member_id as "memberId", e.url,
  coalesce(e.event_kinds, '{}') as "eventKinds", e.query, coalesce(e.scopes, '{}') as scopes, e.status,
  e.paused_for as "pausedFor", e.paused_at as "pausedAt", e.failing_since as "failingSince", e.failures,
  e.created_at as "createdAt", e.created_by_id as "createdById", e.deleted_at as "deletedAt",
  e.made_by_key_id as "madeByKeyId"`

/**
 * How many endpoints an owner has. No other is added until the transaction ends: creations of one owner come one after
 * another, so none counts what another is about to add.
 */
export async function lockEndpointCount(
  client: pg.ClientBase,
  { coalitionId, memberId }: EndpointOwner,
): Promise<number> {
  if (memberId === null)
    await client.query('select 1 from coalition where coalition_id = $1 for no key update', [coalitionId])
  else
    await client.query('select 1 from member where coalition_id = $1 and member_id = $2 for no key update', [
      coalitionId,
      memberId,
    ])
  // A statement of its own: it sees what was committed while the first one waited.
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from webhook_endpoint
      where coalition_id = $1 and member_id is not distinct from $2::uuid and deleted_at is null`,
    [coalitionId, memberId],
  )
  return rows[0]?.count ?? 0
}

/** Writes a fresh endpoint, active, with its first secret. */
export async function addEndpoint(
  client: pg.ClientBase,
  endpoint: Pick<
    WebhookEndpoint,
    | 'coalitionId'
    | 'id'
    | 'memberId'
    | 'url'
    | 'eventKinds'
    | 'query'
    | 'scopes'
    | 'createdAt'
    | 'createdById'
    | 'madeByKeyId'
  > & { readonly secretId: string; readonly secret: string },
): Promise<WebhookEndpoint> {
  const { coalitionId, id, memberId, url, eventKinds, query, scopes, createdAt } = endpoint
  const { rows } = await client.query<WebhookEndpoint>(
    `insert into webhook_endpoint as e
        (coalition_id, endpoint_id, member_id, url, event_kinds, query, scopes, status, created_at, created_by_id,
          made_by_key_id)
      values ($1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8, $9, $10) returning ${COLUMNS}`,
    [
      ...[coalitionId, id, memberId, url, eventKinds, query, scopes, createdAt],
      ...[endpoint.createdById, endpoint.madeByKeyId],
    ],
  )
  await addSecret(client, { coalitionId, id }, endpoint)
  return written(rows)
}

/**
 * An owner's endpoint, which nobody else changes, pauses or takes deliveries of until the transaction ends; undefined when
 * it has none of that id, or has deleted it.
 */
export async function lockEndpoint(
  client: pg.ClientBase,
  { coalitionId, memberId, id }: EndpointOwner & { readonly id: string },
): Promise<WebhookEndpoint | undefined> {
  const { rows } = await client.query<WebhookEndpoint>(
    `select ${COLUMNS} from webhook_endpoint e
      where e.coalition_id = $1 and e.endpoint_id = $2 and e.member_id is not distinct from $3::uuid
        and e.deleted_at is null
      for no key update`,
    [coalitionId, id, memberId],
  )
  return rows[0]
}

/** Writes what a locked endpoint is told, where, and with what rights. */
export async function changeEndpoint(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
  change: Pick<WebhookEndpoint, 'url' | 'eventKinds' | 'query' | 'scopes' | 'madeByKeyId'>,
): Promise<WebhookEndpoint> {
  const { rows } = await client.query<WebhookEndpoint>(
    `update webhook_endpoint e set url = $3, event_kinds = $4, query = $5, scopes = $6,
        made_by_key_id = $7
      where e.coalition_id = $1 and e.endpoint_id = $2 returning ${COLUMNS}`,
    [coalitionId, id, change.url, change.eventKinds, change.query, change.scopes, change.madeByKeyId],
  )
  return written(rows)
}

/** Pauses a locked endpoint in its owner's name. */
export async function pauseEndpoint(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
): Promise<WebhookEndpoint> {
  const { rows } = await client.query<WebhookEndpoint>(
    `update webhook_endpoint e set status = 'PAUSED', paused_for = 'BY_OWNER', paused_at = clock_timestamp()
      where e.coalition_id = $1 and e.endpoint_id = $2 returning ${COLUMNS}`,
    [coalitionId, id],
  )
  return written(rows)
}

/**
 * Has a locked endpoint go on: its failures are forgotten, and what waits for a later attempt is due now and begins its
 * schedule anew. What is in somebody's hands stays there.
 */
export async function resumeEndpoint(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
): Promise<WebhookEndpoint> {
  await client.query(
    `update webhook_delivery set next_attempt_at = clock_timestamp(), tries = 0
      where coalition_id = $1 and endpoint_id = $2 and status = 'PENDING'
        and next_attempt_at > clock_timestamp() and (leased_until is null or leased_until <= clock_timestamp())`,
    [coalitionId, id],
  )
  const { rows } = await client.query<WebhookEndpoint>(
    `update webhook_endpoint e
      set status = 'ACTIVE', paused_for = null, paused_at = null, failures = 0, failing_since = null
      where e.coalition_id = $1 and e.endpoint_id = $2 returning ${COLUMNS}`,
    [coalitionId, id],
  )
  return written(rows)
}

/** Deletes a locked endpoint with its secrets. What was on its way has failed. */
export async function deleteEndpoint(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
): Promise<void> {
  const name = [coalitionId, id]
  await client.query(
    'update webhook_endpoint set deleted_at = clock_timestamp() where coalition_id = $1 and endpoint_id = $2',
    name,
  )
  await client.query('delete from webhook_secret where coalition_id = $1 and endpoint_id = $2', name)
  await client.query(
    `update webhook_delivery set status = 'FAILED', ended_at = clock_timestamp(), leased_until = null
      where coalition_id = $1 and endpoint_id = $2 and status = 'PENDING'`,
    name,
  )
}

/** Gives a locked endpoint a fresh secret; those of before end after the overlap, or sooner where that was said before. */
export async function replaceSecret(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
  fresh: { readonly secretId: string; readonly secret: string; readonly overlapHours: number },
): Promise<void> {
  const name = [coalitionId, id]
  await client.query(
    `delete from webhook_secret where coalition_id = $1 and endpoint_id = $2 and ends_at <= clock_timestamp()`,
    name,
  )
  await client.query(
    `update webhook_secret set ends_at = least(ends_at, clock_timestamp() + make_interval(hours => $3::int))
      where coalition_id = $1 and endpoint_id = $2`,
    [...name, fresh.overlapHours],
  )
  await addSecret(client, { coalitionId, id }, fresh)
}

/** Has a delivery of a locked endpoint sent again, from the beginning of its schedule; one in somebody's hands is about to be. */
export async function replayDelivery(
  client: pg.ClientBase,
  { coalitionId, id }: { readonly coalitionId: string; readonly id: string },
): Promise<void> {
  await client.query(
    `update webhook_delivery
      set status = 'PENDING', tries = 0, ended_at = null, leased_until = null, next_attempt_at = clock_timestamp()
      where coalition_id = $1 and delivery_id = $2 and (leased_until is null or leased_until <= clock_timestamp())`,
    [coalitionId, id],
  )
}

async function addSecret(
  client: pg.ClientBase,
  { coalitionId, id }: EndpointName,
  { secretId, secret }: { readonly secretId: string; readonly secret: string },
): Promise<void> {
  await client.query(
    `insert into webhook_secret (coalition_id, endpoint_id, secret_id, secret, created_at)
      values ($1, $2, $3, $4, clock_timestamp())`,
    [coalitionId, id, secretId, secret],
  )
}

function written([row]: readonly WebhookEndpoint[]): WebhookEndpoint {
  if (!row) throw new Error('The endpoint that was locked is gone')
  return row
}
