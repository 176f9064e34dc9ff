import type { MoneyEntryKind, MoneyTransfer } from '@artel/ledger'
import { ZERO_POINTS } from '@artel/ledger'
import type pg from 'pg'
import type { CommandKey, OutboxEvent } from '../command/command.ts'
import { IdempotencyKeyMismatch } from '../command/errors.ts'
import { noRare } from '../lanes/encode-rare.ts'
import {
  POST_ENTRIES,
  type PostEntriesRows,
  type PostEntriesValue,
  postEntriesArguments,
  type StepRow,
} from '../lanes/post-entries-arguments.ts'
import { newId } from '../new-id.ts'
import { digestOf, rowHashOf } from '../row-hash/row-hash-of.ts'
import { entryLine, transferLine } from '../row-hash/row-lines.ts'

/** One entry of money alone, of no customer. */
export interface MoneyEntry {
  readonly key: CommandKey
  /** The payment, plan, dispute or other document that it belongs to. It is the group's id too. */
  readonly documentId: string
  readonly kind: MoneyEntryKind
  /** Where it happened, or whom it concerns; null for what the coalition does for all. */
  readonly memberId: string | null
  /** Never empty; `moneyTransfers` of the ledger pairs compound lines. */
  readonly transfers: readonly MoneyTransfer[]
  readonly outbox: readonly OutboxEvent[]
}

/** How it ended. */
export interface PostedMoney {
  /** The key had been posted before: nothing was written now. */
  readonly replayed: boolean
  readonly entryId: string
  /** Of the entry that was posted first. */
  readonly documentId: string
  readonly postedAt: Date
  readonly batchNo: bigint
  readonly windowNo: bigint
}

const KEY_TAKEN = '23505'

/**
 * Posts an entry of money alone within the caller's transaction, exactly once per key: the same key and request again
 * is a replay. The head of the coalition's chain stays locked until the caller commits or rolls back, so no purchase of
 * the coalition is recorded meanwhile: do everything slow before it, and commit soon after.
 *
 * `client` must be the application role's and inside a transaction (READ COMMITTED).
 * @throws IdempotencyKeyMismatch; Error when the write function refuses what the entry says of itself (a bug).
 */
export async function postMoney(
  client: pg.ClientBase,
  coalitionId: string,
  entry: MoneyEntry,
): Promise<PostedMoney> {
  const before = await recorded(client, coalitionId, entry.key)
  if (before.posted) return before.posted
  await client.query('savepoint post_money')
  try {
    await send(client, coalitionId, entry, before.now)
  } catch (error) {
    // Whoever posted the same key at this moment has committed: take their answer.
    if ((error as { code?: unknown }).code !== KEY_TAKEN) throw error
    await client.query('rollback to savepoint post_money')
    const raced = await recorded(client, coalitionId, entry.key)
    if (!raced.posted) throw error
    return raced.posted
  }
  await client.query('release savepoint post_money')
  const after = await recorded(client, coalitionId, entry.key)
  if (!after.posted) throw new Error(`The entry of ${entry.key.operation} was posted and is not there`)
  return { ...after.posted, replayed: false }
}

/** $1 coalition, $2 scope, $3 operation, $4 key: the coalition's clock, and the entry of the key if there is one. */
const RECORDED = `select coalition_clock(c.clock_offset_seconds) as now,
    e.entry_id, e.group_id, e.posted_at, e.batch_no::text, b.window_no::text,
    encode(e.request_hash, 'hex') as request_hash
  from coalition c
  left join lateral (select * from entry e where e.coalition_id = $1 and e.key_scope_id = $2
    and e.key_operation = $3 and e.key = $4 limit 1) e on true
  left join batch b on b.coalition_id = $1 and b.batch_no = e.batch_no
  where c.coalition_id = $1`

interface RecordedRow {
  readonly now: Date
  readonly entry_id: string | null
  readonly group_id: string
  readonly posted_at: Date
  readonly batch_no: string
  readonly window_no: string
  readonly request_hash: string
}

async function recorded(
  client: pg.ClientBase,
  coalitionId: string,
  { scopeId, operation, key, requestHash }: CommandKey,
): Promise<{ readonly now: Date; readonly posted: PostedMoney | undefined }> {
  const values = [coalitionId, scopeId, operation, key]
  const { rows } = await client.query<RecordedRow>({ name: 'artel_recorded_money', text: RECORDED, values })
  const [row] = rows
  if (!row) throw new Error(`No coalition ${coalitionId}`)
  if (row.entry_id === null) return { now: row.now, posted: undefined }
  if (row.request_hash !== requestHash) throw new IdempotencyKeyMismatch(operation, key)
  const posted = {
    replayed: true,
    entryId: row.entry_id,
    documentId: row.group_id,
    postedAt: row.posted_at,
    batchNo: BigInt(row.batch_no),
    windowNo: BigInt(row.window_no),
  }
  return { now: row.now, posted }
}

async function send(client: pg.ClientBase, coalitionId: string, entry: MoneyEntry, now: Date): Promise<void> {
  const values = encode(coalitionId, entry, now)
  const { rows } = await client.query<{ r: string }>({ name: 'artel_post_money', text: POST_ENTRIES, values })
  const [verdict] = (rows[0]?.r ?? '').split(' ')
  if (verdict !== 'P')
    throw new Error(`post_entries answered ${verdict} to the ${entry.kind} of ${entry.key.operation}`)
}

/** The values of `POST_ENTRIES` for one step of one entry with no customer. */
function encode(coalitionId: string, entry: MoneyEntry, now: Date): PostEntriesValue[] {
  const id = newId()
  const moved = { ...entry, pointsDelta: ZERO_POINTS, reservedDelta: ZERO_POINTS }
  const line = entryLine(
    { ...moved, newLots: [], lotUses: [], lotChanges: [] },
    {
      id,
      groupId: entry.documentId,
      position: 0,
      customerId: null,
      customerSequence: null,
      balanceAfter: ZERO_POINTS,
      key: entry.key,
    },
  )
  const transfers = entry.transfers.map((item, position) => {
    const text = transferLine(item, id, position)
    return { text, row: { owner: 1, position, item, rowHash: rowHashOf(text) } }
  })
  const digest = digestOf([line, ...transfers.map(({ text }) => text)])
  const rows: PostEntriesRows = {
    steps: [stepOf(entry, digest)],
    entries: [
      { id, step: 1, position: 0, balanceAfter: ZERO_POINTS, entry: moved, rowHash: rowHashOf(line) },
    ],
    transfers: transfers.map(({ row }) => row),
    lots: [],
    uses: [],
    purchases: [],
    counters: [],
    events: entry.outbox.map((event) => ({ step: 1, event })),
    rare: noRare(),
  }
  return Object.values(postEntriesArguments({ coalitionId, now, atomic: false }, rows))
}

/** No customer: no sequence to expect, nothing moved of its points, no balance. */
const stepOf = ({ documentId, key }: MoneyEntry, digest: string): StepRow => ({
  groupId: documentId,
  customerId: null,
  expectedSequence: null,
  pointsDelta: 0n,
  reservedDelta: 0n,
  balanceAfter: null,
  key,
  digest,
  refusalCode: null,
  details: null,
  rowHash: null,
})
