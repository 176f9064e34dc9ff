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

async function actOnce(
  client: pg.PoolClient,
  coalitionId: string,
  { scopeId, operation, key, requestHash }: CommandKey,
  act: (client: pg.PoolClient) => Promise<string>,
): Promise<OnceAnswer> {
  const { rows } = await client.query<{ request_hash: string; result_ref: string }>({
    name: 'artel_answered_before',
    text: `select request_hash, result_ref from settlement_command
      where coalition_id = $1 and key_scope_id = $2 and operation = $3 and key = $4`,
    values: [coalitionId, scopeId, operation, key],
  })
  const [before] = rows
  if (before && before.request_hash !== requestHash) throw new IdempotencyKeyMismatch(operation, key)
  if (before) return { ref: before.result_ref, replayed: true }
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
