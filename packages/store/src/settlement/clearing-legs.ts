import { type Account, type Micros, type MoneyAccountKind, micros, type Points, points } from '@artel/ledger'
import type pg from 'pg'
import { patiently } from '../pool.ts'
import type { Store } from '../store.ts'
import type { BatchRange } from './clearing-moved.ts'

/** One transfer of the money book with a CLEARING account on one side or on both. */
export interface ClearingLeg {
  readonly batchNo: bigint
  readonly entryId: string
  readonly position: number
  readonly kind: string
  readonly documentId: string | null
  readonly postedAt: Date
  readonly debit: Account<MoneyAccountKind>
  readonly credit: Account<MoneyAccountKind>
  readonly amount: Micros
  /** The receipt of the sale, or the reference of the payment; empty if none. */
  readonly reference: string
  /** The entry's member, and its signed change of the customer's points. */
  readonly memberId: string | null
  readonly pointsDelta: Points
  /** Points that the entry took from lots that the debited, or credited, member had issued; negative: gave back. */
  readonly takenOfDebit: Points
  readonly takenOfCredit: Points
}

/** Entries a query: its rows and their hash joins stay within a few megabytes. */
const STEPS_A_RANGE = 5_000

/** Cuts batches into ranges of about so many steps. */
const RANGES = `select min(batch_no)::text as first, max(batch_no)::text as last
  from (select batch_no, (sum(steps) over (order by batch_no) - 1) / ${STEPS_A_RANGE} as range
    from batch where coalition_id = $1 and batch_no > $2 and batch_no <= $3) x
  group by range order by range`

const LEGS = `with taken as (
    select u.entry_id, l.issuer_id, sum(u.points) as points
    from lot_use u
    cross join lateral (select l.issuer_id from lot l where l.coalition_id = $1 and l.lot_id = u.lot_id limit 1) l
    where u.coalition_id = $1 and u.batch_no between $2 and $3
    group by u.entry_id, l.issuer_id)
  select t.batch_no, t.entry_id, t.position, e.kind, e.document_id,
    floor(extract(epoch from e.posted_at) * 1000), t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id,
    t.amount, coalesce(p.receipt_ref, rp.receipt_ref, g.reference, ''), e.member_id, e.points_delta,
    coalesce(d.points, 0), coalesce(c.points, 0)
  from transfer t
  join entry e on e.coalition_id = $1 and e.entry_id = t.entry_id and e.batch_no between $2 and $3
  left join purchase p on p.coalition_id = $1 and p.purchase_id = e.document_id and p.batch_no between $2 and $3
  left join refund r on r.coalition_id = $1 and r.refund_id = e.document_id and r.batch_no between $2 and $3
  left join purchase rp on rp.coalition_id = $1 and rp.purchase_id = r.purchase_id
  left join payment y on y.coalition_id = $1 and y.payment_id = e.document_id and e.customer_id is null
  left join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
  left join taken d on d.entry_id = t.entry_id and d.issuer_id = t.debit_owner_id
  left join taken c on c.entry_id = t.entry_id and c.issuer_id = t.credit_owner_id
  where t.coalition_id = $1 and t.batch_no between $2 and $3
    and (t.debit_kind = 'CLEARING' or t.credit_kind = 'CLEARING')`
const ONE_MEMBER = `and ((t.debit_kind = 'CLEARING' and t.debit_owner_id = $4)
    or (t.credit_kind = 'CLEARING' and t.credit_owner_id = $4))`
const IN_ORDER = 'order by t.batch_no, t.entry_id, t.position'

/** Values stay the texts that the server sent: parsing dates and numbers twice would be half of the work. */
const AS_TEXT: pg.CustomTypesConfig = { getTypeParser: () => (text: string) => text }

type Row = readonly [
  batchNo: string,
  entryId: string,
  position: string,
  kind: string,
  documentId: string | null,
  postedAtMs: string,
  debitKind: MoneyAccountKind,
  debitOwnerId: string,
  creditKind: MoneyAccountKind,
  creditOwnerId: string,
  amount: string,
  reference: string,
  memberId: string | null,
  pointsDelta: string,
  takenOfDebit: string,
  takenOfCredit: string,
]

/**
 * All CLEARING legs of some batches, or those of one member, in the order of (batch, entry, position) and in pieces of
 * some thousands: memory does not grow with their number, and no query runs long. The next piece is read while the last
 * one is worked on. Rows of the ledger never change, so pieces read at different times fit together.
 */
export async function* clearingLegs(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { after, through, memberId }: BatchRange & { readonly memberId?: string },
): AsyncGenerator<readonly ClearingLeg[]> {
  await store.pool.query(patiently({ name: 'artel_summarise_batches', text: 'select summarise_batches()' }))
  const { rows: ranges } = await store.pool.query<{ first: string; last: string }>(
    patiently({
      name: 'artel_batch_ranges',
      text: RANGES,
      values: [coalitionId, after.toString(), through.toString()],
    }),
  )
  const read = (range: { first: string; last: string } | undefined) =>
    range && legsOf(store, coalitionId, { ...range, memberId })
  let next = read(ranges[0])
  for (let at = 0; next; at += 1) {
    const legs = await next
    next = read(ranges[at + 1])
    // Should the reader stop here, nobody waits for the piece that was begun.
    next?.catch(() => undefined)
    yield legs
  }
}

async function legsOf(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { first, last, memberId }: { first: string; last: string; memberId: string | undefined },
): Promise<readonly ClearingLeg[]> {
  const values = [coalitionId, first, last, ...(memberId === undefined ? [] : [memberId])]
  const text = `${LEGS} ${memberId === undefined ? '' : ONE_MEMBER} ${IN_ORDER}`
  // Not a named statement: a plan that is kept is one for any range, and reads the whole table for each.
  const { rows } = await store.pool.query<string[]>({
    ...patiently({ text, values }),
    rowMode: 'array',
    types: AS_TEXT,
  })
  return (rows as unknown as Row[]).map(legOf)
}

const legOf = (row: Row): ClearingLeg => ({
  batchNo: BigInt(row[0]),
  entryId: row[1],
  position: Number(row[2]),
  kind: row[3],
  documentId: row[4],
  postedAt: new Date(Number(row[5])),
  debit: { kind: row[6], ownerId: row[7] },
  credit: { kind: row[8], ownerId: row[9] },
  amount: micros(BigInt(row[10])),
  reference: row[11],
  memberId: row[12],
  pointsDelta: points(BigInt(row[13])),
  takenOfDebit: points(BigInt(row[14])),
  takenOfCredit: points(BigInt(row[15])),
})
