import { type Micros, micros } from '@artel/ledger'
import type pg from 'pg'

/** What a member, or an affiliate, owes for the windows up to one, as a plan of that window sees it. Micros, positive owes. */
export interface PlanPosition {
  readonly memberId: string
  /** It is an affiliate: it is paid, and never asked to pay. */
  readonly isAffiliate: boolean
  readonly net: Micros
  /** The same, but with the closing as the statement prints it, and without what was rounded since. */
  readonly stated: Micros
}

/**
 * $1 coalition, $2 window, $3 micros a minor unit. A closing balance knows nothing of what came after its window, and all
 * of what earlier plans ask for already. So: the closing; what payments, their reversals, roundings and outcomes of disputes of
 * windows up to this one have moved since; less what is still asked for by earlier plans; less the lines in dispute. `stated` has
 * the closing in whole minor units, which is what those roundings make of the account. An affiliate is paid no more than its
 * account still shows, less what other plans have promised: what was taken back since the window is not there to be paid.
 */
const PLAN_POSITIONS = `with party as (
    select member_id, false as is_affiliate from member where coalition_id = $1
    union all select affiliate_id, true from affiliate where coalition_id = $1),
  closing as (
    select distinct on (member_id) member_id, closing, closing_minor * $3 as printed from (
      select member_id, window_no, closing, closing_minor from statement where coalition_id = $1 and window_no <= $2
      union all select affiliate_id, window_no, closing, closing_minor from affiliate_statement
        where coalition_id = $1 and window_no <= $2) s
    order by member_id, window_no desc),
  since as (
    select t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id, t.amount,
      case e.kind when 'SETTLEMENT' then 0 else t.amount end as stated
    from entry e
    join batch b on b.coalition_id = $1 and b.batch_no = e.batch_no and b.window_no > $2
    join transfer t on t.coalition_id = $1 and t.entry_id = e.entry_id
    where e.coalition_id = $1 and e.customer_id is null and e.document_id in (
      select y.payment_id from payment y
        join payment_leg g on g.coalition_id = $1 and g.payment_leg_id = y.payment_leg_id
        where y.coalition_id = $1 and g.window_no <= $2
      union all select plan_id from plan where coalition_id = $1 and window_no <= $2
      union all select dispute_id from dispute where coalition_id = $1 and window_no <= $2)),
  asked as (
    select g.payer_id, g.payee_id, greatest(g.amount_minor - coalesce(sum(y.amount_minor), 0), 0) * $3 as amount
    from payment_leg g
    left join standing_payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
    where g.coalition_id = $1 and g.window_no < $2 and g.receivable_at is null
    group by g.payment_leg_id, g.payer_id, g.payee_id, g.amount_minor),
  asked_of_all as (
    select g.payee_id, greatest(g.amount_minor - coalesce(sum(y.amount_minor), 0), 0) * $3 as amount
    from payment_leg g
    left join standing_payment y on y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id
    where g.coalition_id = $1 and g.receivable_at is null and g.window_no <> $2
      and exists (select from party where is_affiliate and member_id = g.payee_id)
    group by g.payment_leg_id, g.payee_id, g.amount_minor),
  disputed as (
    select t.debit_kind, t.debit_owner_id, t.credit_kind, t.credit_owner_id, t.amount
    from dispute d
    join transfer t on t.coalition_id = $1 and t.entry_id = d.entry_id and t.position = d.position
    where d.coalition_id = $1 and d.window_no <= $2 and not exists (select from dispute_resolution r
      where r.coalition_id = $1 and r.dispute_id = d.dispute_id))
  select m.member_id, m.is_affiliate, x.net::text, x.stated::text, h.has::text
  from (select owner_id, sum(amount) as net, sum(stated) as stated from (
    select member_id as owner_id, closing as amount, printed as stated from closing
    union all select debit_owner_id, amount, stated from since where debit_kind in ('CLEARING', 'PAYABLE')
    union all select credit_owner_id, -amount, -stated from since where credit_kind in ('CLEARING', 'PAYABLE')
    union all select payer_id, -amount, -amount from asked
    union all select payee_id, amount, amount from asked
    union all select debit_owner_id, -amount, -amount from disputed where debit_kind = 'CLEARING'
    union all select credit_owner_id, amount, amount from disputed where credit_kind = 'CLEARING') y group by owner_id) x
  join party m on m.member_id = x.owner_id
  left join lateral (select u.batch_no, u.credit - u.debit as owed from account_rollup u
    where m.is_affiliate and u.coalition_id = $1 and u.kind = 'PAYABLE' and u.owner_id = m.member_id
    order by u.batch_no desc limit 1) u on true
  cross join lateral (select case when m.is_affiliate then
      coalesce(u.owed, 0) + coalesce((select sum(v.credit - v.debit) from account_movement v
        where v.coalition_id = $1 and v.kind = 'PAYABLE' and v.owner_id = m.member_id
          and v.batch_no > coalesce(u.batch_no, 0)), 0)
      - coalesce((select sum(a.amount) from asked_of_all a where a.payee_id = m.member_id), 0) end as has) h
  order by m.member_id`

/** Positions that a plan of the window settles, in the order of members. Read through the caller's transaction. */
export async function planPositions(
  client: pg.ClientBase,
  coalitionId: string,
  { windowNo, microsPerMinor }: { readonly windowNo: number; readonly microsPerMinor: bigint },
): Promise<readonly PlanPosition[]> {
  const { rows } = await client.query<{
    member_id: string
    is_affiliate: boolean
    net: string
    stated: string
    has: string | null
  }>({
    name: 'artel_plan_positions',
    text: PLAN_POSITIONS,
    values: [coalitionId, windowNo, microsPerMinor.toString()],
  })
  return rows.map((row) => {
    // Owed is below zero.
    const least = row.has === null || BigInt(row.has) < 0n ? 0n : -BigInt(row.has)
    const within = (amount: string) => {
      const owes = BigInt(amount)
      return micros(row.is_affiliate && owes < least ? least : owes)
    }
    return {
      memberId: row.member_id,
      isAffiliate: row.is_affiliate,
      net: within(row.net),
      stated: within(row.stated),
    }
  })
}
