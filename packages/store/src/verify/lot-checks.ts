import { ACTIVITY_KINDS } from '../reads/activity-kinds.ts'
import type { Check } from './check.ts'
import { DEPOSIT, ISSUER } from './fund-sql.ts'

/** The strict account, the lots behind it and the holds on them. */
export const LOT_CHECKS: readonly Check[] = [
  {
    invariant: 'ACCOUNT_LOTS',
    table: 'customer_account',
    says: "A customer's balance and reservation are the sums over its lots.",
    sql: `select jsonb_build_object('customer_id', a.customer_id) as row,
        concat_ws(' ', 'posted', coalesce(l.remaining, 0), 'reserved', coalesce(l.reserved, 0)) as expected,
        concat_ws(' ', 'posted', a.posted, 'reserved', a.reserved) as actual
      from customer_account a
      left join (select customer_id, sum(remaining) as remaining, sum(reserved) as reserved
        from lot where coalition_id = $1 group by customer_id) l on l.customer_id = a.customer_id
      where a.coalition_id = $1
        and (a.posted <> coalesce(l.remaining, 0) or a.reserved <> coalesce(l.reserved, 0))`,
  },
  {
    invariant: 'ACCOUNT_ENTRIES',
    table: 'customer_account',
    says: "A customer's balance, reservation and sequence are what its entries come to.",
    sql: `select jsonb_build_object('customer_id', coalesce(a.customer_id, e.customer_id)) as row,
        concat_ws(' ', 'posted', coalesce(e.posted, 0), 'reserved', coalesce(e.reserved, 0), 'sequence',
          coalesce(e.sequence, 0)) as expected,
        concat_ws(' ', 'posted', a.posted, 'reserved', a.reserved, 'sequence', a.sequence) as actual
      from (select * from customer_account where coalition_id = $1) a
      full join (select customer_id, sum(points_delta) as posted, sum(reserved_delta) as reserved,
          max(customer_sequence) as sequence from entry
        where coalition_id = $1 and customer_id is not null group by customer_id) e
        on e.customer_id = a.customer_id
      where (a.posted, a.reserved, a.sequence)
        is distinct from (coalesce(e.posted, 0), coalesce(e.reserved, 0), coalesce(e.sequence, 0))`,
  },
  {
    invariant: 'ACCOUNT_BOUNDS',
    table: 'customer_account',
    says: 'A balance is never below zero, and what is reserved of it never above it.',
    sql: `select jsonb_build_object('customer_id', customer_id) as row, '0 <= reserved <= posted' as expected,
        concat_ws(' ', 'posted', posted, 'reserved', reserved) as actual
      from customer_account
      where coalition_id = $1 and not (posted >= 0 and reserved between 0 and posted and sequence >= 0)`,
  },
  {
    invariant: 'ACCOUNT_ERASED',
    table: 'customer_account',
    says: 'An account is one of an erased customer exactly when its customer was erased.',
    sql: `select jsonb_build_object('customer_id', a.customer_id) as row, (c.erased_at is not null)::text as expected,
        a.erased::text as actual
      from customer_account a
      join customer c on c.coalition_id = a.coalition_id and c.customer_id = a.customer_id
      where a.coalition_id = $1 and a.erased <> (c.erased_at is not null)`,
  },
  {
    invariant: 'LOT_USES',
    table: 'lot',
    says: 'What remains of a lot is its amount less its uses.',
    sql: `select jsonb_build_object('lot_id', l.lot_id) as row, (l.amount - coalesce(u.used, 0))::text as expected,
        l.remaining::text as actual
      from lot l
      left join (select lot_id, sum(points) as used from lot_use where coalition_id = $1 group by lot_id) u
        on u.lot_id = l.lot_id
      where l.coalition_id = $1 and l.remaining <> l.amount - coalesce(u.used, 0)`,
  },
  {
    invariant: 'LOT_USE_OWNER',
    table: 'lot_use',
    says: "An entry uses its own customer's lots, for the reason that its kind names.",
    sql: `select jsonb_build_object('entry_id', u.entry_id, 'position', u.position) as row,
        concat_ws(' ', e.kind, e.customer_id) as expected, concat_ws(' ', u.kind, l.customer_id) as actual
      from lot_use u
      left join entry e on e.coalition_id = u.coalition_id and e.entry_id = u.entry_id
      left join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
      where u.coalition_id = $1 and (e.customer_id is null or l.customer_id is distinct from e.customer_id
        or u.kind <> e.kind or u.points = 0 or (u.points < 0) <> (u.kind = 'REDEEM_REVERSAL'))`,
  },
  {
    invariant: 'LOT_RESERVED',
    table: 'lot',
    says: 'What is reserved of a lot is what open holds claim of it.',
    sql: `select jsonb_build_object('lot_id', l.lot_id) as row, coalesce(h.held, 0)::text as expected,
        l.reserved::text as actual
      from lot l
      left join (select hl.lot_id, sum(hl.points) as held
        from hold_lot hl
        join hold h on h.coalition_id = hl.coalition_id and h.hold_id = hl.hold_id and h.status = 'OPEN'
        where hl.coalition_id = $1 group by hl.lot_id) h on h.lot_id = l.lot_id
      where l.coalition_id = $1 and l.reserved <> coalesce(h.held, 0)`,
  },
  {
    invariant: 'LOT_BOUNDS',
    table: 'lot',
    says: '0 <= reserved <= remaining <= amount, and a lot is open while something remains.',
    sql: `select jsonb_build_object('lot_id', lot_id) as row, '0 <= reserved <= remaining <= amount' as expected,
        concat_ws(' ', reserved, remaining, amount, open) as actual
      from lot
      where coalition_id = $1 and not (reserved >= 0 and reserved <= remaining and remaining <= amount and amount > 0
        and open = (remaining > 0))`,
  },
  {
    invariant: 'LOT_ISSUE',
    table: 'lot',
    says: "A lot is issued by an entry of its customer that gives points of its issuer, at the prices of its terms; what the promo fund pays for is the coalition's own, with all of R deposited.",
    sql: `select jsonb_build_object('lot_id', l.lot_id) as row,
        concat_ws(' ', e.kind, e.customer_id, e.member_id, t.reserve_price, ${DEPOSIT}, t.issue_fee, t.redeem_fee)
          as expected,
        concat_ws(' ', 'given to', l.customer_id, l.issuer_id, l.reserve_price, l.deposit, l.issue_fee, l.redeem_fee)
          as actual
      from lot l
      left join entry e on e.coalition_id = l.coalition_id and e.entry_id = l.entry_id
      left join terms t on t.coalition_id = l.coalition_id and t.terms_id = l.terms_id
      where l.coalition_id = $1 and ((l.customer_id, l.reserve_price, l.deposit, l.issue_fee, l.redeem_fee)
          is distinct from (e.customer_id, t.reserve_price, ${DEPOSIT}, t.issue_fee, t.redeem_fee)
        or e.kind not in ('EARN', 'PROMO', 'ADJUSTMENT', 'TRANSFER_IN', 'MERGE_IN')
        or (e.kind in ('EARN', 'PROMO', 'ADJUSTMENT') and l.issuer_id is distinct from ${ISSUER}))`,
  },
  {
    invariant: 'LOT_MIRRORED',
    table: 'lot',
    says: 'Points that change hands stay the same points: issuer, terms, age and activation of what was taken.',
    sql: `select jsonb_build_object('group_id', x.group_id, 'issuer_id', x.issuer_id, 'terms_id', x.terms_id) as row,
        concat_ws(' ', x.given, 'issued', x.issued_at, 'active', x.activates_at) as expected, x.received::text as actual
      from (select y.group_id, y.issuer_id, y.terms_id, y.issued_at, y.activates_at, sum(y.given) as given,
          sum(y.received) as received
        from (select e.group_id, l.issuer_id, l.terms_id, l.issued_at, l.activates_at, u.points as given, 0 as received
          from entry e
          join lot_use u on u.coalition_id = e.coalition_id and u.entry_id = e.entry_id
          join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
          where e.coalition_id = $1 and e.kind in ('TRANSFER_OUT', 'MERGE_OUT')
          union all
          select e.group_id, l.issuer_id, l.terms_id, l.issued_at, l.activates_at, 0, l.amount
          from entry e
          join lot l on l.coalition_id = e.coalition_id and l.entry_id = e.entry_id
          where e.coalition_id = $1 and e.kind in ('TRANSFER_IN', 'MERGE_IN')) y
        group by y.group_id, y.issuer_id, y.terms_id, y.issued_at, y.activates_at) x
      where x.given <> x.received`,
  },
  {
    invariant: 'LOT_ORIGIN',
    table: 'lot',
    says: 'What a merge of customers moves keeps the lot in which it was first issued, and nothing else has one.',
    sql: `select jsonb_build_object('lot_id', i.lot_id) as row, coalesce(o.given, 0)::text as expected,
        i.received::text as actual
      from (select e.group_id, l.origin_lot_id as origin, min(l.lot_id::text) as lot_id, sum(l.amount) as received,
          bool_and(e.kind = 'MERGE_IN') as is_merge
        from lot l
        join entry e on e.coalition_id = l.coalition_id and e.entry_id = l.entry_id
        where l.coalition_id = $1 and l.origin_lot_id is not null
        group by e.group_id, l.origin_lot_id) i
      left join (select e.group_id, coalesce(l.origin_lot_id, l.lot_id) as origin, sum(u.points) as given
        from entry e
        join lot_use u on u.coalition_id = e.coalition_id and u.entry_id = e.entry_id
        join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
        where e.coalition_id = $1 and e.kind = 'MERGE_OUT'
        group by e.group_id, coalesce(l.origin_lot_id, l.lot_id)) o on o.group_id = i.group_id and o.origin = i.origin
      where not i.is_merge or o.given is distinct from i.received`,
  },
  {
    invariant: 'HOLD_LOTS',
    table: 'hold',
    says: "A hold's points are those of its lots, all of its customer, and of the entry that made it.",
    sql: `select jsonb_build_object('hold_id', h.hold_id) as row, h.points::text as expected,
        concat_ws(' ', 'lots', coalesce(x.points, 0), 'entry', coalesce(e.reserved_delta, 0)) as actual
      from hold h
      left join (select hl.hold_id, sum(hl.points) as points, count(distinct l.customer_id) as owners,
          min(l.customer_id::text) as owner
        from hold_lot hl join lot l on l.coalition_id = hl.coalition_id and l.lot_id = hl.lot_id
        where hl.coalition_id = $1 group by hl.hold_id) x on x.hold_id = h.hold_id
      left join entry e on e.coalition_id = h.coalition_id and e.document_id = h.hold_id and e.kind = 'HOLD'
      where h.coalition_id = $1 and (h.points is distinct from x.points or h.points is distinct from e.reserved_delta
        or x.owners <> 1 or x.owner <> h.customer_id::text)`,
  },
  {
    invariant: 'EXPIRY_DUE',
    table: 'lot_use',
    says: 'A lot expires no earlier than at its date, at the end of its winding-down coalition, or under terms of inactivity months after its customer last bought, moved points or was given some back; or all at once, as its customer is erased.',
    sql: `select jsonb_build_object('entry_id', u.entry_id, 'position', u.position) as row,
        coalesce(l.first_expires_at::text, t.expiry_kind) as expected, e.posted_at::text as actual
      from lot_use u
      join entry e on e.coalition_id = u.coalition_id and e.entry_id = u.entry_id
      join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
      join terms t on t.coalition_id = l.coalition_id and t.terms_id = l.terms_id
      join coalition c on c.coalition_id = u.coalition_id
      where u.coalition_id = $1 and u.kind = 'EXPIRE' and not case
        when e.key_operation = 'customerErase' and e.balance_after = 0 then true
        when l.first_expires_at <= e.posted_at or c.wind_down_ends_at <= e.posted_at then true
        when t.expiry_kind <> 'INACTIVITY' then false
        -- A reading that clocks skip may be taken either way: an hour.
        else ((greatest(l.activates_at, (select max(a.posted_at) from entry a where a.coalition_id = $1
            and a.customer_id = e.customer_id and a.customer_sequence < e.customer_sequence
            and a.kind in ${ACTIVITY_KINDS})) at time zone c.time_zone) + make_interval(months => t.expiry_months))
          at time zone c.time_zone <= e.posted_at + interval '1 hour' end`,
  },
  {
    invariant: 'HOLD_END',
    table: 'hold',
    says: 'A hold is open until exactly one of capture, voiding and expiry ends it, at the instant of that.',
    sql: `select jsonb_build_object('hold_id', h.hold_id) as row,
        concat_ws(' since ', coalesce(ends.status, 'OPEN'), ends.ended_at) as expected,
        concat_ws(' since ', h.status, h.closed_at) as actual
      from hold h
      left join (select document_id as hold_id, max(posted_at) as ended_at,
          case when count(*) > 1 then 'ONCE' when min(kind) = 'HOLD_VOID' then 'VOIDED' else 'EXPIRED' end as status
        from entry where coalition_id = $1 and kind in ('HOLD_VOID', 'HOLD_EXPIRE') group by document_id
        union all
        select hold_id, recorded_at, 'CAPTURED' from purchase where coalition_id = $1 and hold_id is not null) ends
        on ends.hold_id = h.hold_id
      where h.coalition_id = $1
        and (h.status, h.closed_at) is distinct from (coalesce(ends.status, 'OPEN'), ends.ended_at)`,
  },
]
