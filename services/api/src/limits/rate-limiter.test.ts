import { takeFromBucket } from '@artel/store'
import { createTestDatabase, holdTable, type TestDatabase } from '@artel/store/testing'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApiMetrics } from '../metrics/api-metrics.ts'
import { bucketOf, type Counted } from './account.ts'
import { makeRateLimiter } from './rate-limiter.ts'

const secretsKey = new Uint8Array(32)
/** A busy machine is no database that is away. */
const PATIENCE_MS = 60_000

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const limiterWith = (waitMs = PATIENCE_MS) =>
  makeRateLimiter({
    ...{ store: database.store, secretsKey, waitMs, log: pino({ level: 'silent' }) },
    metrics: makeApiMetrics(new Registry()),
  })
/** So slow that nothing flows in while a test runs. */
const counted = (id: string): Counted => ({
  ...{ name: 'member', id, limit: { burst: 1_000, perSecond: 0.000_1 } },
})

test('who is used is kept in mind, and who was not is forgotten', () => {
  const limiter = limiterWith()
  const [busy, idle] = [limiter.accountOf(counted('busy')), limiter.accountOf(counted('idle'))]
  for (let at = 0; at < 20_000; at += 1) {
    limiter.accountOf(counted(`other ${at}`))
    limiter.accountOf(counted('busy'))
  }
  expect(limiter.accountOf(counted('busy'))).toBe(busy)
  expect(limiter.accountOf(counted('idle'))).not.toBe(idle)
})

test('a taking that the database refuses does not part all other callers from the shared buckets', async () => {
  const limiter = limiterWith()
  // Costs are whole numbers; the statement fails for another.
  await limiter.pay(limiter.accountOf(counted('refused')), 10.5)
  await limiter.pay(limiter.accountOf(counted('next')), 1)
  const buckets = (await database.store.prisma.rateBucket.findMany()).map(({ bucket }) => bucket)
  expect(buckets).toEqual([bucketOf(counted('next'), secretsKey)])
})

test('a taking that was given up counts when it has happened', async () => {
  const late = counted('late')
  const bucket = bucketOf(late, secretsKey)
  // Another process took everything.
  await takeFromBucket(database.store.pool, { bucket, ...late.limit, need: 1_000, want: 1_000 })
  const limiter = limiterWith(50)
  const account = limiter.accountOf(late)
  const held = await holdTable(database.databaseUrl, 'rate_bucket')
  try {
    await limiter.pay(account, 5)
    expect(account.held).toBeGreaterThan(0)
  } finally {
    await held.letGo()
  }
  await expect.poll(() => account.known).toBeLessThan(1)
  // What it was served is owed.
  expect(account.held).toBe(-5)
})
