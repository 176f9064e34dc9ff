import type { Store } from '../store.ts'

/** The unfinished file of a coalition that has waited longest of those that are due, by the database's own clock: its raw UUID. */
export async function nextExport(
  { pool }: Pick<Store, 'pool'>,
  coalitionId: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ list_export_id: string }>({
    name: 'artel_next_export',
    text: `select list_export_id from list_export
      where coalition_id = $1 and state in ('QUEUED', 'RUNNING') and moved_at <= statement_timestamp()
      order by moved_at, list_export_id limit 1`,
    values: [coalitionId],
  })
  return rows[0]?.list_export_id
}
