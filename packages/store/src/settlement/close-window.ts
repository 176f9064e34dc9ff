import type pg from 'pg'
import type { Store } from '../store.ts'

/** A window and by when it ends. Instants by the coalition's clock. */
export interface OpenWindow {
  /** By which the cut-off was set, for example `MONTHLY`. */
  readonly schedule: string
  readonly opensAt: Date
  readonly cutOff: Date
}

/** How a window ends and the next begins. `cutOff` is not in the future; the next window opens at it. */
export interface WindowClosing extends OpenWindow {
  readonly windowNo: number
  /** When the next window is due to end. */
  readonly nextCutOff: Date
}

/**
 * Ends the open window under the lock that every batch takes: what is posted before is in it, what is posted after is in
 * the next, nothing is in both or neither. False when it had been closed before, so that a retry changes nothing.
 * Within the caller's transaction: no batch of the coalition is posted until it commits.
 */
export async function closeWindow(
  client: pg.ClientBase,
  coalitionId: string,
  closing: WindowClosing,
): Promise<boolean> {
  const { windowNo, schedule, opensAt, cutOff, nextCutOff } = closing
  const { rows } = await client.query<{ closed: boolean }>({
    name: 'artel_close_window',
    text: 'select close_window($1, $2, $3, $4, $5, $6) as closed',
    values: [coalitionId, windowNo, schedule, opensAt, cutOff, nextCutOff],
  })
  return rows[0]?.closed ?? false
}

/** Number of the window that is open now; 1 before anything was posted. */
export async function openWindowNo(store: Pick<Store, 'pool'>, coalitionId: string): Promise<number> {
  const { rows } = await store.pool.query<{ no: number }>({
    name: 'artel_open_window_no',
    text: 'select open_window_no as no from chain_head where coalition_id = $1',
    values: [coalitionId],
  })
  return rows[0]?.no ?? 1
}

/** Writes down when the open window is due to end, for the first one and when the schedule has changed. */
export async function scheduleOpenWindow(
  store: Pick<Store, 'pool'>,
  coalitionId: string,
  { schedule, opensAt, cutOff }: OpenWindow,
): Promise<void> {
  await store.pool.query({
    name: 'artel_schedule_open_window',
    text: 'select schedule_open_window($1, $2, $3, $4)',
    values: [coalitionId, schedule, opensAt, cutOff],
  })
}
