import type { Store } from '../store.ts'

interface ExportName {
  readonly coalitionId: string
  readonly exportId: string
}

/** Makes a file whose rows are all there ready for so many hours. Nothing is changed when it was ended meanwhile. */
export async function finishExport(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, exportId }: ExportName,
  { sha256, keptHours }: { readonly sha256: string; readonly keptHours: number },
): Promise<void> {
  await pool.query(
    `update list_export set state = 'READY', sha256 = $3, percent = 100, moved_at = statement_timestamp(),
        ends_at = statement_timestamp() + make_interval(hours => $4::int)
      where coalition_id = $1 and list_export_id = $2 and is_read and state in ('QUEUED', 'RUNNING')`,
    [coalitionId, exportId, sha256, keptHours],
  )
}

/** Gives a file up that cannot be written, with the code that says why. */
export async function failExport(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, exportId }: ExportName,
  failure: string,
): Promise<void> {
  await pool.query(
    `update list_export set state = 'FAILED', failure = $3, moved_at = statement_timestamp()
      where coalition_id = $1 and list_export_id = $2 and state in ('QUEUED', 'RUNNING')`,
    [coalitionId, exportId, failure],
  )
}

/**
 * Puts a file off that could not be written for a reason that may pass: for an eighth of its age, a minute at least and a quarter of an
 * hour at most. A file that was asked for so many hours ago is given up: GAVE_UP.
 */
export async function postponeExport(
  { pool }: Pick<Store, 'pool'>,
  { coalitionId, exportId }: ExportName,
  { givenUpHours }: { readonly givenUpHours: number },
): Promise<void> {
  await pool.query(
    `update list_export x set state = case when o.is_over then 'FAILED' else state end,
        failure = case when o.is_over then 'GAVE_UP' end,
        moved_at = statement_timestamp() + case when o.is_over then interval '0'
          else least(greatest(o.age / 8, interval '1 minute'), interval '15 minutes') end
      from (select age, age > make_interval(hours => $3::int) as is_over
        from (select statement_timestamp() - started_at as age from list_export
          where coalition_id = $1 and list_export_id = $2) a) o
      where x.coalition_id = $1 and x.list_export_id = $2 and x.state in ('QUEUED', 'RUNNING')`,
    [coalitionId, exportId, givenUpHours],
  )
}
