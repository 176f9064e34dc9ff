import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { aDoor } from '../testing/people.ts'
import { startSession } from './start-session.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('who signs in once more than twenty times leaves the oldest session, and nobody else’s', async () => {
  const { prisma } = database.store
  const context: Context = { store: database.store, principal: { kind: 'anonymous' } }
  const [personId, other] = [newId(), newId()]
  for (const id of [personId, other])
    await prisma.person.create({ data: { id, email: `${id}@example.com`, createdAt: new Date() } })
  const start = async (id: string) =>
    (await startSession(context, aDoor(), { personId: id, startedBy: 'LINK' })).session.id
  const others = await start(other)
  const begun: string[] = []
  for (let at = 0; at < 22; at += 1) begun.push(await start(personId))
  const living = await prisma.staffSession.findMany({
    where: { endedAt: null },
    orderBy: { createdAt: 'asc' },
  })
  expect(living.map(({ id }) => id)).toEqual([others, ...begun.slice(2)])
})

test('a password alone throws out nobody who has given the second factor, but what lacks it', async () => {
  const { prisma } = database.store
  const context: Context = { store: database.store, principal: { kind: 'anonymous' } }
  const personId = newId()
  await prisma.person.create({
    data: { id: personId, email: `${personId}@example.com`, createdAt: new Date() },
  })
  const start = async (proof: { readonly confirmedAt?: Date }) =>
    (await startSession(context, aDoor(), { personId, startedBy: 'PASSWORD', ...proof })).session.id
  const proven = [await start({ confirmedAt: new Date() }), await start({ confirmedAt: new Date() })]
  const begun: string[] = []
  for (let at = 0; at < 22; at += 1) begun.push(await start({}))
  const living = await prisma.staffSession.findMany({
    where: { personId, endedAt: null },
    orderBy: { createdAt: 'asc' },
  })
  expect(living.map(({ id }) => id)).toEqual([...proven, ...begun.slice(4)])
})
