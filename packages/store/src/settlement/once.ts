import type pg from 'pg'
import type { CommandKey } from '../post/command.ts'
import { IdempotencyKeyMismatch } from '../post/errors.ts'
import type { Store } from '../store.ts'
import { inTransaction } from './in-transaction.ts'

const UNIQUE_VIOLATION = '23505'
const RACE_LIMIT = 8

/** What a command made or moved on, and whether its key had made it before. */
export interface OnceAnswer {
  readonly ref: string
  readonly replayed: boolean
}

/**
 * Runs a settlement command exactly once a key: its effect and the memory of it are one transaction. The same key and
 * request again answers with the first one's reference and runs nothing. `act` may run again when another with the same
 * key, or the same effect, wins the race. Throws IdempotencyKeyMismatch, and what `act` throws, which leaves the key free.
 */
export async function once(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  key: CommandKey,
  act: (client: pg.PoolClient) => Promise<string>,
): Promise<OnceAnswer> {
  for (let races = 1; ; races += 1) {
    try {
      return await inTransaction(store, (client) => actOnce(client, coalitionId, key, act))
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION || races === RACE_LIMIT) throw error
    }
  }
}

/** What the key was answered with; undefined when it is new. Throws IdempotencyKeyMismatch. */
export async function answeredBefore(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { scopeId, operation, key, requestHash }: CommandKey,
): Promise<OnceAnswer | undefined> {
  const { rows } = await client.query<{ request_hash: string; result_ref: string }>({
    name: 'artel_answered_before',
    text: `select request_hash, result_ref from settlement_command
      where coalition_id = $1 and key_scope_id = $2 and operation = $3 and key = $4`,
    values: [coalitionId, scopeId, operation, key],
  })
  const [before] = rows
  if (before && before.request_hash !== requestHash) throw new IdempotencyKeyMismatch(operation, key)
  return before && { ref: before.result_ref, replayed: true }
}

/**
 * Settlement commands of a coalition come one after another until commit, so that what one decides on is still so when it
 * writes: a plan is approved as it is. Purchases do not wait for it. What is read meanwhile is read through `client`.
 */
export async function settleAlone(client: pg.ClientBase, coalitionId: string): Promise<void> {
  await client.query({
    name: 'artel_settle_alone',
    text: "select pg_advisory_xact_lock(hashtextextended('settlement ' || $1, 0))",
    values: [coalitionId],
  })
}

async function actOnce(
  client: pg.PoolClient,
  coalitionId: string,
  { scopeId, operation, key, requestHash }: CommandKey,
  act: (client: pg.PoolClient) => Promise<string>,
): Promise<OnceAnswer> {
  await settleAlone(client, coalitionId)
  const before = await answeredBefore(client, coalitionId, { scopeId, operation, key, requestHash })
  if (before) return before
  const ref = await act(client)
  await client.query({
    name: 'artel_remember_answer',
    text: `insert into settlement_command
        (coalition_id, key_scope_id, operation, key, request_hash, result_ref, recorded_at)
      select $1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(secs => clock_offset_seconds)
      from coalition where coalition_id = $1`,
    values: [coalitionId, scopeId, operation, key, requestHash, ref],
  })
  return { ref, replayed: false }
}
