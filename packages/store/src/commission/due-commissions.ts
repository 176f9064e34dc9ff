import type pg from 'pg'

type Client = Pick<pg.ClientBase, 'query'>

/** Commissions that time approves today, some of them, payer by payer. */
export async function dueCommissions(
  client: Client,
  coalitionId: string,
  { limit }: { readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: 'artel_due_commissions',
    text: `select k.commission_id as id
      from coalition c
      join commission k on k.coalition_id = c.coalition_id and k.status = 'PENDING' and k.by_time
        and k.due_on <= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date
      where c.coalition_id = $1
      order by k.payer_id, k.payee_id, k.due_on limit $2`,
    values: [coalitionId, limit],
  })
  return rows.map(({ id }) => id)
}

/** The entry of a commission's sale, and the window that it is in; null where others of the same posting made it nothing. */
const WITH_WINDOW = `commission_line l
  join commission_posting s on s.coalition_id = l.coalition_id and s.posting_id = l.posting_id
  left join settlement_window w on w.coalition_id = l.coalition_id and w.window_no = s.window_no`

/** Whether commission `k` is in a statement that was issued: of `l`, `s` and `w`. */
const IS_STATED = `k.status = 'APPROVED' and (s.window_no is null or w.status not in ('OPEN', 'CLOSED'))`

/**
 * Whether what commission `k` was stated for is paid: to an affiliate by a payment of its window or a later one, or by what others had
 * to take back; of a member once the window is settled, which nets it.
 */
const IS_PAID = `k.status = 'STATED' and (s.window_no is null or case k.payee_kind
    when 'MEMBER' then w.status = 'SETTLED'
    else exists (select from payment_leg g where g.coalition_id = k.coalition_id and g.payee_id = k.payee_id
        and g.window_no >= s.window_no and g.amount_minor <= (select coalesce(sum(y.amount_minor), 0)
          from standing_payment y where y.coalition_id = k.coalition_id and y.payment_leg_id = g.payment_leg_id))
      or w.status = 'SETTLED' and exists (select from affiliate_statement t where t.coalition_id = k.coalition_id
        and t.affiliate_id = k.payee_id and t.window_no = s.window_no and t.closing_minor = 0) end)`

/** Whether something of commission `k` has moved on by the settlement. For `due-work` too. */
export const MOVED_BY_SETTLEMENT = `exists (select from commission k join ${WITH_WINDOW} on l.coalition_id = k.coalition_id
    and l.commission_id = k.commission_id and l.kind = 'SALE'
  where k.coalition_id = c.coalition_id and k.status in ('APPROVED', 'STATED') and (${IS_STATED} or ${IS_PAID}))`

/** Moves commissions on that were stated or paid since. How many. */
export async function followSettlement(client: Client, coalitionId: string, at: Date): Promise<number> {
  const step = async (name: string, condition: string, status: string) => {
    const { rowCount } = await client.query({
      name,
      text: `update commission k set status = '${status}', changed_at = $2
        from ${WITH_WINDOW}
        where k.coalition_id = $1 and l.coalition_id = $1 and l.commission_id = k.commission_id and l.kind = 'SALE'
          and ${condition}`,
      values: [coalitionId, at],
    })
    return rowCount ?? 0
  }
  const stated = await step('artel_state_commissions', IS_STATED, 'STATED')
  return stated + (await step('artel_pay_commissions', IS_PAID, 'PAID'))
}
