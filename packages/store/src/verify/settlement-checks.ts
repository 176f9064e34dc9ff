import { MICROS_PER_MINOR } from '@artel/ledger'
import type { Check } from './check.ts'

/** What each window moved on each member's CLEARING and each affiliate's PAYABLE, from the transfers of its batches. */
const LEGS_OF_WINDOWS = `select b.window_no, x.member_id, count(*) as lines, sum(x.amount) as moved,
    coalesce(-sum(x.amount) filter (where e.kind in ('PAYMENT', 'PAYMENT_REVERSAL')), 0) as paid
  from (select entry_id, batch_no, debit_owner_id as member_id, amount from transfer
      where coalition_id = $1 and debit_kind in ('CLEARING', 'PAYABLE')
    union all select entry_id, batch_no, credit_owner_id, -amount from transfer
      where coalition_id = $1 and credit_kind in ('CLEARING', 'PAYABLE')) x
  join batch b on b.coalition_id = $1 and b.batch_no = x.batch_no
  join entry e on e.coalition_id = $1 and e.entry_id = x.entry_id
  group by b.window_no, x.member_id`

/** Statements of members and of affiliates; `member_id` is whose each is. */
const STATEMENTS = `(select statement_id, window_no, member_id, opening, opening_minor, net, net_minor, payments,
      payments_minor, rounding_minor, closing, closing_minor, residue, line_count
    from statement where coalition_id = $1
    union all select statement_id, window_no, affiliate_id, opening, opening_minor, net, net_minor, payments,
      payments_minor, rounding_minor, closing, closing_minor, residue, line_count
    from affiliate_statement where coalition_id = $1)`

/** Windows against batches, statements against each other and against the transfers, payments against entries. */
export const SETTLEMENT_CHECKS: readonly Check[] = [
  {
    invariant: 'WINDOW_BATCHES',
    table: 'settlement_window',
    says: 'A closed window ends with the last batch that bears its number or an earlier one, and with that hash.',
    sql: `select jsonb_build_object('window_no', w.window_no) as row,
        concat_ws(' ', coalesce(b.batch_no, 0), encode(h.hash, 'hex')) as expected,
        concat_ws(' ', w.last_batch_no, encode(w.chain_hash, 'hex')) as actual
      from settlement_window w
      left join (select x.window_no, max(b.batch_no) over (order by x.window_no) as batch_no
        from settlement_window x
        left join (select window_no, max(batch_no) as batch_no from batch where coalition_id = $1
          group by window_no) b on b.window_no = x.window_no
        where x.coalition_id = $1) b on b.window_no = w.window_no
      left join batch h on h.coalition_id = $1 and h.batch_no = b.batch_no
      where w.coalition_id = $1 and w.status <> 'OPEN' and (w.last_batch_no <> coalesce(b.batch_no, 0)
        or w.chain_hash <> coalesce(h.hash, decode(repeat('00', 32), 'hex')))`,
  },
  {
    invariant: 'WINDOW_ORDER',
    table: 'settlement_window',
    says: 'Windows are numbered 1, 2, 3, each opens when the one before ends, the last is open, and none is open before one that was closed.',
    sql: `select jsonb_build_object('window_no', w.window_no) as row,
        concat_ws(' ', w.before + 1, w.ended) as expected, concat_ws(' ', w.window_no, w.opens_at, w.status) as actual
      from (select window_no, opens_at, status, lag(window_no, 1, 0) over o as before, lag(cut_off) over o as ended,
          lead(window_no) over o as next, lag(status) over o as status_before
        from settlement_window where coalition_id = $1 window o as (order by window_no)) w
      where w.window_no <> w.before + 1 or w.opens_at <> w.ended or w.status <> 'OPEN' and (w.next is null or w.status_before = 'OPEN')`,
  },
  {
    invariant: 'STATEMENT_OPENING',
    table: 'statement',
    says: "A statement opens as the member's last one closed, exactly and as printed.",
    sql: `select jsonb_build_object('statement_id', s.statement_id) as row,
        concat_ws(' ', s.closed, s.closed_minor) as expected, concat_ws(' ', s.opening, s.opening_minor) as actual
      from (select statement_id, opening, opening_minor, lag(closing, 1, 0::numeric) over o as closed,
          lag(closing_minor, 1, 0::numeric) over o as closed_minor
        from ${STATEMENTS} x window o as (partition by member_id order by window_no)) s
      where s.opening <> s.closed or s.opening_minor <> s.closed_minor`,
  },
  {
    invariant: 'STATEMENT_CLOSING',
    table: 'statement',
    says: 'A statement closes at opening + net - payments, exactly and as printed.',
    sql: `select jsonb_build_object('statement_id', statement_id) as row,
        concat_ws(' ', opening + net - payments, opening_minor + net_minor - payments_minor + rounding_minor)
          as expected,
        concat_ws(' ', closing, closing_minor) as actual
      from ${STATEMENTS} x where (closing <> opening + net - payments
        or closing_minor <> opening_minor + net_minor - payments_minor + rounding_minor
        or abs(closing - closing_minor * ${MICROS_PER_MINOR} - residue) <> 0)`,
  },
  {
    invariant: 'STATEMENT_LINES',
    table: 'statement',
    says: 'A statement has every line of its window and member, no other, and what they come to.',
    sql: `select jsonb_build_object('window_no', coalesce(s.window_no, l.window_no), 'member_id',
          coalesce(s.member_id, l.member_id)) as row,
        concat_ws(' ', coalesce(l.lines, 0), coalesce(l.moved + l.paid, 0), coalesce(l.paid, 0)) as expected,
        concat_ws(' ', s.line_count, s.net, s.payments) as actual
      from ${STATEMENTS} s
      full join (select l.* from (${LEGS_OF_WINDOWS}) l
        join settlement_window w on w.coalition_id = $1 and w.window_no = l.window_no
          and w.status not in ('OPEN', 'CLOSED')) l on l.window_no = s.window_no and l.member_id = s.member_id
      where s.line_count is distinct from coalesce(l.lines, 0)::int
        or s.net is distinct from coalesce(l.moved + l.paid, 0) or s.payments is distinct from coalesce(l.paid, 0)`,
  },
  {
    invariant: 'PLAN_APPROVED_BY_ANOTHER',
    table: 'plan_approval',
    says: 'A plan is approved as it is, by another than its proposer, before anything is to be paid.',
    sql: `select jsonb_build_object('plan_id', p.plan_id) as row, p.hash as expected,
        coalesce(a.plan_hash, 'no approval') as actual
      from plan p
      left join plan_approval a on a.coalition_id = $1 and a.plan_id = p.plan_id
      where p.coalition_id = $1 and (a.approved_by_id = p.proposed_by_id or a.plan_hash <> p.hash
        or a.plan_id is null and exists (select from payment_leg g
          where g.coalition_id = $1 and g.plan_id = p.plan_id))`,
  },
  {
    invariant: 'PAYMENT_ENTRY',
    table: 'payment',
    says: 'A payment is booked once, between the accounts of its leg, for what was paid.',
    sql: `select jsonb_build_object('payment_id', y.payment_id) as row,
        concat_ws(' ', y.amount_minor::numeric * ${MICROS_PER_MINOR}, g.payee_id, g.payer_id) as expected,
        concat_ws(' ', t.amount, t.debit_owner_id, t.credit_owner_id) as actual
      from payment y
      join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
      left join entry e on e.coalition_id = $1 and e.entry_id = y.entry_id and e.kind = 'PAYMENT'
        and e.document_id = y.payment_id
      left join transfer t on t.coalition_id = $1 and t.entry_id = e.entry_id
      where y.coalition_id = $1 and (t.amount, t.debit_owner_id, t.credit_owner_id)
        is distinct from (y.amount_minor::numeric * ${MICROS_PER_MINOR}, g.payee_id, g.payer_id)`,
  },
  {
    invariant: 'PAYMENT_REVERSAL_ENTRY',
    table: 'payment_reversal',
    says: 'A payment that was taken back has one entry that undoes its own, and no other payment has one.',
    sql: `select jsonb_build_object('payment_id', coalesce(r.payment_id, e.document_id)) as row,
        concat_ws(' ', r.entry_id, y.amount_minor::numeric * ${MICROS_PER_MINOR}, g.payer_id, g.payee_id) as expected,
        concat_ws(' ', e.entry_id, t.amount, t.debit_owner_id, t.credit_owner_id) as actual
      from (select * from payment_reversal where coalition_id = $1) r
      full join (select * from entry where coalition_id = $1 and kind = 'PAYMENT_REVERSAL') e
        on e.document_id = r.payment_id
      left join payment y on y.coalition_id = $1 and y.payment_id = r.payment_id
      left join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
      left join transfer t on t.coalition_id = $1 and t.entry_id = e.entry_id
      where (e.entry_id, t.amount, t.debit_owner_id, t.credit_owner_id) is distinct from
        (r.entry_id, y.amount_minor::numeric * ${MICROS_PER_MINOR}, g.payer_id, g.payee_id)`,
  },
  {
    invariant: 'WINDOW_SETTLED',
    table: 'settlement_window',
    says: 'All payments of a settled window are made, but for those that a later plan asks for.',
    sql: `select jsonb_build_object('window_no', w.window_no, 'payment_leg_id', g.payment_leg_id) as row,
        g.amount_minor::text as expected, coalesce(sum(y.amount_minor), 0)::text as actual
      from settlement_window w
      join payment_leg g on g.coalition_id = $1 and g.window_no = w.window_no and g.receivable_at is null
      left join payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
        and not exists (select from payment_reversal r where r.coalition_id = $1 and r.payment_id = y.payment_id)
      where w.coalition_id = $1 and w.status = 'SETTLED'
      group by w.window_no, g.payment_leg_id, g.amount_minor
      having coalesce(sum(y.amount_minor), 0) < g.amount_minor`,
  },
]
