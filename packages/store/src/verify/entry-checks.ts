import type { Check } from './check.ts'
import { ISSUER } from './fund-sql.ts'

const KINDS_OF_UNIT = `(t.unit = 'POINTS' and t.debit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT')
    and t.credit_kind in ('ISSUED', 'CUSTOMER', 'REDEEMED', 'EXPIRED', 'DEBT'))
  or (t.unit = 'MONEY' and t.debit_kind in ('CLEARING', 'PAYABLE', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK',
      'ROUNDING', 'REVENUE_DRAWN')
    and t.credit_kind in ('CLEARING', 'PAYABLE', 'RESERVE', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS', 'BANK', 'ROUNDING',
      'REVENUE_DRAWN'))`

/** Whether whose points an entry moves is one of those who paid for points of purchase `p`. */
const IS_PAYER = `exists (select from json_array_elements(p.rules::json->'payers') x where x->>0 = (${ISSUER})::text)`

/** Entries, their order and their transfers in the points book. */
export const ENTRY_CHECKS: readonly Check[] = [
  {
    invariant: 'TRANSFER_SOUND',
    table: 'transfer',
    says: 'A transfer moves a positive amount between two different accounts of one unit, for an entry that exists.',
    sql: `select jsonb_build_object('entry_id', t.entry_id, 'position', t.position) as row,
        'amount > 0, debit <> credit, both of the unit, an entry' as expected,
        concat_ws(' ', t.unit, t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id, t.amount,
          case when e.entry_id is null then 'no entry' end) as actual
      from transfer t
      left join entry e on e.coalition_id = t.coalition_id and e.entry_id = t.entry_id
      where t.coalition_id = $1 and (t.amount <= 0 or e.entry_id is null or not (${KINDS_OF_UNIT})
        or (t.debit_kind = t.credit_kind and t.debit_owner_id = t.credit_owner_id))`,
  },
  {
    invariant: 'TRANSFER_POSITIONS',
    table: 'transfer',
    says: 'The transfers of an entry are numbered from 0 without a gap.',
    sql: `select jsonb_build_object('entry_id', t.entry_id) as row, (count(*) - 1)::text as expected,
        max(t.position)::text as actual
      from transfer t where t.coalition_id = $1
      group by t.entry_id having min(t.position) <> 0 or max(t.position) <> count(*) - 1`,
  },
  {
    invariant: 'POINTS_LEGS',
    table: 'transfer',
    says: 'A points transfer is between the accounts that its kind of event moves.',
    sql: `select jsonb_build_object('entry_id', t.entry_id, 'position', t.position) as row, e.kind as expected,
        concat_ws(' ', t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) as actual
      from transfer t
      join entry e on e.coalition_id = t.coalition_id and e.entry_id = t.entry_id
      where t.coalition_id = $1 and t.unit = 'POINTS' and not coalesce(case e.kind
        when 'EARN' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('ISSUED', ${ISSUER}, 'CUSTOMER', e.customer_id)
        when 'PROMO' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('ISSUED', ${ISSUER}, 'CUSTOMER', e.customer_id)
        when 'ADJUSTMENT' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id) in
          (('ISSUED', ${ISSUER}, 'CUSTOMER', e.customer_id), ('CUSTOMER', e.customer_id, 'ISSUED', ${ISSUER}))
        when 'TRANSFER_OUT' then (t.debit_kind, t.debit_owner_id, t.credit_kind) = ('CUSTOMER', e.customer_id, 'CUSTOMER')
        when 'MERGE_OUT' then (t.debit_kind, t.debit_owner_id, t.credit_kind) = ('CUSTOMER', e.customer_id, 'CUSTOMER')
          or (t.credit_kind, t.credit_owner_id, t.debit_kind) = ('DEBT', e.customer_id, 'DEBT')
        when 'REDEEM' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('CUSTOMER', e.customer_id, 'REDEEMED', e.member_id)
        when 'REDEEM_REVERSAL' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('REDEEMED', e.member_id, 'CUSTOMER', e.customer_id)
        when 'EXPIRE' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('CUSTOMER', e.customer_id, 'EXPIRED', e.coalition_id)
        when 'EARN_REVERSAL' then t.debit_kind in ('CUSTOMER', 'DEBT')
          and (t.debit_owner_id, t.credit_kind, t.credit_owner_id) = (e.customer_id, 'ISSUED', ${ISSUER})
        when 'DEBT_RECOVERY' then (t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          = ('CUSTOMER', e.customer_id, 'DEBT', e.customer_id)
        else false end, false)`,
  },
  {
    invariant: 'ENTRY_LEGS',
    table: 'entry',
    says: "An entry's change of the balance is what its transfers say; without transfers it is 0.",
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row, coalesce(t.delta, 0)::text as expected,
        e.points_delta::text as actual
      from entry e
      left join (select x.entry_id, x.customer_id, sum(x.amount) as delta
        from (select entry_id, credit_owner_id as customer_id, amount from transfer
            where coalition_id = $1 and credit_kind = 'CUSTOMER'
          union all
          select entry_id, debit_owner_id, -amount from transfer
            where coalition_id = $1 and debit_kind = 'CUSTOMER') x
        group by x.entry_id, x.customer_id) t on t.entry_id = e.entry_id and t.customer_id = e.customer_id
      where e.coalition_id = $1 and e.kind not in ('TRANSFER_IN', 'MERGE_IN')
        and e.points_delta <> coalesce(t.delta, 0)`,
  },
  {
    invariant: 'ENTRY_MIRRORED',
    table: 'entry',
    says: 'What a customer is given by another is what the other, in the same command, gave.',
    sql: `select jsonb_build_object('group_id', coalesce(i.group_id, o.group_id), 'customer_id',
          coalesce(i.customer_id, o.customer_id)) as row, coalesce(o.given, 0)::text as expected,
        coalesce(i.received, 0)::text as actual
      from (select group_id, customer_id, sum(points_delta) as received
        from entry where coalition_id = $1 and kind in ('TRANSFER_IN', 'MERGE_IN') group by group_id, customer_id) i
      full join (select e.group_id, t.credit_owner_id as customer_id, sum(t.amount) as given
        from transfer t
        join entry e on e.coalition_id = t.coalition_id and e.entry_id = t.entry_id
          and e.kind in ('TRANSFER_OUT', 'MERGE_OUT')
        where t.coalition_id = $1 and t.credit_kind = 'CUSTOMER'
        group by e.group_id, t.credit_owner_id) o on o.group_id = i.group_id and o.customer_id = i.customer_id
      where coalesce(i.received, 0) <> coalesce(o.given, 0)`,
  },
  {
    invariant: 'ENTRY_LOTS',
    table: 'entry',
    says: "An entry's change of the balance is what it issued in lots less what it took from lots.",
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row,
        (coalesce(l.issued, 0) - coalesce(u.used, 0))::text as expected, e.points_delta::text as actual
      from entry e
      left join (select entry_id, sum(amount) as issued from lot where coalition_id = $1 group by entry_id) l
        on l.entry_id = e.entry_id
      left join (select entry_id, sum(points) as used from lot_use where coalition_id = $1 group by entry_id) u
        on u.entry_id = e.entry_id
      where e.coalition_id = $1 and e.points_delta <> coalesce(l.issued, 0) - coalesce(u.used, 0)`,
  },
  {
    invariant: 'ENTRY_CHAIN',
    table: 'entry',
    says: 'Balance after an entry = balance after the one before + its change; groups are numbered 1, 2, 3 and their entries 0, 1, 2.',
    sql: `select jsonb_build_object('entry_id', x.entry_id, 'customer_id', x.customer_id,
          'customer_sequence', x.customer_sequence, 'position', x.position) as row,
        concat_ws(' ', 'balance', x.before::numeric + x.points_delta, 'after', x.sequence_before, x.position_before) as expected,
        concat_ws(' ', 'balance', x.balance_after, 'at', x.customer_sequence, x.position) as actual
      from (select entry_id, customer_id, group_id, customer_sequence, position, points_delta, balance_after,
          lag(balance_after, 1, 0::bigint) over w as before, lag(customer_sequence, 1, 0::bigint) over w as sequence_before,
          lag(position, 1, -1) over w as position_before, lag(group_id) over w as group_before
        from entry where coalition_id = $1
        window w as (partition by customer_id order by customer_sequence, position)) x
      where x.balance_after <> x.before::numeric + x.points_delta
        or not ((x.customer_sequence = x.sequence_before + 1 and x.position = 0)
          or (x.customer_sequence = x.sequence_before and x.position = x.position_before + 1
            and x.group_id = x.group_before))`,
  },
  {
    invariant: 'KEY_UNIQUE',
    table: 'entry',
    says: 'An idempotency key is posted at most once, and a group has exactly one.',
    sql: `select jsonb_build_object('key_scope_id', key_scope_id, 'key_operation', key_operation, 'key', key) as row,
        '1' as expected, count(*)::text as actual
      from entry where coalition_id = $1 and key is not null
      group by key_scope_id, key_operation, key having count(*) > 1
      union all
      select jsonb_build_object('entry_id', entry_id), 'a key on the first entry of a group alone',
        concat_ws(' ', 'position', position, key)
      from entry where coalition_id = $1 and (position = 0) <> (key is not null and request_hash is not null)`,
  },
  {
    invariant: 'ENTRY_DOCUMENT',
    table: 'entry',
    says: 'An entry belongs to the document of its customer that its kind asks for.',
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row, e.kind || ' of a document' as expected,
        coalesce(e.document_id::text, 'none') as actual
      from entry e
      left join purchase p on p.coalition_id = e.coalition_id and p.purchase_id = e.document_id
      left join refund r on r.coalition_id = e.coalition_id and r.refund_id = e.document_id
      left join hold h on h.coalition_id = e.coalition_id and h.hold_id = e.document_id
      left join adjustment a on a.coalition_id = e.coalition_id and a.adjustment_id = e.document_id
      left join gift_return g on g.coalition_id = e.coalition_id and g.return_id = e.document_id
      -- Whoever the document's customer was merged into may give back what it brought.
      left join customer c on c.coalition_id = e.coalition_id and c.customer_id = e.customer_id
      left join customer d on d.coalition_id = e.coalition_id and d.customer_id = coalesce(p.customer_id, r.customer_id)
      where e.coalition_id = $1 and case
        when e.kind in ('REDEEM', 'EARN') then p.customer_id is distinct from e.customer_id
          or p.member_id is distinct from e.member_id and (e.kind = 'REDEEM' or not ${IS_PAYER})
        when e.kind = 'REDEEM_REVERSAL' then r.customer_id is distinct from e.customer_id
        when e.kind = 'EARN_REVERSAL' then r.customer_id is null
          or coalesce(d.merged_into_id, d.customer_id) is distinct from coalesce(c.merged_into_id, c.customer_id)
        when e.kind = 'DISCOUNT_COST' then coalesce(p.member_id, r.member_id) is distinct from e.member_id
          or coalesce(d.merged_into_id, d.customer_id) is distinct from coalesce(c.merged_into_id, c.customer_id)
        when e.kind = 'DEBT_RECOVERY' then p.member_id is distinct from e.member_id and not ${IS_PAYER}
          or coalesce(d.merged_into_id, d.customer_id) is distinct from coalesce(c.merged_into_id, c.customer_id)
        when e.kind in ('HOLD', 'HOLD_VOID', 'HOLD_EXPIRE')
          then h.customer_id is distinct from e.customer_id or h.member_id is distinct from e.member_id
        when e.kind = 'ADJUSTMENT' and g.return_id is not null then e.document_id is distinct from e.group_id
          or e.customer_id is distinct from g.customer_id or e.points_delta >= 0
        when e.kind = 'ADJUSTMENT' then (a.customer_id, a.member_id, a.points)
          is distinct from (e.customer_id, e.member_id, e.points_delta) or a.status not in ('APPROVED', 'POSTED')
        when e.kind in ('PROMO', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT', 'MERGE_IN')
          then e.document_id is distinct from e.group_id
        when e.kind = 'WRITE_OFF' then e.customer_id is not null or e.member_id is null
        when e.customer_id is null then e.document_id is distinct from e.group_id
        else e.kind <> 'EXPIRE' or e.document_id is not null end`,
  },
]
