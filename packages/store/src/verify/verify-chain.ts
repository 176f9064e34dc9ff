import type pg from 'pg'
import { BAD_BATCHES, BAD_ROWS, BAD_STEPS, CHAIN_RANGE, STRAY_ROWS } from './chain-range-sql.ts'
import type { Finding } from './finding.ts'

/** Batches are read in ranges of about so many steps: bounded memory, whatever the length of the chain. */
const STEPS_A_RANGE = 20_000
const FIRST_OF_ALL = '-9223372036854775808'
const LAST_OF_ALL = '9223372036854775807'
/** Of a range: whoever changed more is found out all the same. */
const NAMED_A_RANGE = 100

/** Consecutive batches of a coalition. */
export interface ChainRange {
  readonly from: string
  readonly to: string
  /** The last of its batches that is there; undefined when there is none. */
  readonly lastBatch: bigint | undefined
  /** Entry groups and refusals that its batches say they have. */
  readonly steps: number
}

/** What a range came to. */
export interface RangeVerified {
  /** Hashed rows read. */
  readonly rows: number
  readonly findings: readonly Finding[]
}

/**
 * Cuts the chain into ranges, from the batch after `sinceBatch`. Rows that claim a batch before the first or after the
 * last belong to the outermost ranges: no row escapes by its number.
 */
export async function chainRanges(
  client: pg.ClientBase,
  coalitionId: string,
  sinceBatch?: bigint,
): Promise<ChainRange[]> {
  const { rows } = await client.query<{ last: string; steps: string }>(
    `select max(x.batch_no)::text as last, sum(x.steps)::text as steps
      from (select batch_no, steps, (sum(steps) over (order by batch_no) - 1) / ${STEPS_A_RANGE} as part
        from batch where coalition_id = $1 and batch_no > $2::bigint) x
      group by x.part order by x.part`,
    [coalitionId, sinceBatch === undefined ? FIRST_OF_ALL : String(sinceBatch)],
  )
  const beginning = sinceBatch === undefined ? FIRST_OF_ALL : String(sinceBatch + 1n)
  if (rows.length === 0) return [{ from: beginning, to: LAST_OF_ALL, lastBatch: undefined, steps: 0 }]
  return rows.map(({ last, steps }, at) => {
    const before = rows[at - 1]?.last
    return {
      from: before === undefined ? beginning : String(BigInt(before) + 1n),
      to: at === rows.length - 1 ? LAST_OF_ALL : last,
      lastBatch: BigInt(last),
      steps: Number(steps),
    }
  })
}

/**
 * Replays one range: rows whose row hash is not their line's, steps whose digest is not their rows', batches whose hash is
 * not what it is chained over. A changed row breaks all three; the row is named first. Naming takes more passes than
 * finding, so it is done only where something is wrong.
 */
export async function verifyChainRange(
  client: pg.ClientBase,
  coalitionId: string,
  { from, to }: Pick<ChainRange, 'from' | 'to'>,
  /** Where a pool would lose its patience. */
  configured: (query: pg.QueryConfig) => pg.QueryConfig = (query) => query,
): Promise<RangeVerified> {
  const values = [coalitionId, from, to]
  const { rows } = await client.query<{ rows: string | null; bad_steps: number; bad_batches: number }>(
    configured({ name: 'artel_verify_chain', text: CHAIN_RANGE, values }),
  )
  const found = rows[0]
  const findings: Finding[] = []
  if (found && found.bad_steps + found.bad_batches > 0)
    for (const [invariant, { sql, says }] of Object.entries(NAMING))
      findings.push(...(await nameBad(client, { coalitionId, values, invariant, sql, says })))
  return { rows: Number(found?.rows ?? 0), findings }
}

const NAMING = {
  ROW_HASH: { sql: BAD_ROWS, says: 'A row of the ledger is as it was written.' },
  ROW_STEP: { sql: STRAY_ROWS, says: 'A row is of the step that wrote the entry it belongs to.' },
  STEP_DIGEST: { sql: BAD_STEPS, says: 'A step has exactly the rows that were written with it.' },
  BATCH_HASH: {
    sql: BAD_BATCHES,
    says: 'A batch is chained to the one before over the digests of its steps.',
  },
}

async function nameBad(
  client: pg.ClientBase,
  bad: { coalitionId: string; values: string[]; invariant: string; sql: string; says: string },
): Promise<Finding[]> {
  const { rows } = await client.query<{
    of_table: string
    row: Record<string, unknown>
    expected: string
    actual: string
    bad_rows: string
  }>(
    `select x.of_table, x.row, x.expected, x.actual, count(*) over () as bad_rows from (${bad.sql}) x
      order by x.row::text limit ${NAMED_A_RANGE}`,
    bad.values,
  )
  return rows.map(({ of_table, row, expected, actual, bad_rows }) => ({
    invariant: bad.invariant,
    table: of_table,
    coalitionId: bad.coalitionId,
    row,
    message: bad.says,
    expected,
    actual,
    badRows: Number(bad_rows),
  }))
}
