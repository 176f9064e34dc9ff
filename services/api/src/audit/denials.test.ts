import { DEPLOYMENT_LOG, newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeDenials } from './denials.ts'

let database: TestDatabase
let coalitionId: string
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  coalitionId = newId()
})

const denials = () =>
  makeDenials({ store: database.store, secretsKey: Buffer.alloc(32, 7), log: pino({ level: 'silent' }) })
const from = { door: 'API', network: '192.0.2.x', requestId: 'r' } as const
const what = { from, act: 'memberSuspend', outcome: 'DENIED', code: 'FORBIDDEN' } as const
const keyOf = (keyId: string) => ({ kind: 'admin', coalitionId, keyId, scopes: new Set<string>() }) as const
const written = (log = coalitionId) =>
  database.store.prisma.auditEvent.findMany({ where: { coalitionId: log }, orderBy: { position: 'asc' } })

test('the same denied again is one event that counts, and of another caller another', async () => {
  const notes = denials()
  const keys = [newId(), newId()] as const
  for (const key of [keys[0], keys[1], keys[0], keys[0]]) notes.note({ ...what, principal: keyOf(key) })
  await notes.stop()
  expect((await written()).map(({ actorId, times }) => [actorId, times])).toEqual([
    [keys[0], 3],
    [keys[1], 1],
  ])
})

test('a flood of different callers makes numbers larger and not the log', async () => {
  const notes = denials()
  for (let at = 0; at < 3_000; at += 1)
    notes.note({ ...what, principal: { kind: 'anonymous' }, email: `nobody-${at}@people.example` })
  await notes.stop()
  const events = await written(DEPLOYMENT_LOG)
  expect(events.length).toBeLessThanOrEqual(1_001)
  expect(events.reduce((sum, { times }) => sum + times, 0)).toBe(3_000)
})
