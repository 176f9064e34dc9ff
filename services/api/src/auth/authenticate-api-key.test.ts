import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { aCoalition } from '@artel/use-cases/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAuthenticateApiKey } from './authenticate-api-key.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(() => database.drop())

/** The same store, with the lookups of keys counted. */
function counting(store: Store): { store: Store; lookups: () => number } {
  let lookups = 0
  const prisma = store.prisma.$extends({
    query: {
      apiKey: {
        findUnique: ({ args, query }) => {
          lookups += 1
          return query(args)
        },
      },
    },
  })
  return { store: { ...store, prisma: prisma as unknown as Store['prisma'] }, lookups: () => lookups }
}

test('many requests with one key that is not cached cost one lookup, and so do many with one wrong key', async () => {
  const town = await aCoalition().withMember('wash').open(database.store)
  const { store, lookups } = counting(database.store)
  const authenticate = makeAuthenticateApiKey(store)
  const { apiKey, id } = town.member('wash')
  const principals = await Promise.all(Array.from({ length: 200 }, () => authenticate(apiKey)))
  expect(new Set(principals.map((one) => (one.kind === 'member' ? one.memberId : one.kind)))).toEqual(
    new Set([id]),
  )
  expect(lookups()).toBe(1)

  const wrong = `${apiKey.slice(0, -1)}${apiKey.endsWith('2') ? '3' : '2'}`
  const refused = await Promise.allSettled(Array.from({ length: 200 }, () => authenticate(wrong)))
  expect(refused.every(({ status }) => status === 'rejected')).toBe(true)
  expect(lookups()).toBe(2)
  // A failure is not cached: the key may be created in the meantime.
  await expect(authenticate(wrong)).rejects.toThrow()
  expect(lookups()).toBe(3)
})
