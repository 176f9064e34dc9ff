import { readFile } from 'node:fs/promises'
import { micros, points } from '@artel/ledger'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../new-id.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { noRare } from './encode-rare.ts'
import {
  POST_ENTRIES,
  type PostEntriesRows,
  type PostEntriesValue,
  postEntriesArguments,
} from './post-entries-arguments.ts'
import type { Verdict } from './record-batch.ts'

const FUNCTIONS = new URL('../../prisma/functions/', import.meta.url)

let database: TestDatabase
let client: pg.Client
/** Cells of the legend's table rows. */
let legend: string[][]

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  const text = await readFile(new URL('post_entries.md', FUNCTIONS), 'utf8')
  legend = text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

interface Argument {
  readonly name: string
  readonly type: string
  /** Of an array: the type of its elements. */
  readonly elementOid: number
}

/** The arguments of the function, in its order. */
async function argumentsInDatabase(): Promise<Argument[]> {
  const { rows } = await client.query<Argument>(`
    select a.name, format_type(a.type, null) as type, t.typelem::int as "elementOid"
    from pg_proc p
    cross join unnest(p.proargnames, p.proargtypes::oid[]) with ordinality a(name, type, i)
    join pg_type t on t.oid = a.type
    where p.proname = 'post_entries'
    order by a.i`)
  return rows
}

/** Names that PostgreSQL writes out in full. */
const inShort = (type: string): string =>
  type.replace('timestamp with time zone', 'timestamptz').replace('integer', 'int')

test('the legend has every argument of post_entries once, in its order and with its type', async () => {
  const rows = legend.filter(([name = '']) => /^[pseltudko]_\w+$/.test(name))
  const argumentsOfFunction = await argumentsInDatabase()
  expect(rows.map(([name, type]) => `${name} ${type}`)).toEqual(
    argumentsOfFunction.map(({ name, type }) => `${name} ${inShort(type)}`),
  )
  expect(rows.filter((cells) => cells.length !== 4 || cells.includes(''))).toEqual([])
})

test('columns are encoded under the names, in the order and as the types of post_entries', async () => {
  const argumentsOfFunction = await argumentsInDatabase()
  const batch = { coalitionId: newId(), now: new Date(), atomic: false }
  for (const rows of [NO_ROWS, aRowOfEach()]) {
    const encoded = postEntriesArguments(batch, rows)
    expect(Object.keys(encoded)).toEqual(argumentsOfFunction.map(({ name }) => name))
    expect(Object.values(encoded).map(elementOidOf)).toEqual(
      argumentsOfFunction.map(({ elementOid }) => elementOid),
    )
  }
  const placeholders = argumentsOfFunction.map((_, at) => `$${at + 1}`)
  expect(POST_ENTRIES).toBe(`select post_entries(${placeholders.join(',')}) as r`)
})

/** Of an array in binary form the OID stands after dimensions and flags; what is sent as text is no array. */
const elementOidOf = (value: PostEntriesValue): number => (Buffer.isBuffer(value) ? value.readInt32BE(8) : 0)

test('the legend has every record set of p_rare with the fields that SQL reads', async () => {
  const { rows } = await client.query<{ body: string }>(
    `select prosrc as body from pg_proc where proname in ('post_entries', 'post_lot_uses', 'post_holds', 'post_refunds', 'post_claims',
      'post_acts', 'post_gifts', 'post_vouchers', 'stale_voucher_steps', 'same_sale_steps')`,
  )
  const read = rows.flatMap(({ body }) => [...body.matchAll(/p_rare->'(\w+)'\) \w+\(([^)]*)\)/g)])
  const fieldsBySet = new Map<string, Set<string>>(
    [...Object.keys(noRare().sets), 'vouchers', 'sameSales'].map((set) => [set, new Set()]),
  )
  for (const [, set = '', fields = ''] of read)
    for (const field of fields.split(/,\s*/)) fieldsBySet.get(set)?.add(field)
  const known = legend.filter(([set = '']) => fieldsBySet.has(set))
  expect(known.map(([set]) => set)).toEqual([...fieldsBySet.keys()])
  expect(known.map(([, fields = '']) => fields.split(', ').sort())).toEqual(
    [...fieldsBySet.values()].map((fields) => [...fields].sort()),
  )
})

test('the legend has every verdict that post_entries gives and that its caller knows', async () => {
  const { rows } = await client.query<{ body: string }>(
    "select prosrc as body from pg_proc where proname = 'post_entries'",
  )
  const given = new Set(Array.from(rows[0]?.body.matchAll(/'([A-Z])'/g) ?? [], ([, letter]) => letter))
  const known = { P: 'posted', K: 'key taken', S: 'stale', A: 'no account', R: 'refused' } satisfies Record<
    Verdict,
    string
  >
  const verdicts = legend.filter(([letter = '']) => /^[A-Z]$/.test(letter))
  expect(Object.fromEntries(verdicts)).toEqual(known)
  expect([...given].sort()).toEqual(Object.keys(known).sort())
})

const NO_ROWS: PostEntriesRows = {
  steps: [],
  entries: [],
  transfers: [],
  lots: [],
  uses: [],
  purchases: [],
  counters: [],
  events: [],
  rare: noRare(),
}

function aRowOfEach(): PostEntriesRows {
  const id = newId()
  const now = new Date()
  const placed = { owner: 1, position: 0, rowHash: 1 }
  const account = { kind: 'CLEARING', ownerId: id } as const
  const price = micros(1n)
  const prices = { reservePrice: price, deposit: price, issueFee: price, redeemFee: price }
  const key = { scopeId: id, operation: 'purchaseRecord', key: 'key', requestHash: '00'.repeat(32) }
  const step = { groupId: id, customerId: id, expectedSequence: 0n, pointsDelta: 1n, reservedDelta: 0n }
  const amount = points(1n)
  const lot = {
    id,
    issuerId: id,
    termsId: id,
    originLotId: null,
    amount,
    remaining: amount,
    reserved: points(0n),
    prices,
  }
  const use = { lotId: id, kind: 'REDEEM', points: amount } as const
  const entry = { kind: 'EARN', memberId: id, documentId: id, pointsDelta: amount, reservedDelta: points(0n) }
  const sold = { id, memberId: id, customerId: id, termsId: id, receiptRef: 'receipt', occurredAt: now }
  const sums = { totalMinor: 1n, pointsPartMinor: 0n, pointsRedeemed: 0n, pointsEarned: 1n }
  return {
    steps: [
      {
        ...step,
        balanceAfter: 1n,
        key,
        digest: '00'.repeat(32),
        refusalCode: 'X',
        details: '{}',
        rowHash: 1,
      },
    ],
    entries: [{ id, step: 1, position: 0, balanceAfter: 1n, entry, rowHash: 1 }],
    transfers: [{ ...placed, item: { unit: 'MONEY', debit: account, credit: account, amount: price } }],
    lots: [{ ...placed, item: { ...lot, issuedAt: now, activatesAt: now, expiresAt: now } }],
    uses: [{ ...placed, item: use, expiresAt: now }],
    purchases: [
      {
        ...placed,
        item: {
          ...{ ...sold, ...sums, earnedLotId: id, holdId: id, lines: [], code: null, clickId: id },
          ...{ discountMinor: 0n, rules: null, fiscalReceipt: null },
        },
        lines: '[]',
      },
    ],
    counters: [{ step: 1, move: { ownerId: id, customerId: null, period: '', delta: 1n, limit: 1n } }],
    events: [{ step: 1, event: { id, kind: 'x', subjectId: id, payload: {} } }],
    rare: noRare(),
  }
}
