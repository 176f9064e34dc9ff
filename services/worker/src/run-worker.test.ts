import { Writable } from 'node:stream'
import { points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { createHold, readWallet, recordPurchase } from '@artel/use-cases'
import { aCoalition, aHold, aSale, type BuiltCoalition } from '@artel/use-cases/testing'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runWorker } from './run-worker.ts'
import { startWorker } from './start-worker.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

interface Line {
  readonly level: number
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

/** One customer with 50 points, of which 20 are held, a year later: by the clock alone, no due work done. */
async function aTownInAYear(): Promise<BuiltCoalition> {
  const town = await aCoalition().withMember('shop').withCustomer('Anna').open(database.store)
  const { context } = town.member('shop')
  const anna = town.customer('Anna')
  await recordPurchase(context, aSale(anna))
  await createHold(context, aHold(anna, { points: points(20n) }))
  await town.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: 367 * 86_400 },
  })
  return town
}

const walletOf = async (town: BuiltCoalition) => {
  const { id } = town.customer('Anna')
  return (await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [id] })).get(id)
}

describe('the worker', () => {
  it('releases due holds and expires due lots of every coalition, then stops when told to', async () => {
    const towns = [await aTownInAYear(), await aTownInAYear()]
    const { log, lines, seen } = aLog()
    const worker = startWorker({ store: database.store, log, intervalSeconds: 0.05 })
    for (const { id } of towns) await seen((line) => line.job === 'expire-lots' && line.coalitionId === id)
    await worker.stop()
    for (const town of towns) {
      expect(await walletOf(town)).toMatchObject({ balance: 0n, reserved: 0n })
      const own = lines.filter((line) => line.coalitionId === town.id)
      expect(own.map(({ job, done }) => [job, done])).toEqual([
        ['release-holds', 1],
        ['expire-lots', 1],
      ])
    }
  })

  it('outlives a failing database and does the work once it is back', async () => {
    const town = await aTownInAYear()
    const owner = new pg.Client({ connectionString: database.databaseUrl })
    await owner.connect()
    const stop = new AbortController()
    const { log, seen } = aLog()
    try {
      await owner.query('alter table outbox rename to outbox_away')
      const running = runWorker({ store: database.store, signal: stop.signal, log, intervalSeconds: 0.05 })
      await seen((line) => line.level === 50 && line.job === 'release-holds')
      await owner.query('alter table outbox_away rename to outbox')
      await seen((line) => line.job === 'release-holds' && line.done === 1)
      stop.abort()
      await running
    } finally {
      stop.abort()
      await owner.end()
    }
    expect((await walletOf(town))?.reserved).toBe(0n)
  })

  it('does nothing when it is stopped before it starts', async () => {
    const town = await aTownInAYear()
    const { log, lines } = aLog()
    await runWorker({ store: database.store, signal: AbortSignal.abort(), log })
    expect(lines).toEqual([])
    expect((await walletOf(town))?.reserved).toBe(20n)
  })
})
