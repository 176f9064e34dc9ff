import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, ledgerWorld, spending } from '../testing/ledger-world.ts'
import { earningWithDebts, refunding } from '../testing/ledger-world-ends.ts'
import { verify } from '../verify/verify.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('debts of one moment are recovered in the order of posting, whatever their ids', async () => {
  const world = await ledgerWorld(database.store)
  const { coalitionId } = world
  const sales = [
    await post(database.store, coalitionId, earning(world, 10n)),
    await post(database.store, coalitionId, earning(world, 10n)),
  ]
  await post(database.store, coalitionId, spending(world, 20n))
  // Made in the other order than sent, so that the debt that comes first has the larger id.
  const [second, first] = sales.map((sale) => refunding(world, sale.groupId, { reversed: 10n }))
  if (!first || !second) throw new Error('two refunds were made')
  const noise = earning(world, 0n, { key: newId() })
  await Promise.all([noise, first, second].map((command) => post(database.store, coalitionId, command)))

  const debts = () => database.store.prisma.debt.findMany({ where: { coalitionId }, orderBy: { id: 'asc' } })
  const made = await debts()
  expect(made.map((debt) => [debt.purchaseId, debt.remaining])).toEqual(
    sales.map((sale) => [sale.groupId, 10n]),
  )
  expect(made[0]?.incurredAt, 'both refunds went in one batch').toEqual(made[1]?.incurredAt)

  await post(database.store, coalitionId, earningWithDebts(world, 3n))
  expect((await debts()).map((debt) => debt.remaining)).toEqual([10n, 7n])
  expect((await verify(database)).findings).toEqual([])
})
