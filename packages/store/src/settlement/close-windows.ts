import type pg from 'pg'
import type { Store } from '../store.ts'

/** A window that a call closed. `cutOff` is when it ended, by the coalition's clock. */
export interface ClosedWindowRow {
  readonly windowNo: number
  readonly cutOff: Date
}

/**
 * Closes every window up to one that has ended and is still open, oldest first, and says which: none when all were closed
 * before. What is in a window is what was posted before its end, however late it is closed. `early` ends the last of them
 * now if it has not ended: within the caller's transaction, and no batch of the coalition is posted until it commits.
 */
export async function closeWindows(
  client: Pick<pg.ClientBase, 'query'>,
  coalitionId: string,
  { through, early }: { readonly through: number; readonly early: boolean },
): Promise<readonly ClosedWindowRow[]> {
  const { rows } = await client.query<{ window_no: number; cut_off: Date }>({
    name: 'artel_close_windows',
    text: 'select window_no, cut_off from close_windows($1, $2, $3) order by window_no',
    values: [coalitionId, through, early],
  })
  return rows.map((row) => ({ windowNo: row.window_no, cutOff: row.cut_off }))
}

/**
 * Opens every window up to now by the terms that are in force, as the next sale would. For verbs that change what is in
 * force: windows that passed in silence before it end by the schedule of their time.
 */
export async function openWindows(store: Pick<Store, 'pool'>, coalitionId: string): Promise<void> {
  await store.pool.query({
    name: 'artel_open_windows',
    text: 'select open_windows($1)',
    values: [coalitionId],
  })
}
