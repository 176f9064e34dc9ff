import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type Balancer, LOOK_EVERY_MS, startBalancer } from './balancer.ts'
import { everyTillIsServed, expectBooksToAgree, openTills, openTown, type Town } from './town.ts'
import { until } from './until.ts'

/** How long a process serves on: far longer than the balancer takes to notice, also on a busy machine. */
const DRAIN_DELAY_MS = 200 * LOOK_EVERY_MS

let database: TestDatabase
let town: Town
let apis: ApiProcess[]
let balancer: Balancer
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, 6)
  apis = await Promise.all([1, 2].map(start))
  balancer = await startBalancer(apis.map(({ url }) => url))
})
afterAll(async () => {
  await balancer?.stop()
  await Promise.all((apis ?? []).map((api) => api.kill()))
  await database?.drop()
})

const start = () => startApiProcess(database.databaseUrl, { drainDelayMs: DRAIN_DELAY_MS })

test('processes behind one address are replaced one by one under load, and no request is lost', async () => {
  const tills = openTills(balancer.url, town)
  await until('every till is served', everyTillIsServed(tills))
  for (const at of apis.keys()) {
    const former = apis[at]
    if (!former) throw new Error('no process')
    expect(await former.stop()).toBe(0)
    const next = await start()
    apis[at] = next
    balancer.replace(former.url, next.url)
    await until('the new process is handed requests', () => (balancer.handed.get(next.url) ?? 0) > 0)
    await until('every till is served', everyTillIsServed(tills))
  }
  await expectBooksToAgree(balancer.url, town, tills)
  expect(balancer.failures).toEqual([])
  expect(balancer.handed.size).toBe(4)
})
