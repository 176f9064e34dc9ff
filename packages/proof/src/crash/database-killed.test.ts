import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
import {
  countAcknowledged,
  everyTillIsServed,
  expectBooksToAgree,
  openTills,
  openTown,
  type Town,
} from './town.ts'
import { until } from './until.ts'

const CUSTOMERS = 12
const KILLS = 3
/** Five seconds is the aim on a machine of its own; beside other tests the wait only has to end. */
const RECOVERY_MS = 20_000

let postgres: OwnPostgres
let town: Town
let api: ApiProcess
beforeAll(async () => {
  postgres = await startOwnPostgres()
  town = await openTown(postgres.databaseUrl, CUSTOMERS)
  api = await startApiProcess(postgres.databaseUrl)
})
afterAll(async () => {
  await api?.kill()
  await postgres?.remove()
})

test('PostgreSQL killed under load keeps every answer, and the API goes on by itself', async () => {
  const tills = openTills(api.url, town)
  const readiness = async () => (await fetch(`${api.url}/readyz`)).status

  for (let kills = 0; kills < KILLS; kills += 1) {
    const enough = countAcknowledged(tills) + randomInt(CUSTOMERS, 6 * CUSTOMERS)
    await until(`${enough} answers`, () => countAcknowledged(tills) >= enough)
    // The server, its five helpers, and sessions: it died with all it had in memory.
    expect(await postgres.kill()).toBeGreaterThan(6)
    await until('unready', async () => (await readiness()) === 503)
    const servedAgain = everyTillIsServed(tills)
    await postgres.restart()
    await until('every till is served again', servedAgain, RECOVERY_MS)
    expect(await readiness()).toBe(200)
  }

  expect(api.isAlive()).toBe(true)
  await expectBooksToAgree(api.url, town, tills)
})
