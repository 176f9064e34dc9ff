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
