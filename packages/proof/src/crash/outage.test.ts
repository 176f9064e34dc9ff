import { setTimeout as delay } from 'node:timers/promises'
import { createTestDatabase } from '@artel/store/testing'
import { expect, test } from 'vitest'
import { startApiProcess } from './api-process.ts'
import { openDatabaseWire } from './database-wire.ts'
import { countAcknowledged, everyTillIsServed, expectBooksToAgree, openTills, openTown } from './town.ts'
import { until } from './until.ts'
import { expectOneEffectEach, letVisitorsIn } from './visitors.ts'

const OUTAGE_MS = process.env.ARTEL_CRASH_LONG ? 30_000 : 6_000
/** The write path answers within 10 s; the rest is for a busy machine. */
const DEADLINE_MS = 60_000
const MEMORY_BYTES = 150 * 2 ** 20
const CUSTOMERS = 4

const OUTAGES = [
  { outage: 'refuse', what: 'refuses connections' },
  { outage: 'silence', what: 'swallows what is sent, and old connections never answer' },
  { outage: 'stall', what: 'delivers late what was sent' },
] as const

test.concurrent.each(OUTAGES)('a database that $what', async ({ outage }) => {
  const database = await createTestDatabase()
  const [town, crowd] = await Promise.all([
    openTown(database.databaseUrl, CUSTOMERS),
    openTown(database.databaseUrl, CUSTOMERS),
  ])
  const wire = await openDatabaseWire(database.databaseUrl)
  const api = await startApiProcess(wire.databaseUrl)
  const statusOf = async (path: string) => (await fetch(`${api.url}${path}`)).status
  try {
    const tills = openTills(api.url, town)
    await until('a warm API', () => countAcknowledged(tills) > 5 * CUSTOMERS)
    const memoryBefore = api.residentBytes()

    wire[outage]()
    const visitors = letVisitorsIn(api.url, crowd)
    expect(await statusOf('/readyz')).toBe(503)
    expect(await statusOf('/healthz')).toBe(200)
    await delay(OUTAGE_MS)
    const servedAgain = everyTillIsServed(tills)
    expect(api.residentBytes() - memoryBefore).toBeLessThan(MEMORY_BYTES)
    await wire.mend()
    await until('every till is served again', servedAgain)
    await until('ready', async () => (await statusOf('/readyz')) === 200)

    const visits = await visitors.end()
    const replies = visits.map(({ reply }) => reply)
    expect(replies.filter((reply) => reply === undefined)).toEqual([])
    expect(Math.max(...replies.map((reply) => reply?.tookMs ?? 0))).toBeLessThan(DEADLINE_MS)
    const failures = replies.flatMap((reply) => (reply && !reply.answer ? [reply] : []))
    expect(failures.length).toBeGreaterThan(0)
    for (const { status, error, retryAfter } of failures) {
      expect({ status, ...error, retryAfter }).toMatchObject({
        status: 503,
        code: expect.stringMatching(/^(UNAVAILABLE|OVERLOADED)$/),
        retryable: true,
        retryAfter: '1',
      })
    }
    await expectOneEffectEach(api.url, crowd, visits)
    await expectBooksToAgree(api.url, town, tills)
    expect(api.isAlive()).toBe(true)
  } finally {
    await api.kill()
    wire.close()
    await database.drop()
  }
})
