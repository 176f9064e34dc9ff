import type pg from 'pg'
import { rememberJob } from '../due-work/remember-job.ts'
import { withLongTimeout } from '../pool/open-pool.ts'
import type { Store } from '../store.ts'
import type { Finding } from './finding.ts'
import { chainRanges, verifyChainRange } from './verify-chain.ts'

/** About 20 000 entry groups each; a second or so. */
const RANGES_A_CALL = 5

/** How far the chain was verified. */
export interface RecordedCheckpoint {
  /** The last batch that a checkpoint covers; 0 before the first. */
  readonly batchNo: bigint
  /** Batches that this call covered. */
  readonly batches: bigint
  /** What is not as it was written. Nothing was recorded then. */
  readonly findings: readonly Finding[]
  /** Whether batches are left: call again. */
  readonly more: boolean
}

interface Replayed {
  readonly after: bigint
  readonly to: { readonly batchNo: bigint; readonly hash: string } | undefined
  readonly findings: readonly Finding[]
  readonly more: boolean
}

/**
 * Replays a coalition's chain from its last checkpoint and records the next one. What a checkpoint covers need not be
 * replayed to see that nothing was changed in the past without rewriting every hash since. Bounded work a call, safe in
 * any number of processes: of two that replay the same batches one records. Who can write every table can write
 * checkpoints too; a head that was written down elsewhere is what holds against them.
 */
export async function recordCheckpoint(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { ranges = RANGES_A_CALL }: { readonly ranges?: number } = {},
): Promise<RecordedCheckpoint> {
  const { after, to, findings, more } = await onSnapshot(store, (client) =>
    replaySince(client, coalitionId, ranges),
  )
  // A chain that is broken is looked at again when others are, not at once and for ever.
  if (findings.length > 0 || !more) await rememberJob(store, coalitionId, 'checkpoint')
  if (findings.length > 0 || !to) return { batchNo: after, batches: 0n, findings, more: false }
  const { rows } = await store.pool.query<{ recorded: boolean }>({
    name: 'artel_record_checkpoint',
    text: "select record_checkpoint($1, $2, $3, decode($4, 'hex')) as recorded",
    values: [coalitionId, String(after), String(to.batchNo), to.hash],
  })
  // Another process was first, or the chain is another than the one just read: look again.
  if (!rows[0]?.recorded) return { batchNo: after, batches: 0n, findings: [], more: true }
  return { batchNo: to.batchNo, batches: to.batchNo - after, findings: [], more }
}

async function onSnapshot<Result>(
  store: Pick<Store, 'pool'>,
  read: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await store.pool.connect()
  let failed: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    await client.query(
      "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)",
    )
    const result = await read(client)
    await client.query('commit')
    return result
  } catch (error) {
    failed = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A connection that failed within a transaction is thrown away, and its transaction with it.
    client.release(failed)
  }
}

async function replaySince(client: pg.PoolClient, coalitionId: string, limit: number): Promise<Replayed> {
  const { rows } = await client.query<{ batch_no: string; sound: boolean }>(
    `select c.batch_no::text, b.hash is not distinct from c.hash as sound
      from chain_checkpoint c
      left join batch b on b.coalition_id = c.coalition_id and b.batch_no = c.batch_no
      where c.coalition_id = $1 order by c.batch_no desc limit 1`,
    [coalitionId],
  )
  const after = BigInt(rows[0]?.batch_no ?? '0')
  if (rows[0] && !rows[0].sound)
    return { after, to: undefined, findings: [brokenAt(coalitionId, after)], more: false }
  const all = await chainRanges(client, coalitionId, after)
  const findings: Finding[] = []
  let last = after
  for (const range of all.slice(0, limit)) {
    findings.push(...(await verifyChainRange(client, coalitionId, range, withLongTimeout)).findings)
    last = range.lastBatch ?? last
  }
  const more = all.length > limit
  if (last === after) return { after, to: undefined, findings, more }
  const { rows: hashes } = await client.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from batch where coalition_id = $1 and batch_no = $2`,
    [coalitionId, String(last)],
  )
  const to = hashes[0] && { batchNo: last, hash: hashes[0].hash }
  return { after, to, findings, more }
}

const brokenAt = (coalitionId: string, batchNo: bigint): Finding => ({
  invariant: 'CHECKPOINT',
  table: 'chain_checkpoint',
  coalitionId,
  row: { batch_no: String(batchNo) },
  message: 'The chain still leads through every checkpoint at which it was found whole.',
  expected: 'the hash of the checkpoint',
  actual: 'another hash, or no such batch',
  badRows: 1,
})
