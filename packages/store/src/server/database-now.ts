import type pg from 'pg'

/** The clock of the database, for what is of no coalition yet. */
export async function databaseNow(client: Pick<pg.ClientBase, 'query'>): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select clock_timestamp() as now')
  const now = rows[0]?.now
  if (!now) throw new Error('The database said no time')
  return now
}
