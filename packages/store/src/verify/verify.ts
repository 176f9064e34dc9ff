import pg from 'pg'
import { BATCH_CHECKS } from './batch-checks.ts'
import type { Check } from './check.ts'
import { DOCUMENT_CHECKS } from './document-checks.ts'
import { ENTRY_CHECKS } from './entry-checks.ts'
import { LOT_CHECKS } from './lot-checks.ts'
import { MONEY_CHECKS } from './money-checks.ts'
import { verifyChain } from './verify-chain.ts'

/** One broken invariant in one coalition. */
export interface Finding {
  /** Stable name, for example ENTRY_CHAIN. */
  readonly invariant: string
  readonly table: string
  readonly coalitionId: string
  /** Key of the first bad row. */
  readonly row: Readonly<Record<string, unknown>>
  /** What must hold, in one sentence. */
  readonly message: string
  readonly expected: string
  readonly actual: string
  /** How many rows break it. */
  readonly badRows: number
}

export interface VerifyProgress {
  readonly coalitionId: string
  readonly invariant: string
  /** Checks done and to do, over all coalitions. */
  readonly done: number
  readonly total: number
}

const CHECKS: readonly Check[] = [
  ...ENTRY_CHECKS,
  ...LOT_CHECKS,
  ...DOCUMENT_CHECKS,
  ...MONEY_CHECKS,
  ...BATCH_CHECKS,
]
/** Whole tables are read: without fresh statistics a nested loop looks cheap and takes for ever. */
const SESSION = '-c jit=off -c work_mem=64MB -c enable_nestloop=off'
const COUNTED_TABLES = [
  'entry',
  'transfer',
  'lot',
  'lot_use',
  'customer_account',
  'hold',
  'purchase',
  'refund',
  'debt',
]

/**
 * Replays every invariant of the books on one snapshot, while the coalition goes on working. `checked` counts the
 * rows seen by table. Changes nothing; any role that can read the tables will do.
 */
export async function verify(options: {
  databaseUrl: string
  /** One coalition; all when absent. */
  coalitionId?: string
  onProgress?: (progress: VerifyProgress) => void
}): Promise<{ ok: boolean; findings: Finding[]; checked: Record<string, number> }> {
  const client = new pg.Client({ connectionString: options.databaseUrl, options: SESSION })
  // A lost connection fails the query that runs, which is how the caller hears of it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin transaction isolation level repeatable read, read only')
    const coalitionIds = options.coalitionId ? [options.coalitionId] : await listCoalitions(client)
    const checked: Record<string, number> = Object.fromEntries(COUNTED_TABLES.map((table) => [table, 0]))
    const findings: Finding[] = []
    // The chain counts as one check.
    const total = coalitionIds.length * (CHECKS.length + 1)
    let done = 0
    for (const coalitionId of coalitionIds) {
      await countRows(client, coalitionId, checked)
      for (const check of CHECKS) {
        const finding = await firstBadRow(client, coalitionId, check)
        if (finding) findings.push(finding)
        done += 1
        options.onProgress?.({ coalitionId, invariant: check.invariant, done, total })
      }
      findings.push(...(await verifyChain(client, coalitionId, () => undefined)))
      done += 1
      options.onProgress?.({ coalitionId, invariant: 'CHAIN', done, total })
    }
    await client.query('commit')
    return { ok: findings.length === 0, findings, checked }
  } finally {
    await client.end()
  }
}

async function listCoalitions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select coalition_id as id from coalition order by 1')
  return rows.map(({ id }) => id)
}

async function countRows(
  client: pg.Client,
  coalitionId: string,
  checked: Record<string, number>,
): Promise<void> {
  const counts = COUNTED_TABLES.map(
    (table) => `(select count(*) from ${table} where coalition_id = $1)::int as ${table}`,
  )
  const { rows } = await client.query<Record<string, number>>(`select ${counts.join(', ')}`, [coalitionId])
  for (const [table, count] of Object.entries(rows[0] ?? {})) checked[table] = (checked[table] ?? 0) + count
}

async function firstBadRow(
  client: pg.Client,
  coalitionId: string,
  check: Check,
): Promise<Finding | undefined> {
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
  const bad = rows[0]
  return (
    bad && {
      invariant: check.invariant,
      table: check.table,
      coalitionId,
      row: bad.row,
      message: check.says,
      expected: bad.expected,
      actual: bad.actual,
      badRows: Number(bad.bad_rows),
    }
  )
}
