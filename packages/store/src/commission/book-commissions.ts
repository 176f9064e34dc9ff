import { floorDivide, type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** What rows of one payer's commissions to one payee come to that are in no entry yet, and what the payee has. */
export interface CommissionsToBook {
  readonly payerId: string
  readonly payeeKind: 'AFFILIATE' | 'MEMBER'
  readonly payeeId: string
  readonly due: Minor
  /** Of an affiliate: owed to it, less what approved plans already ask to be paid; below 0: paid too much. Null for a member. */
  readonly has: Minor | null
  /** Taken back earlier and not found, less what was found since. */
  readonly writtenDown: Minor
  readonly lineIds: readonly string[]
}

/**
 * $1 coalition, $2 commissions. What an affiliate has is what its account shows, and not what a plan has promised it: the payment
 * that comes would leave it owing.
 */
const TO_BOOK = `with due as (
    select k.payer_id, k.payee_kind, k.payee_id, sum(l.amount_minor) as due, array_agg(l.line_id) as lines
    from commission k
    join commission_line l on l.coalition_id = $1 and l.commission_id = k.commission_id and l.posting_id is null
    where k.coalition_id = $1 and k.commission_id = any($2::uuid[]) and k.status <> 'PENDING'
    group by k.payer_id, k.payee_kind, k.payee_id)
  select d.payer_id as "payerId", d.payee_kind as "payeeKind", d.payee_id as "payeeId", d.due::text,
    (coalesce(r.owed, 0) + coalesce(m.owed, 0) - coalesce(g.asked, 0))::text as has,
    coalesce(w.down, 0)::text as down, d.lines
  from due d
  left join lateral (select r.batch_no, r.credit - r.debit as owed from account_rollup r
    where r.coalition_id = $1 and r.kind = 'PAYABLE' and r.owner_id = d.payee_id
    order by r.batch_no desc limit 1) r on true
  left join lateral (select sum(m.credit - m.debit) as owed from account_movement m
    where m.coalition_id = $1 and m.kind = 'PAYABLE' and m.owner_id = d.payee_id
      and m.batch_no > coalesce(r.batch_no, 0)) m on true
  left join lateral (select sum(greatest(x.amount_minor - x.paid, 0)) * $3 as asked from (
    select g.amount_minor, coalesce((select sum(y.amount_minor) from standing_payment y
      where y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id), 0) as paid
    from payment_leg g where g.coalition_id = $1 and g.payee_id = d.payee_id and g.receivable_at is null) x) g on true
  left join lateral (select sum(s.written_down_minor)
      - coalesce(sum(s.taken_back_minor) filter (where s.is_recovery), 0) as down
    from commission_posting s where s.coalition_id = $1 and s.payer_id = d.payer_id and s.payee_id = d.payee_id
      and (s.written_down_minor > 0 or s.is_recovery)) w on true
  order by d.payer_id, d.payee_id`

/**
 * Sums by payer and payee what of some commissions is in no entry yet. The caller keeps payments, plans and other commissions of
 * the coalition from being written until it commits.
 */
export async function commissionsToBook(
  client: Client,
  coalitionId: string,
  {
    commissionIds,
    microsPerMinor,
  }: { readonly commissionIds: readonly string[]; readonly microsPerMinor: bigint },
): Promise<readonly CommissionsToBook[]> {
  const { rows } = await client.query<
    Pick<CommissionsToBook, 'payerId' | 'payeeKind' | 'payeeId'> & {
      readonly due: string
      readonly has: string
      readonly down: string
      readonly lines: string[]
    }
  >({
    name: 'artel_commissions_to_book',
    text: TO_BOOK,
    values: [coalitionId, commissionIds, microsPerMinor.toString()],
  })
  return rows.map(({ due, has, down, lines, ...parties }) => ({
    ...parties,
    due: minor(BigInt(due)),
    has: parties.payeeKind === 'MEMBER' ? null : minor(floorDivide(BigInt(has), microsPerMinor)),
    writtenDown: minor(BigInt(down)),
    lineIds: lines,
  }))
}

/** What one entry books, before it is written. */
export interface NewCommissionPosting
  extends Pick<CommissionsToBook, 'payerId' | 'payeeKind' | 'payeeId' | 'lineIds'> {
  readonly id: string
  readonly isRecovery: boolean
  readonly due: Minor
  readonly credited: Minor
  readonly takenBack: Minor
  readonly writtenDown: Minor
  /** Null: nothing was booked. */
  readonly entry: { readonly id: string; readonly windowNo: number } | null
  readonly postedAt: Date
}

/** Writes a posting down, and its lines as booked by it. */
export async function addCommissionPosting(
  client: Client,
  coalitionId: string,
  posting: NewCommissionPosting,
): Promise<void> {
  await client.query({
    name: 'artel_add_commission_posting',
    text: `insert into commission_posting (coalition_id, posting_id, payer_id, payee_kind, payee_id, is_recovery, due_minor,
        credited_minor, taken_back_minor, written_down_minor, entry_id, window_no, posted_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      ...[coalitionId, posting.id, posting.payerId, posting.payeeKind, posting.payeeId, posting.isRecovery],
      ...[posting.due.toString(), posting.credited.toString(), posting.takenBack.toString()],
      ...[posting.writtenDown.toString(), posting.entry?.id ?? null, posting.entry?.windowNo ?? null],
      posting.postedAt,
    ],
  })
  if (posting.lineIds.length === 0) return
  await client.query({
    name: 'artel_book_commission_lines',
    text: `update commission_line set posting_id = $2
      where coalition_id = $1 and line_id = any($3::uuid[]) and posting_id is null`,
    values: [coalitionId, posting.id, posting.lineIds],
  })
}
