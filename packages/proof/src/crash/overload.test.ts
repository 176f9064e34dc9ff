import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import type { Reply } from './call-api.ts'
import { openTown, type Town } from './town.ts'
import { until } from './until.ts'
import { expectOneEffectEach, type Visit, visit } from './visitors.ts'

/** Besides the queue, what a batch in flight takes. */
const QUEUE_LIMIT = 100
const BATCH_LIMIT = 200
const SURPLUS = 100
const MEMORY_BYTES = 100 * 2 ** 20

let database: TestDatabase
let town: Town
let api: ApiProcess
beforeEach(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 10)
  api = await startApiProcess(database.databaseUrl, { queueLimit: QUEUE_LIMIT })
})
afterEach(async () => {
  await api?.kill()
  await database?.drop()
})

const statusOf = async (path: string) => (await fetch(`${api.url}${path}`)).status

test('a stuck ledger fills the queue up to its cap, refuses the rest at once, and loses nothing', async () => {
  const first = await visit(api.url, town, 0)
  const memoryBefore = api.residentBytes()
  // Reads go on; whoever records waits.
  const ledger = await lock('lock table customer_account in exclusive mode')
  const told: Visit[] = []
  const visits = Promise.all(
    Array.from({ length: BATCH_LIMIT + QUEUE_LIMIT + SURPLUS }, async (_, serial) => {
      const one = await visit(api.url, town, serial + 1)
      told.push(one)
      return one
    }),
  )
  await until('the surplus is told', () => told.length >= SURPLUS)
  // A deadline that passed would say 1000.
  for (const { reply } of told.slice(0, SURPLUS)) expect(reply).toMatchObject(refusal('OVERLOADED', 500))
  expect(await statusOf('/healthz')).toBe(200)
  expect(await statusOf('/readyz')).toBe(200)
  expect(api.residentBytes() - memoryBefore).toBeLessThan(MEMORY_BYTES)
  await ledger.unlock()
  await expectOneEffectEach(api.url, town, [first, ...(await visits)])
})

test('a database too slow for reads makes the API unready, not unhealthy, and readiness comes back', async () => {
  const apiKeys = await lock('lock table api_key in access exclusive mode')
  // Every caller has a key of its own, and so a look-up of its own: one key is looked up once for all.
  const waiting = Promise.all(
    Array.from({ length: 40 }, (_, serial) => visit(api.url, { ...town, apiKey: keyOf(serial) }, serial)),
  )
  await until('unready', async () => (await statusOf('/readyz')) === 503)
  expect(await statusOf('/healthz')).toBe(200)
  const visits = await waiting
  for (const { reply } of visits) expect(reply).toMatchObject(refusal('UNAVAILABLE', 1_000))
  await apiKeys.unlock()
  await until('ready', async () => (await statusOf('/readyz')) === 200)
  await expectOneEffectEach(api.url, town, visits)
})

/** A key that nobody has, in the shape of the town's. */
const keyOf = (serial: number): string =>
  `${town.apiKey.slice(0, -2)}${DIGITS[serial % 9]}${DIGITS[Math.floor(serial / 9)]}`
const DIGITS = '123456789'

const refusal = (code: string, retryAfterMs: number): Partial<Reply> => ({
  status: 503,
  retryAfter: '1',
  error: expect.objectContaining({ code, retryable: true, retryAfterMs }),
})

/** Takes a lock as the superuser and keeps it: a database that answers, but not everybody. */
async function lock(statement: string): Promise<{ unlock(): Promise<void> }> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  // A test that fails with the lock held drops the database under it.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query(statement)
  return { unlock: () => client.end() }
}
