import type pg from 'pg'
import { SEALED_TABLES } from '../seal/line-sql.ts'
import { sealSql } from '../seal/seal-of.ts'
import type { Finding } from './verify.ts'

/** Batches are read in ranges of about so many steps: bounded memory, whatever the length of the chain. */
const STEPS_A_RANGE = 20_000

const keyOf = (table: string, key: readonly string[]): string =>
  `jsonb_build_object(${key.map((column) => `'${column}', ${table}.${column}`).join(', ')})`

/** Every sealed row of a range of batches: its table, key, place in the chain, line and stored seal. */
const LINES = SEALED_TABLES.map(
  ({ table, key, line }) =>
    `select '${table}' as of_table, ${keyOf(table, key)} as row, ${table}.batch_no, ${table}.batch_step,
      ${line} as line, ${table}.seal
    from ${table} where ${table}.coalition_id = $1 and ${table}.batch_no between $2 and $3`,
).join('\nunion all\n')

/**
 * One pass over a range: rows whose seal is not their line's, steps whose digest is not their rows', batches whose
 * hash is not what it is chained over. A changed row breaks all three; the row is named first.
 */
const CHAIN_RANGE = `with lines as materialized (${LINES}),
  rows_bad as (select 1 as rank, of_table, row, 'SEAL' as invariant, ${sealSql('line')}::text as expected,
      seal::text as actual
    from lines where seal is distinct from ${sealSql('line')}),
  digests as (select batch_no, batch_step,
      sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')) as digest
    from lines group by batch_no, batch_step),
  stored as (select batch_no, batch_step, 'entry' as of_table, digest, jsonb_build_object('entry_id', entry_id) as row
      from entry where coalition_id = $1 and batch_no between $2 and $3 and digest is not null
    union all
    select batch_no, batch_step, 'refusal', digest,
      jsonb_build_object('key_scope_id', key_scope_id, 'key_operation', key_operation, 'key', key)
      from refusal where coalition_id = $1 and batch_no between $2 and $3),
  steps_bad as (select 2, coalesce(s.of_table, 'entry'), coalesce(s.row, '{}'::jsonb)
        || jsonb_build_object('batch_no', coalesce(s.batch_no, d.batch_no), 'batch_step',
          coalesce(s.batch_step, d.batch_step)),
      'STEP_DIGEST', coalesce(encode(d.digest, 'hex'), 'no rows'), coalesce(encode(s.digest, 'hex'), 'no step')
    from stored s full join digests d on d.batch_no = s.batch_no and d.batch_step = s.batch_step
    where s.digest is distinct from d.digest),
  hashes as (select b.batch_no, b.hash, b.steps, count(s.digest) as found,
      sha256(coalesce(p.hash, decode(repeat('00', 32), 'hex'))
        || convert_to(concat_ws('|', b.coalition_id, b.batch_no, (extract(epoch from b.posted_at) * 1000000)::bigint,
          b.window_no, b.steps), 'UTF8')
        || string_agg(s.digest, ''::bytea order by s.batch_step)) as expected
    from batch b
    left join batch p on p.coalition_id = b.coalition_id and p.batch_no = b.batch_no - 1
    left join stored s on s.batch_no = b.batch_no
    where b.coalition_id = $1 and b.batch_no between $2 and $3
    group by b.coalition_id, b.batch_no, p.hash),
  batches_bad as (select 3, 'batch', jsonb_build_object('batch_no', h.batch_no), 'BATCH_HASH',
      concat_ws(' ', h.found, 'steps', encode(h.expected, 'hex')), concat_ws(' ', h.steps, 'steps', encode(h.hash, 'hex'))
    from hashes h where h.steps <> h.found or h.hash is distinct from h.expected)
  select of_table, row, invariant, expected, actual
  from (select * from rows_bad union all select * from steps_bad union all select * from batches_bad) x
  order by rank, row::text limit 20`

const SAYS: Record<string, string> = {
  SEAL: 'A row of the ledger is as it was written.',
  STEP_DIGEST: 'A step has exactly the rows that were written with it.',
  BATCH_HASH: 'A batch is chained to the one before over the digests of its steps.',
}

/** Replays the chain of a coalition, range by range. `onRange` hears the last batch done and the last of all. */
export async function verifyChain(
  client: pg.Client,
  coalitionId: string,
  onRange: (done: bigint, total: bigint) => void,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [from, to, total] of await rangesOf(client, coalitionId)) {
    const { rows } = await client.query<{
      of_table: string
      row: Record<string, unknown>
      invariant: string
      expected: string
      actual: string
    }>({ name: 'artel_verify_chain', text: CHAIN_RANGE, values: [coalitionId, from, to] })
    for (const bad of rows)
      findings.push({
        invariant: bad.invariant,
        table: bad.of_table,
        coalitionId,
        row: bad.row,
        message: SAYS[bad.invariant] ?? '',
        expected: bad.expected,
        actual: bad.actual,
        badRows: 1,
      })
    onRange(BigInt(to), BigInt(total))
  }
  return findings
}

/** First and last batch of each range, and the last of the chain. Rows beyond the last batch are in the last range. */
async function rangesOf(client: pg.Client, coalitionId: string): Promise<[string, string, string][]> {
  const { rows } = await client.query<{ first: string; last: string }>(
    `select min(x.batch_no)::text as first, max(x.batch_no)::text as last
      from (select batch_no, (sum(steps) over (order by batch_no) - 1) / ${STEPS_A_RANGE} as part
        from batch where coalition_id = $1) x
      group by x.part order by x.part`,
    [coalitionId],
  )
  const total = rows.at(-1)?.last ?? '0'
  const LAST_OF_ALL = '9223372036854775807'
  if (rows.length === 0) return [['0', LAST_OF_ALL, '0']]
  return rows.map(({ first, last }, at) => [
    at === 0 ? '0' : rows[at - 1]?.last ? String(BigInt(rows[at - 1]?.last ?? '0') + 1n) : first,
    at === rows.length - 1 ? LAST_OF_ALL : last,
    total,
  ])
}
