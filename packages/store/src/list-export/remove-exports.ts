import { EXPORT_RECORD_DAYS } from '../due-work/exports-due.ts'
import type { Store } from '../store.ts'

/** Pieces that one removal takes away. */
const PARTS_AT_ONCE = 200

/**
 * Ends files whose time is over, takes away the pieces of what is over, and forgets what has long been. One bounded step, by the database's own
 * clock: how many pieces and files it took away, and whether more may be left.
 */
export async function removeExports(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
): Promise<{ readonly removed: number; readonly more: boolean }> {
  await pool.query(
    `update list_export set state = 'ENDED', moved_at = statement_timestamp()
      where coalition_id = $1 and state = 'READY' and ends_at <= statement_timestamp()`,
    [coalitionId],
  )
  const { rowCount: parts } = await pool.query(
    `delete from list_export_part where (coalition_id, list_export_id, part_no) in (
        select p.coalition_id, p.list_export_id, p.part_no from list_export_part p
        join list_export x using (coalition_id, list_export_id)
        where p.coalition_id = $1 and x.state in ('FAILED', 'ENDED') limit $2)`,
    [coalitionId, PARTS_AT_ONCE],
  )
  if (parts === PARTS_AT_ONCE) return { removed: parts, more: true }
  await pool.query(
    `update list_export set parts = 0 where coalition_id = $1 and state in ('FAILED', 'ENDED') and parts > 0
        and not exists (select from list_export_part p where p.coalition_id = list_export.coalition_id
          and p.list_export_id = list_export.list_export_id)`,
    [coalitionId],
  )
  const { rowCount: forgotten } = await pool.query(
    `delete from list_export where coalition_id = $1 and state in ('FAILED', 'ENDED') and parts = 0
        and moved_at < statement_timestamp() - make_interval(days => $2::int)`,
    [coalitionId, EXPORT_RECORD_DAYS],
  )
  return { removed: (parts ?? 0) + (forgotten ?? 0), more: false }
}
