import { setImmediate as turn } from 'node:timers/promises'
import { type Account, type Micros, type MoneyAccountKind, type Points, points } from '@artel/ledger'
import { type BatchRange, batchRanges } from '../reads/batch-ranges.ts'
import { readPiece } from '../reads/read-piece.ts'
import type { Store } from '../store.ts'
import { legsByEntry } from './clearing-leg-text.ts'

/** One transfer of the money book with a CLEARING or PAYABLE account on one side or on both. */
export interface ClearingLeg {
  /** Place among the transfers of its entry. */
  readonly position: number
  readonly debit: Account<MoneyAccountKind>
  readonly credit: Account<MoneyAccountKind>
  readonly amount: Micros
}

/** An entry that moved CLEARING or PAYABLE, with its legs there in the order of their positions. */
export interface ClearingEntry {
  readonly batchNo: bigint
  readonly entryId: string
  readonly kind: string
  readonly documentId: string | null
  readonly postedAt: Date
  /** The receipt of the sale, or the reference of the payment; empty if none. */
  readonly reference: string
  /** Who sold what the receipt is of; null for none. Another than the entry's member where that one only paid for a rule. */
  readonly sellerId: string | null
  /** The entry's member, and its signed change of the customer's points. */
  readonly memberId: string | null
  readonly pointsDelta: Points
  /** Points that the entry took from lots, by the member that had issued them; negative: gave back. */
  readonly takenFrom: ReadonlyMap<string, Points>
  readonly legs: readonly ClearingLeg[]
}

/** Letters of a UUID. */
const ID = 36
/** Pieces that are read while one is worked on: the database is never idle, and memory stays bounded. */
const PIECES_AHEAD = 2

const IS_CLEARING = `t.coalition_id = $1 and t.batch_no between $2 and $3
    and (t.debit_kind in ('CLEARING', 'PAYABLE') or t.credit_kind in ('CLEARING', 'PAYABLE'))`
const OF_MEMBER = `and ((t.debit_kind in ('CLEARING', 'PAYABLE') and t.debit_owner_id = $4)
    or (t.credit_kind in ('CLEARING', 'PAYABLE') and t.credit_owner_id = $4))`

/** One text for all legs between the same two accounts: rows of seven values cost more than the scan that finds them. */
const LEGS = `select concat_ws('|', t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) as facts,
    string_agg(concat(t.entry_id, t.position, '|', t.amount), E'\\n') as rest, null::bigint as batch_no,
    null::uuid as entry_id
  from transfer t where ${IS_CLEARING}`
const BY_ACCOUNTS = 'group by t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id'

/** A text an entry, of values that hold no bar, and beside it the reference after its seller and a space. */
const ENTRIES = `select concat_ws('|', e.batch_no, e.entry_id, e.kind, coalesce(e.document_id::text, ''),
      round(date_part('epoch', e.posted_at) * 1000000::float8)::bigint / 1000, coalesce(e.member_id::text, ''),
      e.points_delta, coalesce(k.points, '')) as facts,
    coalesce(p.member_id::text || ' ' || p.receipt_ref,
      (select r.member_id::text || ' ' || rp.receipt_ref from refund r
        join purchase rp on rp.coalition_id = $1 and rp.purchase_id = r.purchase_id
        where r.coalition_id = $1 and r.refund_id = e.document_id),
      (select ' ' || g.reference from payment y
        join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
        where y.coalition_id = $1 and y.payment_id = e.document_id and e.customer_id is null),
      ' ') as rest, e.batch_no, e.entry_id
  from entry e
  left join purchase p on p.coalition_id = $1 and p.purchase_id = e.document_id and p.batch_no between $2 and $3
  left join (
    select u.entry_id, string_agg(l.issuer_id || ' ' || u.points, ' ') as points
    from lot_use u
    cross join lateral (select l.issuer_id from lot l where l.coalition_id = $1 and l.lot_id = u.lot_id limit 1) l
    where u.coalition_id = $1 and u.batch_no between $2 and $3
    group by u.entry_id) k on k.entry_id = e.entry_id
  where e.coalition_id = $1 and e.batch_no between $2 and $3`
const THAT_MOVED = (ofMember: string) =>
  `and e.entry_id in (select t.entry_id from transfer t where ${IS_CLEARING} ${ofMember})`

/** One query a piece, or the database would wait between two while the last piece is worked on: legs, then entries. */
const pieceOf = (ofMember: string) =>
  `select facts, rest from (${LEGS} ${ofMember} ${BY_ACCOUNTS}
    union all ${ENTRIES} ${ofMember && THAT_MOVED(ofMember)}) x order by batch_no nulls first, entry_id`
const ALL_OF_PIECE = pieceOf('')
const MEMBERS_OF_PIECE = pieceOf(OF_MEMBER)

/**
 * All entries of some batches that moved CLEARING or PAYABLE, or that of one member or affiliate, in the order of (batch, entry) and in pieces of
 * some thousands, each to be read once: memory does not grow with their number, and no query runs long. The next pieces are read while the
 * last one is worked on. Rows of the ledger never change, so pieces read at different times fit together.
 */
export async function* clearingEntries(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { after, through, memberId }: BatchRange & { readonly memberId?: string },
): AsyncGenerator<Iterable<ClearingEntry>> {
  const ranges = await batchRanges(store, coalitionId, { after, through })
  const pieces: Promise<readonly Row[]>[] = []
  let begun = 0
  const readAhead = () => {
    for (; pieces.length < PIECES_AHEAD && begun < ranges.length; begun += 1) {
      const { first = '', last = '' } = ranges[begun] ?? {}
      const ofMember = memberId === undefined ? [] : [memberId]
      const text = memberId === undefined ? ALL_OF_PIECE : MEMBERS_OF_PIECE
      const piece = readPiece<Row>(store, text, [coalitionId, first, last, ...ofMember])
      // Should the reader stop here, nobody waits for the pieces that were begun.
      piece.catch(() => undefined)
      pieces.push(piece)
    }
  }
  for (readAhead(); pieces.length > 0; ) {
    const piece = await pieces.shift()
    readAhead()
    // What is read ahead gets its turn: a piece that is there already would be worked on without one.
    await turn()
    if (piece) yield entriesOf(piece)
  }
}

type Row = readonly [facts: string, rest: string]

const NOTHING_TAKEN: ReadonlyMap<string, Points> = new Map()

/** One after another: what was worked on is garbage before it grows old. */
function* entriesOf(rows: readonly Row[]): Generator<ClearingEntry> {
  // Legs are before the first entry, whose text begins with the number of its batch.
  const isEntry = ([facts]: Row) => /^\d/.test(facts)
  const legs = legsByEntry(rows.filter((row) => !isEntry(row)))
  const batchNoOf = lastBatchNo()
  for (const row of rows) {
    if (!isEntry(row)) continue
    const [facts, rest] = row
    const referenceAt = rest.indexOf(' ') + 1
    const entryAt = facts.indexOf('|') + 1
    const entryId = facts.slice(entryAt, entryAt + ID)
    const own = legs.get(entryId)
    if (!own) continue
    const kindAt = entryAt + ID + 1
    const documentAt = facts.indexOf('|', kindAt) + 1
    const postedAt = facts.indexOf('|', documentAt) + 1
    const memberAt = facts.indexOf('|', postedAt) + 1
    const pointsAt = facts.indexOf('|', memberAt) + 1
    const takenAt = facts.indexOf('|', pointsAt) + 1
    yield {
      batchNo: batchNoOf(facts.slice(0, entryAt - 1)),
      entryId,
      kind: facts.slice(kindAt, documentAt - 1),
      documentId: facts.slice(documentAt, postedAt - 1) || null,
      postedAt: new Date(Number(facts.slice(postedAt, memberAt - 1))),
      reference: rest.slice(referenceAt),
      sellerId: rest.slice(0, referenceAt - 1) || null,
      memberId: facts.slice(memberAt, pointsAt - 1) || null,
      pointsDelta: points(BigInt(facts.slice(pointsAt, takenAt - 1))),
      takenFrom: takenAt < facts.length ? takenOf(facts.slice(takenAt)) : NOTHING_TAKEN,
      legs: own,
    }
  }
}

/** Reads the number of a batch, mostly that of the entry before. */
function lastBatchNo(): (text: string) => bigint {
  let last = ''
  let batchNo = 0n
  return (text) => {
    if (text !== last) [last, batchNo] = [text, BigInt(text)]
    return batchNo
  }
}

/** `issuer points issuer points ...`, an issuer as often as lots were taken from. */
function takenOf(text: string): ReadonlyMap<string, Points> {
  const words = text.split(' ')
  const taken = new Map<string, Points>()
  for (let at = 0; at < words.length; at += 2) {
    const issuerId = words[at] ?? ''
    taken.set(issuerId, points((taken.get(issuerId) ?? 0n) + BigInt(words[at + 1] ?? '')))
  }
  return taken
}
