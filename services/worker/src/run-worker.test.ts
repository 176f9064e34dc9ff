import { Writable } from 'node:stream'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { advanceClock, createHold, readWallet, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import pg from 'pg'
import { type Logger, pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeWorkerMetrics } from './metrics.ts'
import { installQueues } from './queues/install-queues.ts'
import { runWorker, type WorkerOptions } from './run-worker.ts'
import { startWorker } from './start-worker.ts'
import { passAYear } from './testing/crowded-town.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await installQueues(database)
})
afterAll(() => database.drop())

interface Line {
  readonly level: number
  readonly msg?: string
  readonly job?: string
  readonly coalitionId?: string
  readonly done?: number
}

/** A real logger whose lines can be waited for. */
function aLog() {
  const lines: Line[] = []
  const waiting = new Set<() => void>()
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)))
      for (const check of waiting) check()
      done()
    },
  })
  const seen = (matches: (line: Line) => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!lines.some(matches)) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  return { log: pino(destination), lines, seen }
}

/** One customer with 50 points, of which 20 are held. */
async function aTown(): Promise<BuiltCoalition> {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  const { context } = town.member('shop')
  const anna = town.customer('Anna')
  await recordPurchase(context, aSale(anna))
  await createHold(context, aHold(anna, { points: points(20n) }))
  return town
}

/** The same a year later: by the clock alone, no due work done. */
async function aTownInAYear(): Promise<BuiltCoalition> {
  const town = await aTown()
  await passAYear(town)
  return town
}

const walletOf = async (town: BuiltCoalition) => {
  const { id } = town.customer('Anna')
  return (await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [id] })).get(id)
}

const base = () => ({ store: database.store, databaseUrl: database.databaseUrl })

/** A worker, and when it works. */
function aWorker(log: Logger, options: Partial<WorkerOptions>) {
  let onReady: () => void = () => undefined
  const works = new Promise<void>((resolve) => {
    onReady = resolve
  })
  return { worker: startWorker({ ...base(), log, ...options, onReady }), works }
}

describe('the worker', () => {
  it('releases due holds and expires due lots of every coalition, then stops when told to', async () => {
    const towns = [await aTownInAYear(), await aTownInAYear()]
    const { log, lines, seen } = aLog()
    const metrics = makeWorkerMetrics()
    const worker = startWorker({ ...base(), log, lookEverySeconds: 1, metrics })
    for (const town of towns) {
      await seen((line) => line.job === 'expire-lots' && line.coalitionId === town.id)
      await expect.poll(() => walletOf(town)).toMatchObject({ balance: 0n, reserved: 0n })
    }
    const rolledUp = 'artel_worker_jobs_total{queue="roll-up",outcome="completed"}'
    await expect.poll(() => metrics.registry.metrics()).toContain(rolledUp)
    const covered = () => database.store.prisma.chainCheckpoint.findMany({ distinct: ['coalitionId'] })
    await expect
      .poll(async () => (await covered()).map(({ coalitionId }) => coalitionId))
      .toEqual(expect.arrayContaining(towns.map(({ id }) => id)))
    await worker.stop()
    for (const town of towns) {
      const own = lines.filter((line) => line.coalitionId === town.id)
      // 30 of the points may go before the hold gives back the other 20, or all of them after it.
      expect(own.filter(({ job }) => job === 'release-holds').map(({ done }) => done)).toEqual([1])
    }
    const figures = await metrics.registry.metrics()
    expect(figures).toContain('artel_worker_done_total{queue="release-holds"} 2')
    expect(figures).toMatch(/artel_worker_jobs_total\{queue="release-holds",outcome="completed"\} \d/)
    for (const { id } of towns) expect(figures).not.toContain(id)
  })

  it('outlives a failing database and does the work once it is back', async () => {
    const town = await aTown()
    const owner = new pg.Client({ connectionString: database.databaseUrl })
    await owner.connect()
    const { log, seen } = aLog()
    const worker = startWorker({ ...base(), log, lookEverySeconds: 1 })
    try {
      await owner.query('alter table outbox rename to outbox_away')
      await passAYear(town)
      await seen((line) => line.level === 50)
      await owner.query('alter table outbox_away rename to outbox')
      await expect.poll(async () => (await walletOf(town))?.balance).toBe(0n)
    } finally {
      await worker.stop()
      await owner.end()
    }
  })

  it('acts on a clock that was moved without waiting for the next look', async () => {
    const town = await aTown()
    const { log, seen } = aLog()
    const { worker, works } = aWorker(log, { lookEverySeconds: 3_600 })
    await works
    const { context } = town.member('shop')
    await createHold(context, aHold(town.customer('Anna'), { points: points(5n), ttlSeconds: 60 }))
    // The verb does what it makes due itself; what comes due without it, as here, is the worker's.
    await town.store.prisma.coalition.update({ where: { id: town.id }, data: { clockOffsetSeconds: 120n } })
    const other = await aTown()
    await advanceClock(other.adminContext, { seconds: 1 })
    await seen((line) => line.job === 'release-holds' && line.coalitionId === town.id)
    await worker.stop()
    expect((await walletOf(town))?.reserved).toBe(20n)
  })

  it('audits the books of the night, and cries out when they do not add up', async () => {
    const town = await aTown()
    const owner = new pg.Client({ connectionString: database.databaseUrl })
    await owner.connect()
    await owner.query('update lot set remaining = remaining - 1 where coalition_id = $1', [town.id])
    await owner.query(`update coalition set created_at = now() - interval '2 days' where coalition_id = $1`, [
      town.id,
    ])
    await owner.end()
    const { log, lines, seen } = aLog()
    const { worker } = aWorker(log, { lookEverySeconds: 1 })
    await seen((line) => line.job === 'audit' && line.coalitionId === town.id && line.done === 1)
    await worker.stop()
    const cries = lines.filter(({ level, coalitionId }) => level === 50 && coalitionId === town.id)
    expect(cries).toHaveLength(1)
    expect(cries[0]?.msg).toContain('The books do not add up: ')
  })

  it('does nothing when it is stopped before it starts', async () => {
    const town = await aTownInAYear()
    const { log, lines } = aLog()
    await runWorker({ ...base(), signal: AbortSignal.abort(), log })
    expect(lines).toEqual([])
    expect((await walletOf(town))?.reserved).toBe(20n)
  })

  it('says that queues are missing, and starts when they have come', async () => {
    const empty = await createTestDatabase()
    const { log, seen } = aLog()
    const { worker, works } = aWorker(log, { databaseUrl: empty.databaseUrl, store: empty.store })
    await seen((line) => line.level === 50)
    await installQueues(empty)
    await works
    await worker.stop()
    await empty.drop()
  })
})
