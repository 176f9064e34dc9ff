import { randomInt } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startApiProcess } from './api-process.ts'
import { type DatabaseWire, openDatabaseWire, type WritePoint } from './database-wire.ts'
import {
  countAcknowledged,
  countRecorded,
  expectBooksToAgree,
  openTills,
  openTown,
  type Town,
} from './town.ts'
import { until } from './until.ts'

const POINTS: readonly WritePoint[] = [
  'load sent',
  'load answered',
  'record sent',
  'record taken',
  'record committed',
]
const CUSTOMERS = 12

let database: TestDatabase
let wire: DatabaseWire
let town: Town
let api: ApiProcess
beforeAll(async () => {
  database = await createTestDatabase()
  town = await openTown(database.databaseUrl, CUSTOMERS)
  wire = await openDatabaseWire(database.databaseUrl)
  api = await startApiProcess(wire.databaseUrl)
})
afterAll(async () => {
  await api?.kill()
  wire?.close()
  await database?.drop()
})

test('an API killed at every step of the write path, and at random, loses no answer and repeats no effect', async () => {
  const tills = openTills(api.url, town)
  const restart = async () => {
    await api.kill()
    api = await startApiProcess(wire.databaseUrl, { port: api.port })
  }
  const goOn = async (requests: number) => {
    const enough = countAcknowledged(tills) + requests
    await until(`${enough} answers`, () => countAcknowledged(tills) >= enough)
  }

  for (const point of POINTS) {
    await goOn(CUSTOMERS)
    await wire.stopAt(point)
    await api.kill()
    // What the dead process had committed and told nobody is what makes retries dangerous.
    if (point === 'record committed')
      expect(await countRecorded(town)).toBeGreaterThan(countAcknowledged(tills))
    await restart()
  }
  for (let kills = 0; kills < 2; kills += 1) {
    await goOn(randomInt(1, 4 * CUSTOMERS))
    await restart()
  }
  await goOn(CUSTOMERS)

  const replays = tills.flatMap(({ acknowledged }) => acknowledged).filter(({ answer }) => answer.replayed)
  expect(replays.length).toBeGreaterThan(0)
  await expectBooksToAgree(api.url, town, tills)
})
