import type { Store } from '../store.ts'

/** How long rows that were not taken are kept, and an import that nobody moves. Days. */
export const IMPORT_ROWS_DAYS = 7
/** How long what became of an import is kept. Days. */
export const IMPORT_RECORD_DAYS = 365

/**
 * Whether the import `j` has rows left, null when it has none: a scalar question, one look into an index for each import. As a join it is a walk through
 * all rows of all imports, for a planner that has no statistics of what was written a moment ago.
 */
export const HAS_ROWS =
  '(select true from import_row r where r.coalition_id = j.coalition_id and r.import_job_id = j.import_job_id limit 1)'

/** Coalitions with imports to go on with or to remove, by the database's own clock. */
export async function coalitionsToImport(store: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_due_import_coalitions',
    text: `select distinct j.coalition_id from import_job j
      where j.state in ('CHECKING', 'RUNNING') and not j.is_paused and j.moved_at <= statement_timestamp()
        or (j.state = 'CHECKED' or j.is_paused) and j.moved_at < statement_timestamp() - make_interval(days => $1::int)
        or (j.state in ('CANCELLED', 'FAILED') or j.state = 'DONE' and j.moved_at < statement_timestamp() - make_interval(days => $1::int))
          and ${HAS_ROWS}
        or j.state in ('DONE', 'CANCELLED', 'FAILED') and j.moved_at < statement_timestamp() - make_interval(days => $2::int)
      order by j.coalition_id`,
    values: [IMPORT_ROWS_DAYS, IMPORT_RECORD_DAYS],
  })
  return rows.map((row) => row.coalition_id)
}
