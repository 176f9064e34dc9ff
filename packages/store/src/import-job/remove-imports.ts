import type pg from 'pg'
import { HAS_ROWS, IMPORT_RECORD_DAYS, IMPORT_ROWS_DAYS } from '../due-work/imports-due.ts'
import { withLongTimeout } from '../pool/open-pool.ts'
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
  const rows = await removeRows(pool, coalitionId)
  if (rows === ROWS_AT_ONCE) return { removed: rows, more: true }
  const { rowCount: forgotten } = await pool.query(
    `delete from import_job j where j.coalition_id = $1 and j.state in ('DONE', 'CANCELLED', 'FAILED')
        and j.moved_at < statement_timestamp() - make_interval(days => $2::int) and ${HAS_ROWS} is null`,
    [coalitionId, IMPORT_RECORD_DAYS],
  )
  return { removed: rows + (forgotten ?? 0), more: false }
}

/** Takes away some rows of one import that is over: how many. */
async function removeRows(pool: pg.Pool, coalitionId: string): Promise<number> {
  const { rows } = await pool.query<{ import_job_id: string }>(
    `select j.import_job_id from import_job j
      where j.coalition_id = $1 and (j.state in ('CANCELLED', 'FAILED')
        or j.state = 'DONE' and j.moved_at < statement_timestamp() - make_interval(days => $2::int)) and ${HAS_ROWS}
      limit 1`,
    [coalitionId, IMPORT_ROWS_DAYS],
  )
  if (!rows[0]) return 0
  const { rowCount } = await pool.query(
    withLongTimeout({
      text: `delete from import_row where coalition_id = $1 and import_job_id = $2 and position <= (
        select max(position) from (select position from import_row where coalition_id = $1 and import_job_id = $2
          order by position limit $3) piece)`,
      values: [coalitionId, rows[0].import_job_id, ROWS_AT_ONCE],
    }),
  )
  return rowCount ?? 0
}
