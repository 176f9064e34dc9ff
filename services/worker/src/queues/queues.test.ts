import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runSlice } from '../run-slice.ts'
import { installQueues } from './install-queues.ts'
import { openQueues, type Queues, workName } from './open-queues.ts'

let database: TestDatabase
let queues: Queues
beforeAll(async () => {
  database = await createTestDatabase()
  await Promise.all([installQueues(database), installQueues(database)])
  await installQueues(database)
  queues = await openQueues(database.store, (error) => {
    throw error
  })
})
afterAll(async () => {
  await queues?.close()
  await database?.drop()
})

const work = (coalitionId: string) => ({ queue: 'expire-lots', coalitionId, leaseSeconds: 30 }) as const
const takeOne = async () => (await queues.take('expire-lots'))?.coalitionId

test('work that waits for a coalition is not put in twice, also by many at once', async () => {
  const coalitionId = uuidv7()
  await Promise.all(Array.from({ length: 10 }, () => queues.put([work(coalitionId)])))
  expect(await takeOne()).toBe(coalitionId)
  expect(await takeOne()).toBeUndefined()
  expect(await queues.inHand()).toContain(workName('expire-lots', coalitionId))
})

test('a coalition that has more to do goes behind the others', async () => {
  const [busy, quiet] = [uuidv7(), uuidv7()]
  await queues.put([work(busy)])
  await queues.put([work(quiet)])
  expect(await takeOne()).toBe(busy)
  const endless = {
    queue: 'expire-lots',
    leaseSeconds: 30,
    dueCoalitions: async () => [busy],
    runBatch: async () => ({ done: 1, more: true }),
  } as const
  const context = { ...database, principal: { kind: 'operator' } } as const
  const slice = { coalitionId: busy, sliceMs: 1, signal: new AbortController().signal }
  const { done, more } = await runSlice(endless, context, slice)
  expect(done).toBeGreaterThan(0)
  expect(more).toBe(true)
  await queues.put([work(busy)])
  expect([await takeOne(), await takeOne()]).toEqual([quiet, busy])
})

test('work whose worker died is free again when the lease is over, and a job that failed is tried again', async () => {
  const coalitionId = uuidv7()
  const name = workName('expire-lots', coalitionId)
  await queues.put([{ ...work(coalitionId), leaseSeconds: 1 }])
  const job = await queues.take('expire-lots')
  expect(await queues.inHand()).toContain(name)
  await expect.poll(() => queues.inHand()).not.toContain(name)
  if (!job) throw new Error('There was no job')
  await queues.fail(job, new Error('it broke'))
  expect(await queues.inHand()).toContain(name)
  await expect.poll(takeOne).toBe(coalitionId)
})

test('of many that ask for a look at once one is heard', async () => {
  await Promise.all(
    Array.from({ length: 10 }, () => queues.askForLook({ queue: 'find-due', throttleSeconds: 300 })),
  )
  expect(await queues.take('find-due')).toBeDefined()
  await queues.askForLook({ queue: 'find-due', throttleSeconds: 300 })
  expect(await queues.take('find-due')).toBeUndefined()
})

test("the application's role works the queues and changes none of their tables", async () => {
  const client = new pg.Client({ connectionString: database.databaseUrl, options: '-c role=artel_app' })
  await client.connect()
  try {
    for (const forbidden of [
      'drop table pgboss.schedule',
      'alter table pgboss.job add column extra int',
      'truncate pgboss.archive',
      `select pgboss.create_queue('more', '{}')`,
      `select pgboss.delete_queue('audit')`,
    ])
      await expect(client.query(forbidden), forbidden).rejects.toMatchObject({ code: '42501' })
  } finally {
    await client.end()
  }
  // The second run of the install asks for no right: it may be run by whoever may read.
  const { rows } = await database.store.pool.query('select name from pgboss.queue order by 1')
  expect(rows.map(({ name }) => name)).toEqual([
    'apply-retention',
    'attribute',
    'audit',
    'checkpoint',
    'commissions',
    'end-yeses',
    'expire-lots',
    'find-due',
    'fold-figures',
    'forget-deliveries',
    'give-occasions',
    'import-files',
    'release-holds',
    'remind-expiring',
    'revalue',
    'review-tiers',
    'roll-up',
    'settle',
    'sweep-people',
    'tell-events',
    'write-exports',
  ])
})
