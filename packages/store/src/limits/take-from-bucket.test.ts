import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../store.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { sweepBuckets } from './sweep-buckets.ts'
import { type Taking, takeFromBucket } from './take-from-bucket.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** So slow that nothing flows in while a test runs. */
const HARDLY = 0.000_1
const take = (bucket: string, taking: Partial<Taking> = {}) =>
  takeFromBucket(database.store.pool, {
    ...{ bucket, burst: 1_000, perSecond: HARDLY, need: 10, want: 100, ...taking },
  })
/** As if so much time had passed. */
const letPass = (bucket: string, seconds: number) =>
  database.store.pool.query(
    "update rate_bucket set full_at = full_at - $2 * interval '1 second' where bucket = $1",
    [bucket, seconds],
  )

test('a crowd over two stores is granted what the bucket holds, and no unit more', async () => {
  const other = await openStore({ databaseUrl: database.databaseUrl })
  const pools = [database.store.pool, other.pool]
  const taking = { bucket: 'crowd', burst: 1_000, perSecond: HARDLY, need: 7, want: 30 }
  const taken = await Promise.all(
    Array.from({ length: 100 }, (_, at) => takeFromBucket(pools[at % 2] ?? other.pool, taking)),
  )
  const sum = taken.reduce((total, { granted }) => total + granted, 0)
  expect(sum).toBeLessThanOrEqual(1_000)
  expect(sum).toBeGreaterThan(1_000 - 7)
  expect(taken.filter(({ granted }) => granted !== 0 && granted < 7)).toEqual([])
  await other.close()
})

test('less than is needed is not taken, and what is left stays', async () => {
  expect((await take('need', { need: 1, want: 995 })).granted).toBe(995)
  const refused = await take('need', { need: 10, want: 10 })
  expect([refused.granted, Math.floor(refused.left)]).toEqual([0, 5])
  expect((await take('need', { need: 5, want: 100 })).granted).toBe(5)
})

test('it fills by the second, up to what it holds', async () => {
  const flow = { perSecond: 1, need: 1, want: 1_000 }
  const { granted } = await take('flow', flow)
  expect(granted).toBe(1_000)
  await letPass('flow', 200)
  // 200 flowed in, and what little flows while the statements run.
  const partly = await take('flow', { ...flow, need: 200 })
  expect(partly.granted).toBeGreaterThanOrEqual(200)
  expect(partly.granted).toBeLessThan(1_000)
  await letPass('flow', 86_400)
  expect((await take('flow', flow)).granted).toBe(1_000)
})

test.each([
  ['a flow that was slower', { perSecond: 1 }, 0],
  ['a clock that was ahead', { perSecond: 100 }, -86_400],
])('it never lacks more than it holds: %s', async (bucket, before, seconds) => {
  await take(bucket, { want: 1_000, ...before })
  await letPass(bucket, seconds)
  expect((await take(bucket, { need: 0, want: 0, perSecond: 100 })).left).toBeGreaterThanOrEqual(0)
  await letPass(bucket, 5)
  expect((await take(bucket, { need: 500, want: 500, perSecond: 100 })).granted).toBe(500)
})

test('asking for nothing tells what is left', async () => {
  await take('look', { want: 400 })
  expect(await take('look', { need: 0, want: 0 })).toEqual({
    granted: 0,
    left: expect.closeTo(600, 0),
  })
})

test('the sweep removes full buckets, and nothing else', async () => {
  const { pool, prisma } = database.store
  await take('spent', { want: 100 })
  await take('full again', { want: 100, perSecond: 1_000 })
  await letPass('full again', 60)
  // More than one statement removes.
  await pool.query(`insert into rate_bucket (bucket, full_at, granted)
    select 'full ' || n, clock_timestamp() - interval '1 hour', 0 from generate_series(1, 25) n`)
  await sweepBuckets(pool, 10)
  const buckets = (await prisma.rateBucket.findMany()).map(({ bucket }) => bucket)
  expect(buckets).toContain('spent')
  expect(buckets.filter((bucket) => bucket.startsWith('full '))).toEqual([])
})
