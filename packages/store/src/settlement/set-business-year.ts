import type pg from 'pg'

/** The days that a coalition moves in a year, before they are written. */
export interface NewBusinessYear {
  readonly coalitionId: string
  readonly year: number
  /** All of them, as they are kept. */
  readonly days: readonly object[]
  readonly setAt: Date
  readonly setById: string
}

/** Replaces the moved days of a year; false where they are as they were, so that nothing is announced twice. */
export async function setBusinessYear(client: pg.ClientBase, row: NewBusinessYear): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into business_year (coalition_id, year, days, set_at, set_by_id) values ($1, $2, $3::jsonb, $4, $5)
    on conflict (coalition_id, year) do update set days = excluded.days, set_at = excluded.set_at, set_by_id = excluded.set_by_id
    where business_year.days is distinct from excluded.days`,
    [row.coalitionId, row.year, JSON.stringify(row.days), row.setAt, row.setById],
  )
  return rowCount === 1
}
