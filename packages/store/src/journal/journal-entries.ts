import { type BatchRange, batchRanges } from '../reads/batch-ranges.ts'
import { readPiece } from '../reads/read-piece.ts'
import type { Store } from '../store.ts'

/** One debit-credit pair as it is booked: whole points or micros. Owners are raw UUIDs. */
export interface BookedTransfer {
  readonly unit: 'POINTS' | 'MONEY'
  readonly debitKind: string
  readonly debitOwnerId: string
  readonly creditKind: string
  readonly creditOwnerId: string
  readonly amount: bigint
}

/** An entry that moved something, with its transfers in the order of their positions. */
export interface BookedEntry {
  readonly entryId: string
  readonly kind: string
  readonly batchNo: bigint
  /** Of the batch: by it a window takes the whole batch, though later steps are microseconds later. */
  readonly postedAt: Date
  readonly transfers: readonly BookedTransfer[]
}

/** A text an entry for its transfers: rows of seven values would cost more than the scan that finds them. */
const PIECE = `select e.entry_id, e.kind, e.batch_no::text,
    round(date_part('epoch', b.posted_at) * 1000000::float8)::bigint / 1000 || '', t.legs
  from entry e
  join batch b on b.coalition_id = $1 and b.batch_no = e.batch_no and b.batch_no between $2 and $3
  join (select t.entry_id, string_agg(concat_ws('|', t.unit, t.debit_kind, t.debit_owner_id, t.credit_kind,
        t.credit_owner_id, t.amount), E'\\n' order by t.position) as legs
      from transfer t where t.coalition_id = $1 and t.batch_no between $2 and $3 group by t.entry_id) t
    on t.entry_id = e.entry_id
  where e.coalition_id = $1 and e.batch_no between $2 and $3
  order by e.batch_no, e.batch_step, e.position`

type Row = readonly [entryId: string, kind: string, batchNo: string, postedAtMs: string, legs: string]

/**
 * Entries of some batches with what they moved, in the order of the chain and in pieces of some thousands: memory does not
 * grow with their number. Rows of the ledger never change, so pieces read at different times fit together. Entries that move nothing, as
 * a hold, are left out.
 */
export async function* journalEntries(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  range: BatchRange,
): AsyncGenerator<readonly BookedEntry[]> {
  for (const { first, last } of await batchRanges(store, coalitionId, range)) {
    const rows = await readPiece<Row>(store, PIECE, [coalitionId, first, last])
    yield rows.map(([entryId, kind, batchNo, postedAtMs, legs]) => ({
      ...{ entryId, kind, batchNo: BigInt(batchNo), postedAt: new Date(Number(postedAtMs)) },
      transfers: legs.split('\n').map(transferOf),
    }))
  }
}

function transferOf(text: string): BookedTransfer {
  const [unit, debitKind = '', debitOwnerId = '', creditKind = '', creditOwnerId = '', amount = ''] =
    text.split('|')
  const sides = { debitKind, debitOwnerId, creditKind, creditOwnerId }
  return { unit: unit === 'POINTS' ? 'POINTS' : 'MONEY', ...sides, amount: BigInt(amount) }
}
