import type { Check } from './check.ts'

/** Lots issued (positive) and used (negative) by entries, at the lot's prices; `fee` is fr, or 0 where it is waived. */
const MOVED = `select e.entry_id, e.kind, e.member_id, l.issuer_id, l.amount as points, l.reserve_price, l.deposit,
    l.issue_fee, 0::bigint as fee
  from entry e join lot l on l.coalition_id = e.coalition_id and l.entry_id = e.entry_id
  where e.coalition_id = $1
  union all
  select e.entry_id, e.kind, e.member_id, l.issuer_id, -u.points, l.reserve_price, l.deposit, l.issue_fee,
    case when l.issuer_id = e.member_id and t.self_redemption_fee_waived then 0 else l.redeem_fee end
  from entry e
  join lot_use u on u.coalition_id = e.coalition_id and u.entry_id = e.entry_id
  join lot l on l.coalition_id = u.coalition_id and l.lot_id = u.lot_id
  join terms t on t.coalition_id = l.coalition_id and t.terms_id = l.terms_id
  where e.coalition_id = $1`

/** Kinds of entries that give points at their issuer's cost, or take them back. */
const GIVEN = `'EARN', 'EARN_REVERSAL', 'PROMO', 'ADJUSTMENT'`

/** Credits less debits of one kind of account by entry. */
const booked = (kind: string): string => `select entry_id, sum(amount) as booked
  from (select entry_id, amount from transfer where coalition_id = $1 and credit_kind = '${kind}'
    union all select entry_id, -amount from transfer where coalition_id = $1 and debit_kind = '${kind}') x
  group by entry_id`

/** The money book against the lots and their prices. Forfeits split by rules of their own. */
export const MONEY_CHECKS: readonly Check[] = [
  {
    invariant: 'RESERVE_LEGS',
    table: 'transfer',
    says: 'An entry moves the reserve by the deposit of every point that it issues, uses or gives back; points that change hands move none.',
    sql: `select jsonb_build_object('entry_id', coalesce(m.entry_id, t.entry_id)) as row,
        coalesce(m.due, 0)::text as expected, coalesce(t.booked, 0)::text as actual
      from (select entry_id, sum(points::numeric * deposit) as due from (${MOVED}) x
        where kind not in ('TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT', 'MERGE_IN') group by entry_id) m
      full join (${booked('RESERVE')}) t on t.entry_id = m.entry_id
      where coalesce(m.due, 0) <> coalesce(t.booked, 0)`,
  },
  {
    invariant: 'FEE_LEGS',
    table: 'transfer',
    says: 'An entry books the issue fee of what it issues or takes back and the redeem fee of what is spent.',
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row, coalesce(m.due, 0)::text as expected,
        coalesce(t.booked, 0)::text as actual
      from entry e
      left join (select entry_id, sum(case
          when kind in (${GIVEN}) then points::numeric * issue_fee
          when kind in ('REDEEM', 'REDEEM_REVERSAL') then -points::numeric * fee
          else 0 end) as due
        from (${MOVED}) x group by entry_id) m on m.entry_id = e.entry_id
      left join (${booked('FEES')}) t on t.entry_id = e.entry_id
      where e.coalition_id = $1 and e.customer_id is not null and e.kind <> 'DEBT_RECOVERY'
        and coalesce(m.due, 0) <> coalesce(t.booked, 0)`,
  },
  {
    invariant: 'CLEARING_LEGS',
    table: 'transfer',
    says: 'An entry charges issuers and credits redeemers exactly the prices of its lots.',
    sql: `select jsonb_build_object('entry_id', coalesce(m.entry_id, t.entry_id), 'member_id',
          coalesce(m.member_id, t.member_id)) as row,
        coalesce(m.due, 0)::text as expected, coalesce(t.booked, 0)::text as actual
      from (select entry_id, member_id, sum(due) as due
        from (select entry_id, issuer_id as member_id, case
              when kind in (${GIVEN}) then -points::numeric * (deposit + issue_fee)
              else points::numeric * (reserve_price - deposit) end as due
            from (${MOVED}) x where kind in (${GIVEN}, 'REDEEM', 'REDEEM_REVERSAL') and issuer_id <> $1
          union all
          select entry_id, member_id, -points::numeric * (reserve_price - fee)
            from (${MOVED}) x where kind in ('REDEEM', 'REDEEM_REVERSAL')) y
        group by entry_id, member_id) m
      full join (select x.entry_id, x.member_id, sum(x.amount) as booked
        from (select entry_id, credit_owner_id as member_id, amount from transfer
            where coalition_id = $1 and credit_kind = 'CLEARING'
          union all
          select entry_id, debit_owner_id, -amount from transfer
            where coalition_id = $1 and debit_kind = 'CLEARING') x
        join entry e on e.coalition_id = $1 and e.entry_id = x.entry_id
          and e.kind in (${GIVEN}, 'REDEEM', 'REDEEM_REVERSAL', 'TRANSFER_OUT', 'TRANSFER_IN', 'MERGE_OUT', 'MERGE_IN')
        group by x.entry_id, x.member_id) t on t.entry_id = m.entry_id and t.member_id = m.member_id
      where coalesce(m.due, 0) <> coalesce(t.booked, 0)`,
  },
  {
    invariant: 'PROMO_FUND_LEGS',
    table: 'transfer',
    says: 'The promo fund pays for the points that the coalition gives, gets back what is taken back of them, and moves by nothing else that customers do but points that run out, discounts of rules and debts.',
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row, coalesce(m.due, 0)::text as expected,
        coalesce(t.booked, 0)::text as actual
      from entry e
      left join (select entry_id, sum(case when kind in (${GIVEN}) then -points::numeric * (deposit + issue_fee)
            else points::numeric * (reserve_price - deposit) end) as due
        from (${MOVED}) x where issuer_id = $1 and kind in (${GIVEN}, 'REDEEM', 'REDEEM_REVERSAL') group by entry_id) m
        on m.entry_id = e.entry_id
      left join (${booked('PROMO_FUND')}) t on t.entry_id = e.entry_id
      where e.coalition_id = $1 and e.customer_id is not null
        and e.kind not in ('EXPIRE', 'DEBT_RECOVERY', 'DISCOUNT_COST')
        and coalesce(m.due, 0) <> coalesce(t.booked, 0)`,
  },
  {
    invariant: 'PROMO_FUND_COVERS',
    table: 'account_movement',
    says: 'The promo fund pays for points no more than it holds: after a batch that gave some of it, it is not below 0.',
    sql: `select jsonb_build_object('kind', 'PROMO_FUND', 'batch_no', f.batch_no) as row, '0 or more' as expected,
        f.balance::text as actual
      from (select batch_no, sum(credit - debit) over (order by batch_no) as balance from account_movement
        where coalition_id = $1 and kind = 'PROMO_FUND') f
      where f.balance < 0 and exists (select from transfer t
        join entry e on e.coalition_id = $1 and e.entry_id = t.entry_id and e.customer_id is not null
        where t.coalition_id = $1 and t.batch_no = f.batch_no and t.debit_kind = 'PROMO_FUND')`,
  },
  {
    invariant: 'DEBT_RECOVERY_LEGS',
    table: 'transfer',
    says: "A recovered debt charges no more than the rest of the points' worth to who gave them now, takes fees that were once paid out of FEES, and credits who gave the points that are owed.",
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row,
        concat_ws(' ', 'at most', m.points * (m.reserve_price - m.deposit), 'of', m.issuer_id, 'and fees up to', m.points * d.fee,
          'to who is owed') as expected,
        concat_ws(' ', coalesce(t.charged, 0), coalesce(t.fees, 0), t.strangers) as actual
      from entry e
      join (select entry_id, issuer_id, max(reserve_price) as reserve_price, max(deposit) as deposit, -sum(points::numeric) as points
        from (${MOVED}) x where kind = 'DEBT_RECOVERY' group by entry_id, issuer_id) m on m.entry_id = e.entry_id
      cross join lateral (select coalesce(max(b.issue_fee), 0) as fee, coalesce(min(b.issue_fee), 0) as least_fee from debt b
        where b.coalition_id = $1 and b.customer_id = e.customer_id) d
      cross join lateral (select sum(t.amount) filter (where t.debit_kind in ('CLEARING', 'PROMO_FUND')) as charged,
          sum(t.amount) filter (where t.debit_kind = 'FEES') as fees,
          string_agg(concat_ws(' ', t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id), ', ')
            filter (where not (t.debit_kind in ('RESERVE', 'FEES')
                or t.debit_kind in ('CLEARING', 'PROMO_FUND') and t.debit_owner_id = m.issuer_id)
              or t.credit_kind not in ('CLEARING', 'PROMO_FUND')
              or not exists (select from debt b where b.coalition_id = $1 and b.customer_id = e.customer_id
                and b.issuer_id = t.credit_owner_id)) as strangers
        from transfer t where t.coalition_id = $1 and t.entry_id = e.entry_id and t.unit = 'MONEY') t
      where e.coalition_id = $1 and e.kind = 'DEBT_RECOVERY'
        and (coalesce(t.charged, 0) > m.points * (m.reserve_price - m.deposit)
          or coalesce(t.fees, 0) not between m.points * d.least_fee and m.points * d.fee or t.strangers is not null)`,
  },
  {
    invariant: 'RESERVE_COVERS_LOTS',
    table: 'transfer',
    says: 'RESERVE is the sum over lots of what remains times the deposit.',
    sql: `select jsonb_build_object('account', 'RESERVE') as row, x.due::text as expected, x.booked::text as actual
      from (select
        coalesce((select sum(remaining::numeric * deposit) from lot where coalition_id = $1), 0) as due,
        coalesce((select sum(amount) from transfer where coalition_id = $1 and credit_kind = 'RESERVE'), 0)
          - coalesce((select sum(amount) from transfer where coalition_id = $1 and debit_kind = 'RESERVE'), 0)
          as booked) x
      where x.due <> x.booked`,
  },
  {
    invariant: 'POINTS_CONSERVED',
    table: 'customer_account',
    says: 'Balances = issued - redeemed - expired, less what debts recovered, net of reversals.',
    sql: `select jsonb_build_object('coalition_id', $1::uuid) as row, x.moved::text as expected, x.posted::text as actual
      from (select
        coalesce((select sum(posted) from customer_account where coalition_id = $1), 0) as posted,
        coalesce((select sum(case when debit_kind in ('ISSUED', 'REDEEMED', 'EXPIRED', 'DEBT') then amount else 0 end
          - case when credit_kind in ('ISSUED', 'REDEEMED', 'EXPIRED', 'DEBT') then amount else 0 end)
          from transfer where coalition_id = $1 and unit = 'POINTS'), 0) as moved) x
      where x.posted <> x.moved`,
  },
  {
    invariant: 'MONEY_ENTRY_LEGS',
    table: 'transfer',
    says: 'An entry of no customer moves money alone, between the accounts that its kind of event moves.',
    sql: `select jsonb_build_object('entry_id', e.entry_id, 'position', t.position) as row, e.kind as expected,
        concat_ws(' ', coalesce(t.unit, 'no transfer'), t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id)
          as actual
      from entry e
      left join transfer t on t.coalition_id = e.coalition_id and t.entry_id = e.entry_id
      where e.coalition_id = $1 and e.customer_id is null and not coalesce(t.unit = 'MONEY' and case e.kind
        when 'WRITE_OFF' then (t.debit_kind, t.credit_kind, t.credit_owner_id) = ('LOSS', 'CLEARING', e.member_id)
        when 'REVALUATION' then (t.debit_kind, t.credit_kind)
          in (('CLEARING', 'PROMO_FUND'), ('PROMO_FUND', 'CLEARING'))
        when 'PAYMENT' then (t.debit_kind, t.credit_kind) in (('BANK', 'CLEARING'), ('CLEARING', 'BANK'),
          ('CLEARING', 'CLEARING'), ('PAYABLE', 'BANK'), ('PAYABLE', 'CLEARING'))
        when 'PAYMENT_REVERSAL' then (t.debit_kind, t.credit_kind) in (('BANK', 'CLEARING'), ('CLEARING', 'BANK'),
          ('CLEARING', 'CLEARING'), ('BANK', 'PAYABLE'), ('CLEARING', 'PAYABLE'))
        when 'COMMISSION' then (t.debit_kind, t.debit_owner_id) = ('CLEARING', e.member_id)
          and t.credit_kind in ('CLEARING', 'PAYABLE')
        when 'COMMISSION_REVERSAL' then (t.credit_kind, t.credit_owner_id) = ('CLEARING', e.member_id)
          and t.debit_kind in ('CLEARING', 'PAYABLE')
        when 'OFFER_BENEFIT' then (t.debit_kind, t.credit_kind) = ('CLEARING', 'CLEARING')
        when 'DISPUTE_RESOLUTION' then t.debit_kind in ('CLEARING', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS')
          and t.credit_kind in ('CLEARING', 'FEES', 'PROMO_FUND', 'BREAKAGE', 'LOSS')
        when 'SETTLEMENT' then t.debit_kind in ('CLEARING', 'ROUNDING', 'BANK', 'REVENUE_DRAWN')
          and t.credit_kind in ('CLEARING', 'ROUNDING', 'BANK', 'REVENUE_DRAWN')
        else false end, false)`,
  },
  {
    invariant: 'MONEY_BALANCES',
    table: 'transfer',
    says: 'BANK + LOSS + what members owe = RESERVE + PROMO_FUND + FEES + BREAKAGE + ROUNDING + what members and affiliates are owed, and nothing else is booked.',
    sql: `select jsonb_build_object('unit', 'MONEY') as row, '0' as expected, x.balance::text as actual
      from (select coalesce(sum(case when debit_kind in ('BANK', 'LOSS', 'CLEARING', 'PAYABLE', 'RESERVE',
            'PROMO_FUND', 'FEES', 'BREAKAGE', 'ROUNDING', 'REVENUE_DRAWN') then amount else 0 end
          - case when credit_kind in ('BANK', 'LOSS', 'CLEARING', 'PAYABLE', 'RESERVE', 'PROMO_FUND',
            'FEES', 'BREAKAGE', 'ROUNDING', 'REVENUE_DRAWN') then amount else 0 end), 0) as balance
        from transfer where coalition_id = $1 and unit = 'MONEY') x
      where x.balance <> 0`,
  },
]
