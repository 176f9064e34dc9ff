import { DEPLOYMENT_LOG, newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DenialBudget, PER_CALLER_MINUTE, PER_DAY, PER_MINUTE } from './denial-budget.ts'
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
  expect(events).toHaveLength(PER_MINUTE + 1)
  expect(events.reduce((sum, { times }) => sum + times, 0)).toBe(3_000)
  expect(events.find(({ act }) => act === 'others')).toMatchObject({
    ...{ actorKind: 'NOBODY', network: null, requestId: null, code: 'FORBIDDEN', times: 3_000 - PER_MINUTE },
  })
})

test('what many are refused beyond the budget of a log is told there of nobody, and takes nothing from another log', async () => {
  const notes = denials()
  for (let at = 0; at < 3_000; at += 1)
    notes.note({ ...what, principal: { kind: 'anonymous' }, email: `somebody-${at}@people.example` })
  const keys = Array.from({ length: PER_MINUTE + 5 }, () => newId())
  for (const key of keys) notes.note({ ...what, principal: keyOf(key) })
  const insider = newId()
  const other = newId()
  notes.note({ ...what, principal: { ...keyOf(insider), coalitionId: other } })
  await notes.stop()
  const events = await written()
  const named = events.filter(({ act }) => act !== 'others')
  expect(named.map(({ actorId }) => actorId)).toEqual(keys.slice(0, PER_MINUTE))
  expect(events.filter(({ act }) => act === 'others')).toMatchObject([
    { actorKind: 'NOBODY', actorId: null, personId: null, memberId: null, outcome: 'DENIED', times: 5 },
  ])
  expect(await written(other)).toMatchObject([{ actorId: insider, act: 'memberSuspend', times: 1 }])
})

test('who floods a log loses the detail of their own denials, and of nobody else’s', async () => {
  const notes = denials()
  const [flooder, quiet] = [newId(), newId()]
  for (let at = 0; at < 200; at += 1) notes.note({ ...what, act: `act${at}`, principal: keyOf(flooder) })
  notes.note({ ...what, principal: keyOf(quiet) })
  await notes.stop()
  const events = await written()
  expect(events.filter(({ actorId }) => actorId === flooder)).toHaveLength(PER_CALLER_MINUTE)
  expect(events.filter(({ actorId }) => actorId === quiet)).toMatchObject([
    { act: 'memberSuspend', times: 1 },
  ])
  expect(events.filter(({ act }) => act === 'others')).toMatchObject([{ times: 200 - PER_CALLER_MINUTE }])
})

test('one that cannot be written keeps none of the others from the log, however often it is tried', async () => {
  const notes = denials()
  notes.note({ ...what, principal: keyOf(newId()), from: { ...from, door: 'nowhere' as 'API' } })
  const key = newId()
  notes.note({ ...what, principal: keyOf(key) })
  // Half a character at the end of what is looked up, and more than a column of addresses holds.
  const email = `${'x'.repeat(319)}\u{1f600}@people.example`
  notes.note({ ...what, act: 'sessionCreate', principal: { kind: 'anonymous' }, email })
  await expect.poll(async () => (await written()).map(({ actorId }) => actorId)).toEqual([key])
  await notes.stop()
  expect(await written()).toHaveLength(1)
  const signIns = await database.store.prisma.auditEvent.findMany({ where: { act: 'sessionCreate' } })
  expect(signIns).toMatchObject([{ coalitionId: DEPLOYMENT_LOG, times: 1 }])
})

test('what is written is counted against the minute and the day, for each budget by itself', () => {
  const budget = new DenialBudget()
  const wrote = (key: string, rows: number, now: number) =>
    budget.wrote(key, { budget: 'town', caller: null, rows, now })
  const waiting = { ofBudget: 0, ofCaller: 0 }
  const allows = (name: string) => budget.allows({ budget: name, caller: null }, waiting)
  wrote('of a person in many places', PER_MINUTE, 0)
  expect([allows('town'), allows('other')]).toEqual([false, true])
  budget.forget(60_000)
  expect(allows('town')).toBe(true)
  wrote('a flood', PER_DAY, 60_000)
  budget.forget(3_600_000)
  expect([allows('town'), budget.isCounting('a flood')]).toEqual([false, true])
  budget.forget(86_400_000)
  expect([allows('town'), budget.isCounting('a flood')]).toEqual([true, false])
})
