import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition } from '@artel/use-cases/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeApiKeyProof } from './authenticate-api-key.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

/** The same store, with every look-up of a key counted. */
function counting(store: Store): { store: Store; lookUps: () => number } {
  let lookUps = 0
  const prisma = store.prisma.$extends({
    query: {
      apiKey: {
        findUnique: ({ args, query }) => {
          lookUps += 1
          return query(args)
        },
      },
    },
  })
  return { store: { ...store, prisma: prisma as unknown as Store['prisma'] }, lookUps: () => lookUps }
}

test('a crowd with one key that is not believed yet costs one look-up, and so does a crowd with a wrong one', async () => {
  const town = await aCoalition().withMember('wash').open(database.store)
  const { store, lookUps } = counting(database.store)
  const prove = makeApiKeyProof(store)
  const { apiKey, id } = town.member('wash')
  const principals = await Promise.all(Array.from({ length: 200 }, () => prove(apiKey)))
  expect(new Set(principals.map((one) => (one.kind === 'member' ? one.memberId : one.kind)))).toEqual(
    new Set([id]),
  )
  expect(lookUps()).toBe(1)

  const wrong = `${apiKey.slice(0, -1)}${apiKey.endsWith('2') ? '3' : '2'}`
  const refused = await Promise.allSettled(Array.from({ length: 200 }, () => prove(wrong)))
  expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
  expect(lookUps()).toBe(2)
  // A failure is not kept: the key may be made in the meantime.
  await expect(prove(wrong)).rejects.toThrow()
  expect(lookUps()).toBe(3)
})
