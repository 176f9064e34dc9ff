import type { Check } from './check.ts'
import { PARTS } from './payer-sql.ts'

/** Entries of a group, summed by what they did: the group of a purchase or refund carries the document's id. */
const GROUP_SUMS = `select e.group_id, e.customer_id, count(*) as entries,
    coalesce(sum(e.points_delta) filter (where e.kind = 'EARN'), 0) as earned,
    -coalesce(sum(e.points_delta) filter (where e.kind = 'REDEEM'), 0) as redeemed,
    coalesce(sum(e.points_delta) filter (where e.kind = 'REDEEM_REVERSAL'), 0) as returned,
    (array_agg(e.balance_after order by e.position desc))[1] as balance_after, max(e.posted_at) as posted_at
  from entry e where e.coalition_id = $1 group by e.group_id, e.customer_id`

/**
 * Points that a refund's group took back of its own sale, and those that refunds of other sales had claimed. A merged
 * customer's are its survivor's entries.
 */
const TAKEN_BACK = `select group_id,
    -coalesce(sum(points_delta) filter (where kind = 'EARN_REVERSAL' and document_id = group_id), 0) as recovered,
    -coalesce(sum(points_delta) filter (where kind = 'DEBT_RECOVERY' or document_id <> group_id), 0) as claimed
  from entry where coalition_id = $1 and kind in ('EARN_REVERSAL', 'DEBT_RECOVERY') group by group_id`

/** Purchases, refunds, debts and claims against the entries that booked them. */
export const DOCUMENT_CHECKS: readonly Check[] = [
  {
    invariant: 'PURCHASE_ENTRIES',
    table: 'purchase',
    says: 'A purchase says what its entries booked: points earned and redeemed, balance and instant.',
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row,
        concat_ws(' ', 'redeemed', g.redeemed, 'earned', g.earned, 'balance', g.balance_after, g.posted_at) as expected,
        concat_ws(' ', 'redeemed', p.points_redeemed, 'earned', p.points_earned, 'balance', p.balance_after,
          p.recorded_at) as actual
      from purchase p
      left join (${GROUP_SUMS}) g on g.group_id = p.purchase_id and g.customer_id = p.customer_id
      where p.coalition_id = $1 and (p.points_redeemed, p.points_earned, p.balance_after, p.recorded_at)
        is distinct from (g.redeemed, g.earned, g.balance_after, g.posted_at)`,
  },
  {
    invariant: 'PURCHASE_LOT',
    table: 'purchase',
    says: "A purchase's earned lots are those that its earning issued, one for each who paid; the first is the one that it names.",
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row,
        concat_ws(' ', p.points, p.payer_id, p.customer_id, p.purchase_id, p.lot_id) as expected,
        concat_ws(' ', l.amount, l.issuer_id, l.customer_id, e.document_id, x.earned_lot_id) as actual
      from (select y.*, row_number() over (partition by y.purchase_id
          order by y.points = 0, y.payer_id <> y.member_id, y.payer_id) as nth from (${PARTS}) y) p
      join purchase x on x.coalition_id = $1 and x.purchase_id = p.purchase_id
      left join lot l on l.coalition_id = $1 and l.lot_id = p.lot_id
      left join entry e on e.coalition_id = l.coalition_id and e.entry_id = l.entry_id
      where (p.points > 0 or p.lot_id is not null) and (p.points, p.payer_id, p.customer_id, p.purchase_id)
          is distinct from (l.amount::numeric, l.issuer_id, l.customer_id, e.document_id)
        or p.nth = 1 and p.lot_id is distinct from x.earned_lot_id`,
  },
  {
    invariant: 'PURCHASE_MONEY',
    table: 'purchase',
    says: "A purchase's points pay their face value, of its hold's terms where it captured one, within the bill less its discount, and its lines add up to both.",
    sql: `select jsonb_build_object('purchase_id', p.purchase_id) as row,
        concat_ws(' ', 'points part', p.points_redeemed::numeric * t.face_value_minor, 'lines', p.total_minor, 'discount', p.discount_minor) as expected,
        concat_ws(' ', 'points part', p.points_part_minor, 'lines', lines.total, 'discount', lines.discount) as actual
      from purchase p
      left join hold h on h.coalition_id = p.coalition_id and h.hold_id = p.hold_id
      left join terms t on t.coalition_id = p.coalition_id and t.terms_id = coalesce(h.terms_id, p.terms_id)
      left join lateral (select sum((line->>'totalMinor')::numeric) as total,
          sum(coalesce((line->>'discountMinor')::numeric, 0)) as discount
        from json_array_elements(p.lines) line) lines on true
      where p.coalition_id = $1 and (p.points_part_minor is distinct from p.points_redeemed::numeric * t.face_value_minor
        or p.points_part_minor > p.total_minor - p.discount_minor
        or coalesce(lines.discount, p.discount_minor) <> p.discount_minor or coalesce(lines.total, p.total_minor) <> p.total_minor)`,
  },
  {
    invariant: 'RECEIPT_UNIQUE',
    table: 'purchase',
    says: "A member's receipt is one purchase.",
    sql: `select jsonb_build_object('member_id', member_id, 'receipt_ref', receipt_ref) as row, '1' as expected,
        count(*)::text as actual
      from purchase where coalition_id = $1 group by member_id, receipt_ref having count(*) > 1`,
  },
  {
    invariant: 'ACT_DOCUMENT',
    table: 'act_by',
    says: "Who acted is a person, at a till of the member's if at any, and there is a purchase, a refund or a hold that came of it.",
    sql: `select jsonb_build_object('document_id', a.document_id) as row,
        'a person, a document, and no till of another member' as expected,
        concat_ws(' ', 'person', p.person_id, 'member', d.member_id, 'member of the till', t.member_id) as actual
      from act_by a
      left join person p on p.person_id = a.person_id
      left join till t on t.coalition_id = a.coalition_id and t.till_id = a.till_id
      left join (select purchase_id as id, member_id from purchase where coalition_id = $1
        union all select refund_id, member_id from refund where coalition_id = $1
        union all select hold_id, member_id from hold where coalition_id = $1) d on d.id = a.document_id
      where a.coalition_id = $1 and (p.person_id is null or d.member_id is null
        or a.till_id is not null and t.member_id is distinct from d.member_id)`,
  },
  {
    invariant: 'REFUND_ENTRIES',
    table: 'refund',
    says: 'A refund says what its entries booked: points returned, claimed, recovered and owed, balance and instant.',
    sql: `select jsonb_build_object('refund_id', r.refund_id) as row,
        concat_ws(' ', 'returned', g.returned, 'claimed', coalesce(t.claimed, 0), 'recovered', coalesce(t.recovered, 0),
          'to debt', coalesce(d.amount, 0), 'balance', g.balance_after, g.posted_at) as expected,
        concat_ws(' ', 'returned', r.points_returned, 'claimed', r.points_claimed, 'recovered', r.points_recovered,
          'to debt', r.points_to_debt, 'balance', r.balance_after, r.recorded_at) as actual
      from refund r
      left join (${GROUP_SUMS}) g on g.group_id = r.refund_id and g.customer_id = r.customer_id
      left join (${TAKEN_BACK}) t on t.group_id = r.refund_id
      left join (select e.group_id, sum(d.amount) as amount
        from debt d join entry e on e.coalition_id = d.coalition_id and e.entry_id = d.entry_id
          and e.kind = 'EARN_REVERSAL'
        where d.coalition_id = $1 group by e.group_id) d on d.group_id = r.refund_id
      where r.coalition_id = $1
        and (r.points_returned, r.points_claimed, r.points_recovered, r.points_to_debt, r.balance_after, r.recorded_at)
          is distinct from (g.returned, coalesce(t.claimed, 0), coalesce(t.recovered, 0), coalesce(d.amount, 0),
            g.balance_after, g.posted_at)`,
  },
  {
    invariant: 'REFUND_WITHIN_PURCHASE',
    table: 'purchase',
    says: 'Refunds never undo more of a purchase than there was, in money or in points.',
    sql: `select jsonb_build_object('purchase_id', r.purchase_id) as row,
        concat_ws(' ', 'at most', p.total_minor - p.discount_minor, 'redeemed', p.points_redeemed, 'earned', p.points_earned) as expected,
        concat_ws(' ', r.amount, 'returned', r.returned, 'reversed', r.reversed) as actual
      from (select purchase_id, sum(amount_minor) as amount, sum(money_minor) as money,
          sum(points_returned) as returned, sum(points_recovered + points_to_debt) as reversed,
          bool_or(money_minor > amount_minor) as too_much
        from refund where coalition_id = $1 group by purchase_id) r
      left join purchase p on p.coalition_id = $1 and p.purchase_id = r.purchase_id
      where not coalesce(r.amount <= p.total_minor - p.discount_minor
        and r.money <= p.total_minor - p.discount_minor - p.points_part_minor
        and r.returned <= p.points_redeemed and r.reversed <= p.points_earned and not r.too_much, false)`,
  },
  {
    invariant: 'DEBT_ACCOUNT',
    table: 'debt',
    says: "What remains of a customer's debts is the balance of its DEBT account.",
    sql: `select jsonb_build_object('customer_id', coalesce(d.customer_id, t.customer_id), 'debt_ids', d.debt_ids) as row,
        coalesce(t.balance, 0)::text as expected, coalesce(d.remaining, 0)::text as actual
      from (select customer_id, sum(remaining) as remaining, jsonb_agg(debt_id order by debt_id) as debt_ids
        from debt where coalition_id = $1 group by customer_id) d
      full join (select customer_id, sum(amount) as balance
        from (select debit_owner_id as customer_id, amount from transfer
            where coalition_id = $1 and debit_kind = 'DEBT'
          union all
          select credit_owner_id, -amount from transfer where coalition_id = $1 and credit_kind = 'DEBT') x
        group by customer_id) t on t.customer_id = d.customer_id
      where coalesce(d.remaining, 0) <> coalesce(t.balance, 0)`,
  },
  {
    invariant: 'DEBT_BOUNDS',
    table: 'debt',
    says: 'A debt is what its entry booked, and between nothing and all of it remains.',
    sql: `select jsonb_build_object('debt_id', d.debt_id) as row, coalesce(t.amount, 0)::text as expected,
        concat_ws(' of ', d.remaining, d.amount) as actual
      from debt d
      join entry e on e.coalition_id = d.coalition_id and e.entry_id = d.entry_id
      left join (select entry_id, sum(amount) as amount from transfer
        where coalition_id = $1 and debit_kind = 'DEBT' group by entry_id) t on t.entry_id = d.entry_id
      where d.coalition_id = $1 and ((e.kind <> 'MERGE_IN' and d.amount is distinct from t.amount)
        or not (d.remaining between 0 and d.amount))`,
  },
  {
    invariant: 'DEBT_MOVED',
    table: 'debt',
    says: "What a merged customer owed is the survivor's debt.",
    sql: `select jsonb_build_object('group_id', coalesce(d.group_id, t.group_id), 'customer_id',
          coalesce(d.customer_id, t.customer_id)) as row, coalesce(t.amount, 0)::text as expected,
        coalesce(d.amount, 0)::text as actual
      from (select e.group_id, d.customer_id, sum(d.amount) as amount
        from debt d
        join entry e on e.coalition_id = d.coalition_id and e.entry_id = d.entry_id and e.kind = 'MERGE_IN'
        where d.coalition_id = $1 group by e.group_id, d.customer_id) d
      full join (select e.group_id, t.debit_owner_id as customer_id, sum(t.amount) as amount
        from transfer t
        join entry e on e.coalition_id = t.coalition_id and e.entry_id = t.entry_id and e.kind = 'MERGE_OUT'
        where t.coalition_id = $1 and t.debit_kind = 'DEBT' group by e.group_id, t.debit_owner_id) t
        on t.group_id = d.group_id and t.customer_id = d.customer_id
      where coalesce(d.amount, 0) <> coalesce(t.amount, 0)`,
  },
  {
    invariant: 'CLAIM_ENTRIES',
    table: 'claim',
    says: 'Claims are what their refund did not find of the lots that the sale earned, less what came back since.',
    sql: `select jsonb_build_object('refund_id', coalesce(c.refund_id, x.refund_id), 'lot_id', coalesce(c.lot_id, x.lot_id)) as row,
        concat_ws(' ', 'all', r.points_borne + r.points_expired, 'left', c.amount - coalesce(x.recovered, 0), 'of',
          l.lot_id, e.customer_id) as expected,
        coalesce(concat_ws(' ', 'all', c.of_refund, 'left', c.remaining, 'of', c.lot_id, c.customer_id), 'no claim') as actual
      from (select *, sum(amount) over (partition by refund_id) as of_refund from claim where coalition_id = $1) c
      full join (select e.document_id as refund_id, coalesce(l.origin_lot_id, l.lot_id) as lot_id, sum(u.points) as recovered
        from entry e
        join lot_use u on u.coalition_id = e.coalition_id and u.entry_id = e.entry_id
        join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
        where e.coalition_id = $1 and e.kind = 'EARN_REVERSAL' and e.document_id <> e.group_id group by 1, 2) x
        on x.refund_id = c.refund_id and x.lot_id = c.lot_id
      left join refund r on r.coalition_id = $1 and r.refund_id = c.refund_id
      left join (${PARTS}) l on l.purchase_id = r.purchase_id and l.lot_id = c.lot_id
      left join entry e on e.coalition_id = $1 and e.entry_id = c.entry_id
      where (c.of_refund, c.remaining, c.purchase_id, c.lot_id, c.customer_id, e.kind, e.group_id) is distinct from
        ((r.points_borne + r.points_expired)::numeric, c.amount - coalesce(x.recovered, 0), r.purchase_id,
          l.lot_id, e.customer_id, 'EARN_REVERSAL', c.refund_id)`,
  },
  {
    invariant: 'CLAIM_FIRST',
    table: 'lot',
    says: 'Nothing of a lot is free while a refund claims it or a debt is owed for it.',
    sql: `select jsonb_build_object('lot_id', l.lot_id) as row, 'nothing free' as expected,
        (l.remaining - l.reserved)::text as actual
      from lot l
      where l.coalition_id = $1 and l.remaining > l.reserved and coalesce(l.origin_lot_id, l.lot_id) in
        (select lot_id from claim where coalition_id = $1 and remaining > 0
          union all
          select lot_id from debt where coalition_id = $1 and remaining > 0 and lot_id is not null)`,
  },
  {
    invariant: 'DEBT_LOT',
    table: 'debt',
    says: 'A debt is owed for points of a lot that its purchase earned, to its issuer.',
    sql: `select jsonb_build_object('debt_id', d.debt_id) as row, 'a lot of the purchase, of its payer' as expected,
        concat_ws(' ', d.lot_id, d.issuer_id) as actual
      from debt d
      left join (${PARTS}) p on p.purchase_id = d.purchase_id and p.lot_id = d.lot_id and p.payer_id = d.issuer_id
      where d.coalition_id = $1 and d.lot_id is not null and p.lot_id is null`,
  },
  {
    invariant: 'CUSTOMER_MERGED',
    table: 'customer',
    says: 'A merged customer is closed and empty, and leads straight to a customer who was not merged.',
    sql: `select jsonb_build_object('customer_id', c.customer_id) as row, 'CLOSED, 0 points, a survivor' as expected,
        concat_ws(' ', c.status, a.posted, coalesce(c.merged_into_id::text, 'nobody'), s.merged_into_id) as actual
      from customer c
      left join customer_account a on a.coalition_id = c.coalition_id and a.customer_id = c.customer_id
      left join customer s on s.coalition_id = c.coalition_id and s.customer_id = c.merged_into_id
      left join (select distinct customer_id from entry where coalition_id = $1 and kind = 'MERGE_OUT') e
        on e.customer_id = c.customer_id
      where c.coalition_id = $1 and (c.merged_into_id is not null or e.customer_id is not null)
        and not coalesce(c.status = 'CLOSED' and a.posted = 0 and s.customer_id is not null
          and s.merged_into_id is null and e.customer_id is not null, false)`,
  },
  {
    invariant: 'REFUSAL_KEY',
    table: 'refusal',
    says: 'A key was either posted or refused.',
    sql: `select jsonb_build_object('key_scope_id', r.key_scope_id, 'key_operation', r.key_operation, 'key', r.key) as row,
        'refused' as expected, 'refused and posted as ' || e.entry_id as actual
      from refusal r
      join entry e on e.coalition_id = r.coalition_id and e.key_scope_id = r.key_scope_id
        and e.key_operation = r.key_operation and e.key = r.key
      where r.coalition_id = $1`,
  },
]
