import type pg from 'pg'
import { withLongTimeout } from '../pool/open-pool.ts'

type Client = Pick<pg.ClientBase, 'query'>

/** So many payers and payees at once: purchases wait while their entries are posted. */
const PAIRS_AT_ONCE = 20

/**
 * Pending commissions that time approves: those that it always did, and all of a payer that was closed, who can say yes to none any
 * more. Its guarantee covers them. For `due-work` too.
 */
export const APPROVED_BY_TIME = `select k.* from commission k where k.status = 'PENDING' and k.by_time
  union all select k.* from member m
    join commission k on k.coalition_id = m.coalition_id and k.payer_id = m.member_id and k.status = 'PENDING' and not k.by_time
    where m.status = 'CLOSED'`

/** Commissions that time approves today, some of them, payer by payer; `more` when there are others. */
export async function dueCommissions(
  client: Client,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<{ readonly ids: readonly string[]; readonly more: boolean }> {
  const { rows } = await client.query<{ id: string; pair: number }>({
    name: 'artel_due_commissions',
    text: `select x.id, x.pair from (
      select k.commission_id as id, dense_rank() over (order by k.payer_id, k.payee_id)::int as pair,
        row_number() over (order by k.payer_id, k.payee_id, k.due_on, k.commission_id) as place
      from coalition c
      join (${APPROVED_BY_TIME}) k on k.coalition_id = c.coalition_id
        and k.due_on <= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date
      where c.coalition_id = $1) x
      where x.place <= $2 order by x.place`,
    values: [coalitionId, limit + 1],
  })
  const now = rows.filter(({ pair }, at) => at < limit && pair <= PAIRS_AT_ONCE)
  return { ids: now.map(({ id }) => id), more: now.length < rows.length }
}

/** The last of some batches up to which refunds touch the books of no more pairs than are booked at once; at least their first. */
export function batchesWithinPairs(
  refunds: readonly { readonly batchNo: bigint; readonly booksOf: string | null }[],
  through: bigint,
): bigint {
  const pairs = new Set<string>()
  let last: bigint | null = null
  for (const { batchNo, booksOf } of refunds) {
    if (booksOf === null) continue
    pairs.add(booksOf)
    if (pairs.size > PAIRS_AT_ONCE && last !== null && last < batchNo) return batchNo - 1n
    last ??= batchNo
  }
  return through
}

/** The posting of a commission's sale, and the window that it is in: that of its entry, or of its time where others of it made it nothing. */
const WITH_WINDOW = `commission_line l
  join commission_posting s on s.coalition_id = l.coalition_id and s.posting_id = l.posting_id
  join settlement_window w on w.coalition_id = l.coalition_id and case when s.window_no is null
    then w.opens_at <= s.posted_at and s.posted_at < w.cut_off else w.window_no = s.window_no end`

const IS_STATED = `w.status not in ('OPEN', 'CLOSED')`

const isPaidInFull = (leg: string): string => `${leg}.amount_minor <= (select coalesce(sum(y.amount_minor), 0)
  from standing_payment y where y.coalition_id = ${leg}.coalition_id and y.payment_leg_id = ${leg}.payment_leg_id)`

/**
 * Whether what commission `k` was stated for is paid: to an affiliate when a leg of its window or of a later one is paid and none
 * between is open, or by what others had to take back; of a member once the window is settled, which nets it. A leg that was not paid
 * in time is asked for again by a later plan, which then has the say.
 */
const IS_PAID = `(case k.payee_kind when 'MEMBER' then w.status = 'SETTLED'
    else exists (select from payment_leg g where g.coalition_id = k.coalition_id and g.payee_id = k.payee_id
        and g.window_no >= w.window_no and ${isPaidInFull('g')}
        and not exists (select from payment_leg o where o.coalition_id = k.coalition_id and o.payee_id = k.payee_id
          and o.window_no between w.window_no and g.window_no and not (${isPaidInFull('o')})
          and (o.receivable_at is null or o.window_no = g.window_no)))
      or exists (select from affiliate_statement t
        join settlement_window z on z.coalition_id = t.coalition_id and z.window_no = t.window_no and z.status = 'SETTLED'
        where t.coalition_id = k.coalition_id and t.affiliate_id = k.payee_id and t.window_no >= w.window_no
          and t.closing_minor >= 0
          and not exists (select from payment_leg o where o.coalition_id = k.coalition_id and o.payee_id = k.payee_id
            and o.window_no between w.window_no and t.window_no and o.receivable_at is null
            and not (${isPaidInFull('o')}))) end)`

const MAY_MOVE = `(k.status = 'APPROVED' and ${IS_STATED} or k.status = 'STATED' and ${IS_PAID})`

/** Whether something of commission `k` has moved on by the settlement. For `due-work` too. */
export const MOVED_BY_SETTLEMENT = `exists (select from commission k join ${WITH_WINDOW} on l.coalition_id = k.coalition_id
    and l.commission_id = k.commission_id and l.kind = 'SALE'
  where k.coalition_id = c.coalition_id and k.status in ('APPROVED', 'STATED') and ${MAY_MOVE})`

interface Step {
  readonly name: string
  readonly to: string
  /** SQL; its values begin with $4. */
  readonly condition: string
}

/** Takes a step with at most so many commissions: $1 coalition, $2 the instant, $3 how many. */
const step = async (
  client: Client,
  { name, to, condition }: Step,
  values: readonly unknown[],
): Promise<number> => {
  const { rowCount } = await client.query(
    withLongTimeout({
      name,
      text: `update commission k set status = '${to}', changed_at = $2
        from (select k.commission_id from commission k join ${WITH_WINDOW} on l.coalition_id = k.coalition_id
            and l.commission_id = k.commission_id and l.kind = 'SALE'
          where k.coalition_id = $1 and ${condition} limit $3) x
        where k.coalition_id = $1 and k.commission_id = x.commission_id`,
      values: [...values],
    }),
  )
  return rowCount ?? 0
}

/** Moves commissions on that were stated or paid since, of each at most `limit`. How many; `more` when there may be others. */
export async function followSettlement(
  client: Client,
  coalitionId: string,
  { at, limit }: { readonly at: Date; readonly limit: number },
): Promise<{ readonly rows: number; readonly more: boolean }> {
  const stated = {
    name: 'artel_state_commissions',
    to: 'STATED',
    condition: `k.status = 'APPROVED' and ${IS_STATED}`,
  }
  const paid = { name: 'artel_pay_commissions', to: 'PAID', condition: `k.status = 'STATED' and ${IS_PAID}` }
  const values = [coalitionId, at, limit]
  const counts = [await step(client, stated, values), await step(client, paid, values)]
  return {
    rows: counts.reduce((sum, count) => sum + count, 0),
    more: counts.some((count) => count === limit),
  }
}

/**
 * Takes PAID back of commissions whose payment was: those of its payee, and those that its window had settled. Within the transaction
 * that writes the reversal, so all of them at once. How many.
 */
export const takePaidBack = (
  client: Client,
  {
    coalitionId,
    payeeId,
    windowNo,
    at,
  }: {
    readonly coalitionId: string
    readonly payeeId: string
    readonly windowNo: number
    readonly at: Date
  },
): Promise<number> =>
  step(
    client,
    {
      ...{ name: 'artel_unpay_commissions', to: 'STATED' },
      condition: `k.status = 'PAID' and (k.payee_id = $4 or w.window_no = $5) and not ${IS_PAID}`,
    },
    [coalitionId, at, null, payeeId, windowNo],
  )
