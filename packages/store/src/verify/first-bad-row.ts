import type pg from 'pg'
import type { Check } from './check.ts'
import type { Finding } from './finding.ts'

/** The first row that breaks a check in a coalition, and how many do; none when it holds. */
export async function firstBadRow(
  client: pg.ClientBase,
  coalitionId: string,
  check: Check,
): Promise<Finding[]> {
  const { rows } = await client.query<{
    row: Record<string, unknown>
    expected: string
    actual: string
    bad_rows: string
  }>(
    `select bad.row, bad.expected, bad.actual, count(*) over () as bad_rows from (${check.sql}) bad
      order by bad.row::text limit 1`,
    [coalitionId],
  )
  return rows.map(({ row, expected, actual, bad_rows }) => ({
    invariant: check.invariant,
    table: check.table,
    coalitionId,
    row,
    message: check.says,
    expected,
    actual,
    badRows: Number(bad_rows),
  }))
}
