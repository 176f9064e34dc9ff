import type { Store } from '../store.ts'

/** How long the row of a file that is gone is kept: so long a key answers again what it was answered. Days. */
export const EXPORT_RECORD_DAYS = 30

/** Coalitions with files to write or to remove, by the database's own clock. */
export async function coalitionsToExport(store: Pick<Store, 'pool'>): Promise<string[]> {
  const { rows } = await store.pool.query<{ coalition_id: string }>({
    name: 'artel_due_export_coalitions',
    text: `select distinct coalition_id from list_export
      where state in ('QUEUED', 'RUNNING') and moved_at <= statement_timestamp()
        or state = 'READY' and ends_at <= statement_timestamp()
        or state in ('FAILED', 'ENDED') and (parts > 0
          or moved_at < statement_timestamp() - make_interval(days => $1::int))
      order by coalition_id`,
    values: [EXPORT_RECORD_DAYS],
  })
  return rows.map((row) => row.coalition_id)
}
