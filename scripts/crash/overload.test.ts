import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type Reply, sendOnce, sendUntilAnswered } from './call-api.ts'
import { balancesOf, countRecorded, openTown, type Town } from './town.ts'
import { until } from './until.ts'
import { purchaseOf } from './visitors.ts'

/** What the queue of a coalition takes, and a batch in flight. */
const QUEUE_LIMIT = 5_000
const BATCH_LIMIT = 200
const MEMORY_BYTES = 400 * 2 ** 20

let database: TestDatabase
let town: Town
let api: ApiProcess
beforeEach(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 1)
  api = await startApiProcess(database.databaseUrl)
})
afterEach(async () => {
  await api?.kill()
  await database?.drop()
})

const statusOf = async (path: string) => (await fetch(`${api.url}${path}`)).status
const purchase = (key: string) => purchaseOf(town.customerIds[0] ?? '', key)

test('a stuck ledger fills the queue up to its cap, refuses the rest at once, and loses nothing', async () => {
  await sendUntilAnswered(api.url, town.apiKey, purchase('first'))
  const memoryBefore = api.residentBytes()
  // Reads go on; whoever records waits.
  const ledger = await lock('lock table customer_account in exclusive mode')
  const keys = Array.from({ length: QUEUE_LIMIT + BATCH_LIMIT + 100 }, (_, serial) => `key ${serial}`)
  const replies: Reply[] = []
  const sent = keys.map(async (key) => {
    const reply = await sendOnce(api.url, town.apiKey, purchase(key))
    replies.push(reply)
    return { key, reply }
  })
  await until('the surplus is refused', () => replies.length >= 100)
  const refused = replies.slice(0, 100)
  expect(await statusOf('/healthz')).toBe(200)
  expect(await statusOf('/readyz')).toBe(200)
  expect(api.residentBytes() - memoryBefore).toBeLessThan(MEMORY_BYTES)
  await ledger.unlock()

  for (const { status, error, retryAfter } of refused)
    expect({ status, ...error, retryAfter }).toMatchObject({
      status: 503,
      code: 'OVERLOADED',
      retryable: true,
      // That of the cap; a deadline that passed says 1000.
      retryAfterMs: 500,
      retryAfter: '1',
    })
  const answers = await Promise.all(sent)
  expect(answers.filter(({ reply }) => !reply.answer && reply.error?.code !== 'OVERLOADED')).toEqual([])
  const unanswered = answers.filter(({ reply }) => !reply.answer)
  await Promise.all(unanswered.map(({ key }) => sendUntilAnswered(api.url, town.apiKey, purchase(key))))
  expect(await countRecorded(town)).toBe(keys.length + 1)
  expect(await balancesOf(town)).toEqual([{ posted: String(50 * (keys.length + 1)), reserved: '0' }])
})

test('a database too slow for reads makes the API unready, not unhealthy, and readiness comes back', async () => {
  const apiKeys = await lock('lock table api_key in access exclusive mode')
  const waiting = Array.from({ length: 40 }, (_, serial) =>
    sendOnce(api.url, town.apiKey, purchase(`key ${serial}`)),
  )
  await until('unready', async () => (await statusOf('/readyz')) === 503)
  expect(await statusOf('/healthz')).toBe(200)
  for (const { status, error, retryAfter } of await Promise.all(waiting))
    expect({ status, ...error, retryAfter }).toMatchObject({
      status: 503,
      code: 'UNAVAILABLE',
      retryable: true,
      retryAfter: '1',
    })
  await apiKeys.unlock()
  await until('ready', async () => (await statusOf('/readyz')) === 200, 5_000)
  const { answer } = await sendOnce(api.url, town.apiKey, purchase('key 0'))
  expect(answer).toMatchObject({ replayed: false, balanceAfter: '50' })
})

/** Takes a lock as the superuser and keeps it: a database that answers, but not everybody. */
async function lock(statement: string): Promise<{ unlock(): Promise<void> }> {
  const client = new pg.Client({ connectionString: database.databaseUrl })
  await client.connect()
  await client.query('begin')
  await client.query(statement)
  return { unlock: () => client.end() }
}
