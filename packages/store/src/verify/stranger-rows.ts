import type pg from 'pg'
import type { Finding } from './finding.ts'
import { LEDGER_TABLES } from './ledger-tables.ts'

/** One step of the index a coalition, however many rows it has. */
const strangersOf = (table: string, key: readonly string[]): string => `with recursive c as (
    (select coalition_id from ${table} order by 1 limit 1)
    union all
    select (select x.coalition_id from ${table} x where x.coalition_id > c.coalition_id order by 1 limit 1)
    from c where c.coalition_id is not null
  )
  select c.coalition_id, (select jsonb_build_object(${['coalition_id', ...key]
    .map((column) => `'${column}', x.${column}`)
    .join(', ')}) from ${table} x where x.coalition_id = c.coalition_id
      order by ${['coalition_id', ...key].map((column) => `x.${column}`).join(', ')} limit 1) as row
  from c where c.coalition_id is not null
    and not exists (select from coalition k where k.coalition_id = c.coalition_id)`

/** Rows of the ledger that belong to no coalition: no check of a coalition would ever look at them. */
export async function findStrangerRows(client: pg.ClientBase): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { table, key } of LEDGER_TABLES) {
    const { rows } = await client.query<{ coalition_id: string; row: Record<string, unknown> }>(
      strangersOf(table, key),
    )
    for (const { coalition_id: coalitionId, row } of rows)
      findings.push({
        invariant: 'COALITION',
        table,
        coalitionId,
        row,
        message: 'A row of the ledger belongs to a coalition that is there.',
        expected: 'a row of coalition',
        actual: 'none',
        badRows: 1,
      })
  }
  return findings
}
