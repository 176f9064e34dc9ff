import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HASHED_TABLES } from '../row-hash/line-sql.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import type { LedgerWorld } from '../testing/ledger-world.ts'
import { columnsOf, flipped, fresh, rechain, redigest, rehash } from '../testing/tamper-sql.ts'
import { type TamperedBooks, tamperedBooks } from '../testing/tampered-books.ts'
import { wholeHistory } from '../testing/whole-history.ts'
import type { Finding } from './finding.ts'
import { LEDGER_TABLES, type LedgerTable } from './ledger-tables.ts'

/** Random tamperings; a long run takes more. */
const RUNS = Number(process.env.ARTEL_TAMPER_RUNS ?? 60)
/** Printed by every run; give it back to tamper in the same ways again. */
const SEED = Number(process.env.ARTEL_TAMPER_SEED ?? Date.now() % 2 ** 31)
const RANDOM_TIMEOUT_MS = 1_800_000 + RUNS * 2_000

let database: TestDatabase
let world: LedgerWorld
let books: TamperedBooks
beforeAll(async () => {
  database = await createTestDatabase()
  world = await wholeHistory(database.store)
  books = await tamperedBooks(database.databaseUrl)
})
afterAll(async () => {
  await books.close()
  await database.drop()
})

type Row = Readonly<Record<string, string | null>>

/** Nothing follows from these: they say when somebody looked, and what the last sale was held against. */
const UNGUARDED = new Set(['chain_checkpoint.verified_at', 'counter."limit"'])
/** Steps that came to nothing take their microseconds too, so the head's instant is known to the millisecond. */
const HEAD_INSTANT_BIT = 20

const keyOf = ({ key }: LedgerTable): readonly string[] => ['coalition_id', ...key]

/** The rows of a table as text, in the order of their keys. */
async function rowsOf(table: LedgerTable): Promise<(Row & { ctid: string })[]> {
  const columns = (await columnsOf(books.client, table.table)).map(({ name }) => `${name}::text`)
  const { rows } = await books.client.query(
    `select ctid::text, ${columns.join(', ')} from ${table.table} order by ${keyOf(table).join(', ')}`,
  )
  return rows
}

/** Whether a finding is about this row: it names the table and the row's key, before the change or after it. */
function names(finding: Finding, table: LedgerTable, ...rows: readonly (Row | undefined)[]): boolean {
  const isOf = (row: Row) =>
    (table.key.every((column) => String(finding.row[column] ?? '') === (row[column] ?? '')) ||
      // What remains of a customer's debts is known together.
      [finding.row.debt_ids].flat().includes(row.debt_id)) &&
    (table.key.length > 0 || String(finding.row.coalition_id) === row.coalition_id)
  return finding.table === table.table && rows.some((row) => row !== undefined && isOf(row))
}

/** Whether a finding is about the step that a row was written with, or about the batch of it. */
const namesStepOf = (finding: Finding, row: Row): boolean =>
  String(finding.row.batch_no) === row.batch_no &&
  (['batch', 'chain_head'].includes(finding.table) || String(finding.row.batch_step) === row.batch_step)

const summary = (findings: readonly Finding[]) =>
  findings.map(({ invariant, table, row }) => `${invariant} ${table} ${JSON.stringify(row)}`)

const at = (row: { ctid: string }): string => `ctid = '${row.ctid}'`

/** The row that a change would leave behind, as text. */
async function afterChange(table: string, row: { ctid: string }, column: string, to: string): Promise<Row> {
  const { rows } = await books.client.query(`select (${to})::text as value from ${table} where ${at(row)}`)
  return { ...(row as unknown as Row), [column]: rows[0]?.value }
}

/** The first row that has something in the column, and the first that has nothing. */
const withAndWithout = <R extends Row>(rows: readonly R[], column: string): R[] =>
  [rows.find((row) => row[column] !== null), rows.find((row) => row[column] === null)].filter(
    (row) => row !== undefined,
  )

test('every table that the application may not write is a table of the ledger, and each is tampered with below', async () => {
  const { rows } = await books.client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like '\\_prisma%'
        and not has_table_privilege('artel_app', c.oid, 'INSERT') order by 1`,
  )
  const known = LEDGER_TABLES.map(({ table }) => table)
  // Windows are made by a function of their own; what they say of the chain is checked against it. The audit log has a
  // chain of its own, and a test. An erasure says what was taken away, and the books no longer know of it. What tiers keep by
  // day is reckoned anew from the purchases, by a check of theirs.
  const others = ['settlement_window', 'audit_event', 'audit_head', 'erasure', 'tier_day']
  expect(rows.map(({ name }) => name).sort()).toEqual([...known, ...others].sort())
})

test.each(HASHED_TABLES)(
  'every column of $table is hashed, or known to be looked at otherwise',
  async ({ table, columns }) => {
    const CHAIN = ['coalition_id', 'batch_no', 'batch_step', 'row_hash', 'digest']
    const all = (await columnsOf(books.client, table)).map(({ name }) => name)
    const unhashed = all.filter((name) => !columns.includes(name) && !CHAIN.includes(name))
    expect(unhashed).toEqual(DERIVED[table] ?? [])
  },
)

/** What changes after the row was written, or is the batch's instant: other checks hold it against what it comes from. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  entry: ['posted_at'],
  lot: ['remaining', 'reserved', 'open', 'expires_at'],
  purchase: ['recorded_at'],
  refund: ['recorded_at'],
  refusal: ['refused_at'],
  hold: ['status', 'closed_at'],
  debt: ['remaining'],
  claim: ['remaining'],
  voucher: ['rule_id', 'issued_at', 'holder_id', 'last_day', 'used_by_id', 'returned_by_id', 'revoked_by_id'],
  rule_gift: ['given_at'],
  gift_return: ['returned_at'],
}

/** Which bit to flip where the lowest one may say the same as before. */
const BITS: Readonly<Record<string, number>> = {
  'chain_head.posted_at': HEAD_INSTANT_BIT,
  // A roll-up is as true at the batch before, when its account did not move in between.
  'account_rollup.batch_no': 6,
}

test.each(LEDGER_TABLES)(
  'one bit flipped in any column of $table is found, with the row named',
  async (table) => {
    const rows = await rowsOf(table)
    const missed: string[] = []
    for (const column of await columnsOf(books.client, table.table)) {
      if (UNGUARDED.has(`${table.table}.${column.name}`)) continue
      const bit = BITS[`${table.table}.${column.name}`] ?? 0
      for (const row of withAndWithout(rows, column.name)) {
        for (const to of [flipped(column, bit), ...(row[column.name] === null ? [] : ['null'])]) {
          if (to === 'null' && !books.isNullable(table.table, column.name)) continue
          const after = await afterChange(table.table, row, column.name, to)
          const found = await books.findings(
            `update ${table.table} set ${column.name} = ${to} where ${at(row)}`,
          )
          if (!found.some((finding) => names(finding, table, row, after)))
            missed.push(`${column.name} of ${row[column.name]} to ${after[column.name]}: ${summary(found)}`)
        }
      }
    }
    expect(missed).toEqual([])
  },
)

test.each(LEDGER_TABLES)('a row of $table that is gone is found', async (table) => {
  const missed: string[] = []
  for (const row of await rowsOf(table)) {
    const found = await books.findings(`delete from ${table.table} where ${at(row)}`)
    if (!found.some((finding) => names(finding, table, row) || namesStepOf(finding, row)))
      missed.push(`${JSON.stringify(row)}: ${summary(found)}`)
  }
  // Whoever removes the newest roll-up or checkpoint only makes the next reader add up more.
  const isOptional = table.table === 'account_rollup' || table.table === 'chain_checkpoint'
  if (!isOptional) expect(missed).toEqual([])
})

test.each(LEDGER_TABLES.filter(({ table }) => table !== 'chain_head'))(
  'two rows of $table that changed places are found, with a row named',
  async (table) => {
    const [first, second] = mostUnlike(await rowsOf(table), table)
    const columns = (await columnsOf(books.client, table.table)).map(({ name }) => name)
    const others = columns.filter((name) => !keyOf(table).includes(name))
    const swaps = [others, ...(others.includes('batch_step') ? [['batch_no', 'batch_step']] : [])]
    for (const swapped of swaps) {
      const found = await books.findings(`update ${table.table} a set (${swapped.join(', ')}) =
          row(${swapped.map((name) => `b.${name}`).join(', ')})
        from ${table.table} b
        where (a.ctid = '${first.ctid}' and b.ctid = '${second.ctid}')
          or (a.ctid = '${second.ctid}' and b.ctid = '${first.ctid}')`)
      const isNamed = (finding: Finding) =>
        names(finding, table, first, second) || [first, second].some((row) => namesStepOf(finding, row))
      expect(found.some(isNamed), `${swapped}: ${summary(found)}`).toBe(true)
    }
  },
)

/** Two rows that differ in more than their keys, of different batches where there are. */
function mostUnlike<R extends Row>(rows: readonly R[], table: LedgerTable): [R, R] {
  const [first] = rows
  const contents = (row: Row) =>
    JSON.stringify(Object.entries(row).filter(([name]) => name !== 'ctid' && !keyOf(table).includes(name)))
  const second = rows.findLast((row) => first && contents(row) !== contents(first))
  if (!first || !second) throw new Error(`${table.table} has no two different rows`)
  return [first, second]
}

test.each(LEDGER_TABLES.filter(({ table }) => table !== 'chain_head'))(
  'a row forged into $table is found, whatever batch it claims',
  async (table) => {
    const [row] = await rowsOf(table)
    if (!row) throw new Error('no row')
    const columns = await columnsOf(books.client, table.table)
    const hashed = HASHED_TABLES.some((candidate) => candidate.table === table.table)
    const claims = hashed ? ['batch_no', '-1', '1000000'] : ['as it is']
    for (const claim of claims) {
      const values = columns.map((column) => {
        if (column.name === 'batch_no' && hashed) return claim
        return table.key.at(-1) === column.name ? fresh(column) : column.name
      })
      const forged = `insert into ${table.table} select ${values.join(', ')} from ${table.table} where ${at(row)};`
      const covered = hashed ? [forged, forged + rehash(table.table, 'true')] : [forged]
      for (const sql of covered) {
        const found = await books.findings(sql)
        expect(
          found.map((finding) => finding.table),
          `${claim}: ${summary(found)}`,
        ).toContain(sql === forged ? table.table : found[0]?.table)
        expect(found.length, `${claim} ${sql}`).toBeGreaterThan(0)
      }
    }
  },
)

/** A change that no other check can see: what the customer's receipt was called. */
const RENAMED = `update purchase set receipt_ref = receipt_ref || '-2'
  where purchase_id = (select purchase_id from purchase order by 1 limit 1);`
const FORGET_CHECKPOINTS = 'delete from chain_checkpoint;'

test('a change that takes its traces along is found one link further each time', async () => {
  const [{ purchase_id, batch_no, batch_step } = {} as Row] = await rowsOf(tableNamed('purchase'))
  const find = async (...sql: string[]) =>
    (await books.findings(sql.join('\n'))).map(({ invariant, table, row }) => ({ invariant, table, row }))

  const renamed = await find(RENAMED)
  expect(renamed[0]).toEqual({ invariant: 'ROW_HASH', table: 'purchase', row: { purchase_id } })

  const rehashed = await find(RENAMED, rehash('purchase', 'true'))
  expect(rehashed).toMatchObject([
    {
      invariant: 'STEP_DIGEST',
      table: 'entry',
      row: { batch_no: Number(batch_no), batch_step: Number(batch_step) },
    },
  ])

  const digested = await find(RENAMED, rehash('purchase', 'true'), redigest)
  expect(digested).toMatchObject([
    { invariant: 'BATCH_HASH', table: 'batch', row: { batch_no: Number(batch_no) } },
  ])

  const rechained = await find(RENAMED, rehash('purchase', 'true'), redigest, rechain)
  expect(rechained[0]).toMatchObject({ invariant: 'CHECKPOINT', table: 'chain_checkpoint' })
})

test('whoever rewrites the whole database is found by a head that was written down, and by nothing else', async () => {
  const { coalitionId } = world
  const everything = [RENAMED, rehash('purchase', 'true'), redigest, rechain, FORGET_CHECKPOINTS].join('\n')
  expect(await books.findings(everything)).toEqual([])
  const { rows } = await books.client.query<{ batch_no: string; hash: string }>(
    `select batch_no::text, encode(hash, 'hex') as hash from batch order by batch_no desc limit 2`,
  )
  for (const { batch_no, hash } of rows) {
    for (const expectHead of [{ hash }, { batchNo: BigInt(batch_no), hash }]) {
      expect(await books.findings('select 1', { coalitionId, expectHead })).toEqual([])
      expect(await books.findings(everything, { coalitionId, expectHead })).toMatchObject([
        { invariant: 'EXPECTED_HEAD', table: 'batch', expected: hash },
      ])
    }
  }
})

/** Takes the last batch away with everything that it left: it was a refusal, so no account remembers it. */
const CUT_TAIL = `delete from refusal where batch_no = (select max(batch_no) from batch);
  delete from batch where batch_no = (select max(batch_no) from batch);
  update chain_head h set (batch_no, hash, posted_at) =
    (select batch_no, hash, posted_at + steps * interval '1 microsecond' from batch order by batch_no desc limit 1);
  delete from account_rollup r using chain_head h where r.batch_no > h.batch_no;`

test('a tail that was cut off is found by its remains, by a checkpoint or by a head that was written down', async () => {
  const { coalitionId } = world
  const last = 'batch_no = (select max(batch_no) from batch)'
  const naive = await books.findings(`delete from batch where ${last}`)
  expect(naive.map(({ invariant }) => invariant)).toContain('BATCH_HEAD')
  const checkpointed = await books.findings(CUT_TAIL)
  expect(checkpointed).toMatchObject([{ invariant: 'CHECKPOINT', table: 'chain_checkpoint' }])
  expect(await books.findings(CUT_TAIL + FORGET_CHECKPOINTS)).toEqual([])
  const { rows } = await books.client.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from batch where ${last}`,
  )
  const expectHead = { hash: rows[0]?.hash ?? '' }
  const found = await books.findings(CUT_TAIL + FORGET_CHECKPOINTS, { coalitionId, expectHead })
  expect(found).toMatchObject([{ invariant: 'EXPECTED_HEAD', actual: 'no such batch' }])
})

test('from a trusted batch on, the chain before it is not replayed, and the rest is', async () => {
  const { coalitionId } = world
  const [row] = await rowsOf(tableNamed('purchase'))
  const sinceBatch = BigInt(row?.batch_no ?? 0)
  expect(await books.findings(RENAMED, { coalitionId, sinceBatch })).toEqual([])
  expect(await books.findings(RENAMED, { coalitionId, sinceBatch: sinceBatch - 1n })).not.toEqual([])
})

const tableNamed = (name: string): LedgerTable => {
  const found = LEDGER_TABLES.find(({ table }) => table === name)
  if (!found) throw new Error(`${name} is no table of the ledger`)
  return found
}

test(`random tamperings are found, whatever they change (seed ${SEED})`, {
  timeout: RANDOM_TIMEOUT_MS,
}, async () => {
  const columns = new Map<string, Awaited<ReturnType<typeof columnsOf>>>()
  for (const { table } of LEDGER_TABLES) columns.set(table, await columnsOf(books.client, table))
  const rows = new Map<string, Awaited<ReturnType<typeof rowsOf>>>()
  for (const table of LEDGER_TABLES) rows.set(table.table, await rowsOf(table))
  const tampering = fc.record({
    table: fc.constantFrom(...LEDGER_TABLES),
    row: fc.nat(),
    column: fc.nat(),
    bit: fc.nat({ max: 62 }),
    kind: fc.constantFrom('flip', 'flip', 'flip', 'delete', 'double', 'rehash'),
  })
  await fc.assert(
    fc.asyncProperty(tampering, async ({ table, row, column, bit, kind }) => {
      const all = rows.get(table.table) ?? []
      const victim = all[row % all.length]
      const ofTable = columns.get(table.table) ?? []
      const changed = ofTable[column % ofTable.length]
      if (!victim || !changed || isHarmless(table.table, changed.name, kind, bit)) return
      const flip = `update ${table.table} set ${changed.name} = ${flipped(changed, bit)} where ${at(victim)};`
      const isHashed = HASHED_TABLES.some((hashed) => hashed.table === table.table)
      const sql = {
        flip,
        delete: `delete from ${table.table} where ${at(victim)}`,
        double: `insert into ${table.table} select * from ${table.table} where ${at(victim)}`,
        rehash: isHashed ? flip + rehash(table.table, 'row_hash is not null') : flip,
      }[kind]
      const found = await books.findings(sql ?? flip)
      expect(found.length, sql).toBeGreaterThan(0)
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

/** Changes that leave every statement of the books true. */
function isHarmless(table: string, column: string, kind: string, bit: number): boolean {
  const isRowGone = kind === 'delete'
  if (table === 'account_rollup') return isRowGone || (kind !== 'double' && column === 'batch_no')
  if (table === 'chain_checkpoint') return isRowGone || (kind !== 'double' && column === 'verified_at')
  if (table === 'chain_head')
    return kind !== 'delete' && kind !== 'double' && column === 'posted_at' && bit % 40 < 10
  if (table === 'counter') return column === '"limit"' && kind !== 'delete' && kind !== 'double'
  // Its own row hash, made anew, is the row hash that it had.
  return kind === 'rehash' && column === 'row_hash'
}
