import { type Minor, minor } from '@artel/ledger'
import type pg from 'pg'

/** A sale that somebody brought, with what is known of its customer. Days are ISO dates of the coalition's calendar. */
export interface BroughtSale {
  readonly purchaseId: string
  /** The member that sold. */
  readonly payerId: string
  readonly customerId: string
  readonly payeeKind: 'AFFILIATE' | 'MEMBER'
  readonly payeeId: string
  readonly day: string
  /** When it was sold. */
  readonly soldAt: Date
  /** Paid in money. */
  readonly money: Minor
  readonly isOwn: boolean
  readonly isOfHousehold: boolean
  readonly isOfStaff: boolean
  /** At the sale, where it is an affiliate; a member as it is now. */
  readonly isPayeeActive: boolean
  /** No earlier purchase at the payer, but for those refunded in full, of the customer or of those merged into it. */
  readonly isFirst: boolean
  /** First day on which the payee was credited with a sale of this payer to the customer; null: none so far. */
  readonly broughtOn: string | null
  /** `programme period` in which something is left of earlier sales to the customer, for ladders by customers. */
  readonly countedIn: readonly string[]
}

/** Batches that are looked through: after one, through another. Null: nothing is new. */
export interface BatchesToCommission {
  readonly after: bigint
  readonly through: bigint
}

/** So many steps are looked through at once. */
const STEPS_A_PIECE = 4_000

/**
 * The next batches whose sales have an attribution and were not looked through for commissions. The caller holds what keeps others
 * from the same.
 */
export async function batchesToCommission(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
): Promise<BatchesToCommission | null> {
  const { rows } = await client.query<{ after: string; through: string | null }>({
    name: 'artel_batches_to_commission',
    text: `select d.after::text, x.through::text
      from attribution_cursor a
      left join commission_cursor k on k.coalition_id = $1
      cross join lateral (select coalesce(k.done_batch_no, a.first_batch_no - 1) as after) d
      left join lateral (select max(s.batch_no) as through
        from (select b.batch_no, sum(b.steps) over (order by b.batch_no) - b.steps as before
          from batch b where b.coalition_id = $1 and b.batch_no > d.after and b.batch_no <= a.done_batch_no
          order by b.batch_no limit ${STEPS_A_PIECE}) s
        where s.before < ${STEPS_A_PIECE}) x on true
      where a.coalition_id = $1`,
    values: [coalitionId],
  })
  const [row] = rows
  if (!row?.through) return null
  return { after: BigInt(row.after), through: BigInt(row.through) }
}

/** Remembers that batches were looked through. */
export async function rememberCommissioned(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { through }: BatchesToCommission,
): Promise<void> {
  await client.query({
    name: 'artel_remember_commissioned',
    text: `insert into commission_cursor (coalition_id, done_batch_no) values ($1, $2)
      on conflict (coalition_id) do update set done_batch_no = excluded.done_batch_no`,
    values: [coalitionId, through.toString()],
  })
}

/** Customers that are the affiliate: those that were named, and who has its address; merged ones as their survivors. */
const OWN = `select coalesce(o.merged_into_id, o.customer_id) as customer_id,
      coalesce(m.household_id, o.household_id) as household_id
    from (select o.customer_id from customer o where o.coalition_id = $1 and o.email = f.email
      union select n.customer_id from affiliate_customer n
        where n.coalition_id = $1 and n.affiliate_id = f.affiliate_id) x
    join customer o on o.coalition_id = $1 and o.customer_id = x.customer_id
    left join customer m on m.coalition_id = $1 and m.customer_id = o.merged_into_id`

/** $1 coalition, $2 after, $3 through. */
const BROUGHT_SALES = `select p.purchase_id as "purchaseId", p.member_id as "payerId", u.customer_id as "customerId",
    a.source_kind as "payeeKind", a.source_id as "payeeId",
    (p.occurred_at at time zone c.time_zone)::date::text as day, p.occurred_at as "soldAt",
    (p.total_minor - p.discount_minor - p.points_part_minor)::text as money,
    exists (select from (${OWN}) o where o.customer_id = u.customer_id) as "isOwn",
    exists (select from (${OWN}) o where o.household_id = u.household_id) as "isOfHousehold",
    exists (select from person w join staff_grant g on g.person_id = w.person_id and g.coalition_id = $1
      and g.member_id in (p.member_id, a.source_id) and g.revoked_at is null
      where w.email = u.email) as "isOfStaff",
    coalesce(h.status = 'ACTIVE', s.status in ('ACTIVE', 'EXITING'), false) as "isPayeeActive",
    not exists (select from purchase q where q.coalition_id = $1 and q.customer_id = any(i.ids)
      and q.member_id = p.member_id
      and (q.occurred_at, q.batch_no, q.batch_step) < (p.occurred_at, p.batch_no, p.batch_step)
      and not exists (select from refund r where r.coalition_id = $1 and r.purchase_id = q.purchase_id
        having sum(r.amount_minor) >= q.total_minor - q.discount_minor)) as "isFirst",
    k.brought_on::text as "broughtOn", coalesce(k.counted_in, '{}') as "countedIn"
  from coalition c
  join purchase p on p.coalition_id = c.coalition_id and p.batch_no > $2 and p.batch_no <= $3
  join attribution a on a.coalition_id = $1 and a.purchase_id = p.purchase_id
    and a.source_kind in ('AFFILIATE', 'MEMBER') and a.source_id <> p.member_id
  join customer b on b.coalition_id = $1 and b.customer_id = p.customer_id
  join customer u on u.coalition_id = $1 and u.customer_id = coalesce(b.merged_into_id, b.customer_id)
  cross join lateral (select array_agg(y.customer_id) as ids from customer y
    where y.coalition_id = $1 and (y.customer_id = u.customer_id or y.merged_into_id = u.customer_id)) i
  left join affiliate f on f.coalition_id = $1 and f.affiliate_id = a.source_id and a.source_kind = 'AFFILIATE'
  left join lateral (select x.status from affiliate_step x where x.coalition_id = $1 and x.affiliate_id = f.affiliate_id
    and x.taken_at <= p.occurred_at order by x.step_no desc limit 1) h on true
  left join member s on s.coalition_id = $1 and s.member_id = a.source_id and a.source_kind = 'MEMBER'
  left join lateral (select min(x.sold_on) filter (where x.payer_id = p.member_id) as brought_on,
      array_agg(distinct x.programme_id || ' ' || x.period) filter (where x.volume_minor > 0) as counted_in
    from commission x where x.coalition_id = $1 and x.payee_id = a.source_id and x.customer_id = any(i.ids)
      and (x.status <> 'REJECTED' or x.reason = 'BY_HAND')) k on true
  where c.coalition_id = $1
  order by p.batch_no, p.batch_step`

/** Sales of some batches that an affiliate or another member brought, in the order of the books. */
export async function broughtSales(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { after, through }: BatchesToCommission,
): Promise<readonly BroughtSale[]> {
  const { rows } = await client.query<Omit<BroughtSale, 'money'> & { readonly money: string }>({
    name: 'artel_brought_sales',
    text: BROUGHT_SALES,
    values: [coalitionId, after.toString(), through.toString()],
  })
  return rows.map((row) => ({ ...row, money: minor(BigInt(row.money)) }))
}

/** A refund of a sale that earned a commission. */
export interface RefundOfCommission {
  readonly commissionId: string
  readonly refundId: string
  readonly batchNo: bigint
  /** Who pays it to whom, where it is in the books already, so that the refund is booked at once; null: it is pending. */
  readonly booksOf: string | null
  /** What is left of the sale's money after it and those before it. */
  readonly moneyLeft: Minor
}

const refundsWhere = (
  condition: string,
): string => `select k.commission_id as "commissionId", r.refund_id as "refundId",
    r.batch_no::text as "batchNo", case when k.status <> 'PENDING' then k.payer_id || ' ' || k.payee_id end as "booksOf",
    (p.total_minor - p.discount_minor - p.points_part_minor - x.back)::text as left
  from refund r
  join commission k on k.coalition_id = $1 and k.purchase_id = r.purchase_id and k.status <> 'REJECTED'
  join purchase p on p.coalition_id = $1 and p.purchase_id = r.purchase_id
  cross join lateral (select sum(o.money_minor) as back from refund o where o.coalition_id = $1
    and o.purchase_id = r.purchase_id and (o.batch_no, o.batch_step) <= (r.batch_no, r.batch_step)) x
  where r.coalition_id = $1 and ${condition}
    and not exists (select from commission_line l where l.coalition_id = $1 and l.commission_id = k.commission_id
      and l.refund_id = r.refund_id)
  order by r.batch_no, r.batch_step, k.commission_id`

interface RefundRow extends Omit<RefundOfCommission, 'moneyLeft' | 'batchNo'> {
  readonly batchNo: string
  readonly left: string
}

const refundOf = ({ left, batchNo, ...row }: RefundRow): RefundOfCommission => ({
  ...row,
  batchNo: BigInt(batchNo),
  moneyLeft: minor(BigInt(left)),
})

/** Refunds of some batches that touch commissions that have no row of them yet, in the order of the books. */
export async function refundsOfCommissions(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { after, through }: BatchesToCommission,
): Promise<readonly RefundOfCommission[]> {
  const { rows } = await client.query<RefundRow>({
    name: 'artel_refunds_of_commissions',
    text: refundsWhere('r.batch_no > $2 and r.batch_no <= $3'),
    values: [coalitionId, after.toString(), through.toString()],
  })
  return rows.map(refundOf)
}

/**
 * Refunds that touch some commissions that have no row of them yet, however far the batches were looked through: who is about to
 * approve a commission takes off first what came back.
 */
export async function refundsBeforeApproval(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  commissionIds: readonly string[],
): Promise<readonly RefundOfCommission[]> {
  if (commissionIds.length === 0) return []
  const { rows } = await client.query<RefundRow>({
    name: 'artel_refunds_before_approval',
    text: refundsWhere(`r.purchase_id in (select c.purchase_id from commission c
      where c.coalition_id = $1 and c.commission_id = any($2::uuid[])) and k.commission_id = any($2::uuid[])`),
    values: [coalitionId, commissionIds],
  })
  return rows.map(refundOf)
}
