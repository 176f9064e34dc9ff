import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition, aLink } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLog } from '../log.ts'
import { makeApiMetrics } from '../metrics/api-metrics.ts'
import { makeClickQueue } from './click-queue.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('a click that the database refuses takes no other with it, and one that is not taken is told', async () => {
  const town = await aCoalition().withMember('wash').open(database.store)
  const { id: linkId } = await aLink(town, { to: 'wash' })
  const log = makeLog('silent')
  const queue = makeClickQueue({ store: database.store, log, metrics: makeApiMetrics() })
  const ids = Array.from({ length: 7 }, () => newId())
  const seen = { kind: 'HUMAN', userAgent: null, utm: null, referrerHost: null } as const
  for (const [at, id] of ids.entries()) {
    const visitor = at === 3 ? 'nobody' : id.replaceAll('-', '')
    expect(queue.add({ coalitionId: town.id, id, linkId, visitor, ...seen })).toBe(true)
  }
  await queue.stop()
  const rows = await database.store.prisma.click.findMany({ where: { linkId }, select: { id: true } })
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids.filter((_id, at) => at !== 3)))
  const late = newId()
  const visitor = late.replaceAll('-', '')
  expect(queue.add({ coalitionId: town.id, id: late, linkId, visitor, ...seen })).toBe(false)
})
