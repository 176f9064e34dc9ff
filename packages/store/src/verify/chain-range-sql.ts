import { HASHED_TABLES } from '../row-hash/line-sql.ts'
import { rowHashDigitsSql, storedRowHashDigitsSql } from '../row-hash/row-hash-of.ts'

/**
 * Every statement here is about one range of batches: $1 is the coalition, $2 and $3 the first and last batch.
 */
const IN_RANGE = (table: string) =>
  `${table}.coalition_id = $1 and ${table}.batch_no between $2::bigint and $3::bigint`

/** Tables whose rows carry the digest of their step. */
const DIGESTED: readonly string[] = ['entry', 'refusal']

const LINES = HASHED_TABLES.map(
  ({
    table,
    line,
  }) => `select batch_no, batch_step, row_hash, ${DIGESTED.includes(table) ? 'digest' : 'null::bytea'} as digest,
      ${line} as line
    from ${table} where ${IN_RANGE(table)}`,
).join('\nunion all\n')

/**
 * Steps as their rows come to: whether every row has the row hash of its line, the digest, and the digest that was stored
 * with the first entry of the group or with the refusal.
 */
const STEPS = `select batch_no, batch_step, count(*) as found,
    bool_and(${rowHashDigitsSql('line')} = ${storedRowHashDigitsSql('row_hash')}) is true as hashed,
    sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')) as digest,
    string_agg(digest, ''::bytea) as stored, count(digest) as digests
  from (${LINES}) lines group by batch_no, batch_step`

/** Batches and the hash that the steps' stored digests come to. */
const HASHES = `select b.batch_no, b.steps, b.hash, coalesce(s.found, 0) as found,
    sha256(coalesce(p.hash, decode(repeat('00', 32), 'hex'))
      || convert_to(concat_ws('|', b.coalition_id, b.batch_no, (extract(epoch from b.posted_at) * 1000000)::bigint,
        b.window_no, b.steps), 'UTF8')
      || coalesce(s.digests, ''::bytea)) as expected
  from batch b
  left join batch p on p.coalition_id = b.coalition_id and p.batch_no = b.batch_no - 1
    and p.batch_no between greatest($2::bigint, 1) - 1 and $3::bigint
  left join (select batch_no, sum(digests) as found, string_agg(stored, ''::bytea order by batch_step) as digests
    from steps group by batch_no) s on s.batch_no = b.batch_no
  where ${IN_RANGE('b')}`

/**
 * Reads a range once and says how many rows it has and how many of its steps and batches are not as they were written.
 * Each line is made once, and hashed once for the row's row hash and once in its step's digest.
 */
export const CHAIN_RANGE = `with steps as materialized (${STEPS})
  select coalesce(sum(s.found), 0)::text as rows,
    count(*) filter (where s.stored is distinct from s.digest or not s.hashed)::int as bad_steps,
    (select count(*) from (${HASHES}) h where h.steps <> h.found or h.hash is distinct from h.expected)::int
      as bad_batches
  from steps s`

const keyOf = (table: string, key: readonly string[]): string =>
  `jsonb_build_object(${key.map((column) => `'${column}', ${table}.${column}`).join(', ')})`

/** Rows of the range that are not as they were hashed. */
export const BAD_ROWS = HASHED_TABLES.map(
  ({ table, key, line }) => `select '${table}' as of_table, ${keyOf(table, key)} as row, batch_no, batch_step,
      ${rowHashDigitsSql(line)} as expected, ${storedRowHashDigitsSql('row_hash')} as actual
    from ${table} where ${IN_RANGE(table)} and (${rowHashDigitsSql(line)} = ${storedRowHashDigitsSql('row_hash')}) is not true`,
).join('\nunion all\n')

const COUNTS = HASHED_TABLES.map(
  ({ table, key }) => `select batch_no, batch_step, '${table}' as of_table, count(*) as found,
      ${DIGESTED.includes(table) ? 'count(digest)' : '0'} as digests,
      (array_agg(${keyOf(table, key)} order by ${key.map((column) => `${table}.${column}`).join(', ')}))[1] as first
    from ${table} where ${IN_RANGE(table)} group by batch_no, batch_step`,
).join('\nunion all\n')

/**
 * Steps of the range whose rows are not those that were digested: a row is missing, too many, or not as it was. Named
 * by the row that carries the digest, or else by any.
 */
export const BAD_STEPS = `with counts as (${COUNTS}),
  named as (select batch_no, batch_step, string_agg(concat_ws(' ', found, of_table), ', ' order by of_table) as found,
      (array_agg(of_table order by digests desc, of_table))[1] as of_table,
      (array_agg(first order by digests desc, of_table))[1] as first
    from counts group by batch_no, batch_step)
  select n.of_table, jsonb_build_object('batch_no', s.batch_no, 'batch_step', s.batch_step) || n.first as row,
    coalesce(encode(s.stored, 'hex'), 'no step') as expected,
    concat_ws(' ', encode(s.digest, 'hex'), 'over', n.found) as actual
  from (${STEPS}) s
  join named n on n.batch_no = s.batch_no and n.batch_step = s.batch_step
  where s.stored is distinct from s.digest`

/** Rows beside the entry that they were written with: how that entry is found. */
const ENTRY_OF: Readonly<Record<string, string>> = {
  transfer: 'e.entry_id = x.entry_id',
  lot: 'e.entry_id = x.entry_id',
  lot_use: 'e.entry_id = x.entry_id',
  debt: 'e.entry_id = x.entry_id',
  claim: 'e.entry_id = x.entry_id',
  purchase: 'e.group_id = x.purchase_id',
  refund: 'e.group_id = x.refund_id',
  hold: "e.document_id = x.hold_id and e.kind = 'HOLD'",
  hold_lot: "e.document_id = x.hold_id and e.kind = 'HOLD'",
  voucher: 'e.group_id = x.purchase_id',
  rule_gift: 'e.group_id = x.gift_id',
  gift_return: 'e.group_id = x.return_id',
  // What a second customer received of the same command is a step of its own.
  act_by: "e.group_id = x.document_id and e.key_operation not like '%.received'",
}

/** Rows of the range that are in another step than the entry they belong to, and entries with somebody else's digest. */
export const STRAY_ROWS = `select 'entry' as of_table, jsonb_build_object('entry_id', entry_id) as row,
    'a digest on the first entry of a group alone' as expected,
    concat_ws(' ', 'position', position, encode(digest, 'hex')) as actual
  from entry where ${IN_RANGE('entry')} and (position = 0) <> (digest is not null)
${HASHED_TABLES.filter(({ table }) => ENTRY_OF[table] !== undefined)
  .map(
    ({ table, key }) => `union all
  select '${table}', ${keyOf('x', key)}, concat_ws(' ', 'batch', e.batch_no, 'step', e.batch_step),
    concat_ws(' ', 'batch', x.batch_no, 'step', x.batch_step)
  from ${table} x
  join entry e on e.coalition_id = $1 and ${ENTRY_OF[table]}
  where ${IN_RANGE('x')} and (e.batch_no, e.batch_step) <> (x.batch_no, x.batch_step)`,
  )
  .join('\n')}`

/** Batches of the range that are not chained to the one before over the digests of their steps. */
export const BAD_BATCHES = `with steps as materialized (${STEPS})
  select 'batch' as of_table, jsonb_build_object('batch_no', h.batch_no) as row,
    concat_ws(' ', h.found, 'steps', encode(h.expected, 'hex')) as expected,
    concat_ws(' ', h.steps, 'steps', encode(h.hash, 'hex')) as actual
  from (${HASHES}) h where h.steps <> h.found or h.hash is distinct from h.expected`
