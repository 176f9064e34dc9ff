import type { WINDOW_STATUSES } from '@artel/ledger'
import type pg from 'pg'

type WindowStatus = keyof typeof WINDOW_STATUSES

interface WindowKey {
  readonly coalitionId: string
  readonly windowNo: number
}

/** Status of a window as the caller's transaction sees it; undefined when there is no such window. */
export async function windowStatus(
  client: pg.ClientBase,
  { coalitionId, windowNo }: WindowKey,
): Promise<WindowStatus | undefined> {
  const { rows } = await client.query<{ status: WindowStatus }>(
    'select status from settlement_window where coalition_id = $1 and window_no = $2',
    [coalitionId, windowNo],
  )
  return rows[0]?.status
}

/** The window, and before it those windows that have no approved plan yet, in their order. */
export async function windowAndUnapprovedBefore(
  client: pg.ClientBase,
  { coalitionId, windowNo }: WindowKey,
): Promise<readonly { readonly windowNo: number; readonly status: WindowStatus }[]> {
  const { rows } = await client.query<{ window_no: number; status: WindowStatus }>(
    `select window_no, status from settlement_window where coalition_id = $1 and window_no <= $2
      and (window_no = $2 or status not in ('APPROVED', 'SETTLED')) order by window_no`,
    [coalitionId, windowNo],
  )
  return rows.map((row) => ({ windowNo: row.window_no, status: row.status }))
}

/** Moves an AGREED window to APPROVED. */
export async function markApproved(
  client: pg.ClientBase,
  { coalitionId, windowNo }: WindowKey,
  at: Date,
): Promise<void> {
  await client.query(
    `update settlement_window set status = 'APPROVED', approved_at = $3
    where coalition_id = $1 and window_no = $2 and status = 'AGREED'`,
    [coalitionId, windowNo, at],
  )
}

/**
 * Moves a SETTLED window back to APPROVED when one of its payments is missing again; false when none is, or the window is
 * not settled. What is missing of a receivable is asked for by a later plan, so no window waits for it.
 */
export async function reopenUnpaid(
  client: pg.ClientBase,
  { coalitionId, windowNo }: WindowKey,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `update settlement_window w set status = 'APPROVED', settled_at = null
    where coalition_id = $1 and window_no = $2 and status = 'SETTLED' and exists (select from payment_leg g
      where g.coalition_id = $1 and g.window_no = $2 and g.receivable_at is null and g.amount_minor > (
        select coalesce(sum(y.amount_minor), 0) from standing_payment y
        where y.coalition_id = $1 and y.payment_leg_id = g.payment_leg_id))`,
    [coalitionId, windowNo],
  )
  return rowCount === 1
}

/** Moves a window to SETTLED. */
export async function markSettled(
  client: pg.ClientBase,
  { coalitionId, windowNo }: WindowKey,
  at: Date,
): Promise<void> {
  await client.query(
    "update settlement_window set status = 'SETTLED', settled_at = $3 where coalition_id = $1 and window_no = $2",
    [coalitionId, windowNo, at],
  )
}
