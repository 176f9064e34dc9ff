import { randomInt } from 'node:crypto'
import { createArtel, type TypedDocument } from '@artel/sdk'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { decodePublicId } from '@artel/use-cases'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { countAcknowledged, openTills, openTown, type Town } from './town.ts'
import { until } from './until.ts'

const CUSTOMERS = 6
const KILLS = process.env.ARTEL_CRASH_LONG ? 12 : 3
const READERS = 3

let database: TestDatabase
let town: Town
let api: ApiProcess
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, CUSTOMERS)
  api = await startApiProcess(database.databaseUrl)
})
afterAll(async () => {
  await api?.kill()
  await database?.drop()
})

type Told = { purchaseRecorded: { purchase: { id: string; receiptRef: string } } }
type Moved = { balanceChanged: { balance: string } }
const text = <Data, Variables>(document: string) =>
  new String(document) as string & TypedDocument<Data, Variables>
const SALES = text<Told, Record<string, never>>(
  'subscription Sales { purchaseRecorded { purchase { id receiptRef } } }',
)
const MOVES = text<Moved, { customerId: string }>(
  'subscription Moves($customerId: ID!) { balanceChanged(customerId: $customerId) { balance } }',
)

/** What a client was told, in its order, up to when it was stopped. It comes back after its cursor, as the SDK does. */
function follow<Data, Variables>(
  document: TypedDocument<Data, Variables>,
  variables: Variables,
  tellOf: (data: Data) => string,
) {
  const stopping = new AbortController()
  const artel = createArtel({ url: `${api.url}/graphql`, apiKey: town.apiKey })
  const told: string[] = []
  const cursors: string[] = []
  const reading = (async () => {
    const { signal } = stopping
    for await (const { data, cursor } of artel.subscribe(document, variables as never, { signal })) {
      told.push(tellOf(data))
      cursors.push(cursor)
    }
  })().catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error
  })
  return {
    told,
    cursors,
    stop: () => {
      stopping.abort()
      return reading
    },
  }
}

/** Receipts of all sales, in the order in which they were committed. */
async function receipts(): Promise<string[]> {
  const rows = await select<{ receipt: string }>(
    'select receipt_ref as receipt from purchase where coalition_id = $1 order by batch_no, batch_step',
    [town.coalitionId],
  )
  return rows.map(({ receipt }) => receipt)
}

/** How often the points of a customer have moved. */
async function movesOf(customerId: string): Promise<number> {
  const [row] = await select<{ sequence: string }>(
    'select sequence from customer_account where coalition_id = $1 and customer_id = $2',
    [town.coalitionId, decodePublicId('customer', customerId) ?? ''],
  )
  return Number(row?.sequence)
}

/** Reads past the API. */
async function select<Row extends pg.QueryResultRow>(sql: string, values: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: town.databaseUrl })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

test('whoever comes back after its cursor is told of every sale once, in one order, however often the API is killed', async () => {
  const readers = Array.from({ length: READERS }, () =>
    follow(SALES, {}, ({ purchaseRecorded }) => purchaseRecorded.purchase.receiptRef),
  )
  const [customerId = ''] = town.customerIds
  const balance = follow(MOVES, { customerId }, ({ balanceChanged }) => balanceChanged.balance)
  const tills = openTills(api.url, town)
  const goOn = async (answers: number) => {
    const enough = countAcknowledged(tills) + answers
    await until(`${enough} answers`, () => countAcknowledged(tills) >= enough)
  }
  // A stream begins from now on: all of them are there before what is counted.
  await until('every reader was told', () => [...readers, balance].every(({ told }) => told.length > 0))
  for (let kills = 0; kills < KILLS; kills += 1) {
    await goOn(randomInt(1, 4 * CUSTOMERS))
    await api.kill()
    api = await startApiProcess(database.databaseUrl, { port: api.port })
  }
  await goOn(CUSTOMERS)
  await Promise.all(tills.map((till) => till.stop()))

  const sales = await receipts()
  const last = sales.at(-1)
  for (const { told, cursors, stop } of readers) {
    await until('the last sale was told', () => told.at(-1) === last)
    await stop()
    expect(told).toEqual(sales.slice(sales.indexOf(told[0] ?? '')))
    expect(new Set(cursors).size).toBe(cursors.length)
  }
  const moves = (cursor: string | undefined) => Number(cursor?.slice(1))
  await until(
    'the last move was told',
    async () => moves(balance.cursors.at(-1)) === (await movesOf(customerId)),
  )
  await balance.stop()
  const first = moves(balance.cursors[0])
  expect(balance.cursors.map(moves)).toEqual(balance.cursors.map((_, at) => first + at))
})
