import { type Details, Refusal } from '@artel/ledger'
import type pg from 'pg'
import type { CommandKey } from '../command/command.ts'
import { IdempotencyKeyMismatch, recordedRefusal } from '../command/errors.ts'
import type { Store } from '../store.ts'
import { inTransaction } from './in-transaction.ts'

const UNIQUE_VIOLATION = '23505'
const RACE_LIMIT = 8

/** What a command made or moved on, and whether its key had made it before. */
export interface OnceAnswer {
  readonly ref: string
  readonly replayed: boolean
}

/** How a command is answered once. */
export interface OnceCommand {
  readonly key: CommandKey
  /** Does it, through its client only; answers with what it made or moved on. */
  readonly act: (client: pg.PoolClient) => Promise<string>
}

/**
 * Runs a settlement command exactly once a key: its effect, or its refusal, and the memory of it are one transaction. The
 * same key and request again answers with the first one's reference, or refuses as it was refused, and runs nothing. `act`
 * may run again when another with the same key, or the same effect, wins the race. Throws IdempotencyKeyMismatch,
 * and what `act` throws; what is no Refusal leaves the key free.
 */
export async function once(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  command: OnceCommand,
): Promise<OnceAnswer> {
  for (let races = 1; ; races += 1) {
    try {
      const answer = await inTransaction(store, (client) => actOnce(client, coalitionId, command))
      if (answer instanceof Refusal) throw answer
      return answer
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION || races === RACE_LIMIT) throw error
    }
  }
}

/**
 * What the key was answered with; undefined when it is new, or was told "not yet". Throws IdempotencyKeyMismatch, and
 * the Refusal when it was refused for good.
 */
export async function answeredBefore(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { scopeId, operation, key, requestHash }: CommandKey,
): Promise<OnceAnswer | undefined> {
  const { rows } = await client.query<AnswerRow>({
    name: 'artel_answered_before',
    text: `select request_hash, result_ref, null as code, null::jsonb as details, true as is_final
        from settlement_command
        where coalition_id = $1 and key_scope_id = $2 and operation = $3 and key = $4
      union all select request_hash, null, code, details, is_final from settlement_refusal
        where coalition_id = $1 and key_scope_id = $2 and operation = $3 and key = $4`,
    values: [coalitionId, scopeId, operation, key],
  })
  if (rows.some((row) => row.request_hash !== requestHash)) throw new IdempotencyKeyMismatch(operation, key)
  const before = rows.find((row) => row.is_final)
  if (!before) return undefined
  if (before.result_ref === null) throw recordedRefusal(before)
  return { ref: before.result_ref, replayed: true }
}

/** An answer, or a refusal with its code. */
type AnswerRow = { readonly request_hash: string; readonly is_final: boolean } & (
  | { readonly result_ref: string }
  | {
      readonly result_ref: null
      readonly code: string
      readonly details: Details
    }
)

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

/** The answer, or the refusal to throw once it is committed. */
async function actOnce(
  client: pg.PoolClient,
  coalitionId: string,
  { key, act }: OnceCommand,
): Promise<OnceAnswer | Refusal> {
  await settleAlone(client, coalitionId)
  const before = await answeredBefore(client, coalitionId, key)
  if (before) return before
  await client.query('savepoint act_once')
  try {
    const ref = await act(client)
    await rememberAnswer(client, coalitionId, { key, ref })
    return { ref, replayed: false }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await client.query('rollback to savepoint act_once')
    await rememberRefusal(client, coalitionId, { key, refusal: error })
    return error
  }
}

async function rememberAnswer(
  client: pg.PoolClient,
  coalitionId: string,
  { key, ref }: { readonly key: CommandKey; readonly ref: string },
): Promise<void> {
  await client.query({
    name: 'artel_remember_answer',
    text: `insert into settlement_command
        (coalition_id, key_scope_id, operation, key, request_hash, result_ref, recorded_at)
      select $1, $2, $3, $4, $5, $6, coalition_clock(clock_offset_seconds)
      from coalition where coalition_id = $1`,
    values: [coalitionId, key.scopeId, key.operation, key.key, key.requestHash, ref],
  })
}

/**
 * The first of its code is remembered. One that is `retryable` says "not yet": the same request becomes right by time or
 * by what others do, as when a window's cut-off comes, so it is not its key's answer for good and may be sent again.
 */
async function rememberRefusal(
  client: pg.PoolClient,
  coalitionId: string,
  asked: { readonly key: CommandKey; readonly refusal: Refusal },
): Promise<void> {
  const { key, refusal } = asked
  await client.query({
    name: 'artel_remember_refusal',
    text: `insert into settlement_refusal
        (coalition_id, key_scope_id, operation, key, code, request_hash, details, is_final, refused_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, coalition_clock(clock_offset_seconds)
      from coalition where coalition_id = $1
      on conflict do nothing`,
    values: [
      ...[coalitionId, key.scopeId, key.operation, key.key, refusal.code, key.requestHash],
      ...[JSON.stringify(refusal.details), !refusal.retryable],
    ],
  })
}
