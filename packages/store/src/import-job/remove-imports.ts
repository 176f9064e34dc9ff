import { IMPORT_RECORD_DAYS, IMPORT_ROWS_DAYS } from '../due-work/imports-due.ts'
import type { Store } from '../store.ts'

/** Rows that one removal takes away. */
const ROWS_AT_ONCE = 10_000

/**
 * Gives up imports that nobody has moved for a week, takes away the rows of what is over, and forgets what has long been. One bounded step, by
 * the database's own clock: how many rows and imports it took away, and whether more may be left.
 */
export async function removeImports(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
): Promise<{ readonly removed: number; readonly more: boolean }> {
  await pool.query(
    `update import_job set state = 'CANCELLED', is_paused = false
      where coalition_id = $1 and (state = 'CHECKED' or is_paused and state in ('CHECKING', 'RUNNING'))
        and moved_at < statement_timestamp() - make_interval(days => $2::int)`,
    [coalitionId, IMPORT_ROWS_DAYS],
  )
  const { rowCount: rows } = await pool.query(
    `delete from import_row where (coalition_id, import_job_id, position) in (
        select r.coalition_id, r.import_job_id, r.position from import_row r join import_job j using (coalition_id, import_job_id)
        where r.coalition_id = $1 and (j.state in ('CANCELLED', 'FAILED')
          or j.state = 'DONE' and j.moved_at < statement_timestamp() - make_interval(days => $2::int))
        limit $3)`,
    [coalitionId, IMPORT_ROWS_DAYS, ROWS_AT_ONCE],
  )
  if (rows === ROWS_AT_ONCE) return { removed: rows, more: true }
  const { rowCount: forgotten } = await pool.query(
    `delete from import_job j where j.coalition_id = $1 and j.state in ('DONE', 'CANCELLED', 'FAILED')
        and j.moved_at < statement_timestamp() - make_interval(days => $2::int)
        and not exists (select from import_row r where r.coalition_id = j.coalition_id and r.import_job_id = j.import_job_id)`,
    [coalitionId, IMPORT_RECORD_DAYS],
  )
  return { removed: (rows ?? 0) + (forgotten ?? 0), more: false }
}
