import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld } from '../testing/ledger-world.ts'

let database: TestDatabase
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  world = await ledgerWorld(database.store)
})
afterAll(() => database.drop())

test('a limit is that of the last take: what is given back leaves it, and nothing is counted away', async () => {
  const { coalitionId } = world
  const ownerId = newId()
  const moving = async (delta: bigint, limit: bigint) => {
    const command = earning(world, 1n)
    await post(database.store, coalitionId, {
      ...command,
      counters: [{ ownerId, customerId: null, per: 'RULE', day: null }],
      decide: (state, at) => ({
        ...command.decide(state, at),
        counters: [{ ownerId, customerId: null, period: '', delta, limit }],
      }),
    })
    const { used, limit: allowed } = await database.store.prisma.counter.findFirstOrThrow({
      where: { ownerId },
    })
    return [used, allowed]
  }
  expect(await moving(5n, 10n)).toEqual([5n, 10n])
  expect(await moving(1n, 20n)).toEqual([6n, 20n])
  expect(await moving(-2n, 10n)).toEqual([4n, 20n])
  expect(await moving(-1n, 90n)).toEqual([3n, 20n])
  expect(await moving(1n, 4n)).toEqual([4n, 4n])
})
