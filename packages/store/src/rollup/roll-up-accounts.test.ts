import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { clearingSums } from '../reads/clearing-sums.ts'
import { coverageSums } from '../reads/coverage-sums.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import { earning, type LedgerWorld, ledgerWorld, spending } from '../testing/ledger-world.ts'
import { verify } from '../verify/verify.ts'
import { rollUpAccounts } from './roll-up-accounts.ts'

let database: TestDatabase
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  world = await ledgerWorld(database.store, 4)
})
afterAll(() => database.drop())

const sell = async (times: number) => {
  for (let done = 0; done < times; done += 1) {
    await post(database.store, world.coalitionId, earning(world, 100n))
    await post(database.store, world.coalitionId, spending(world, 40n))
  }
}

const rollUps = () =>
  database.store.prisma.accountRollup.findMany({ where: { coalitionId: world.coalitionId } })

/** Positions as people read them, without the instant of the reading. */
async function positions() {
  const ids = [world.issuerId, world.redeemerId]
  const sums = await clearingSums(database.store, world.coalitionId, ids)
  const { reserve, byIssuer } = await coverageSums(database.store, world.coalitionId)
  return { reserve, byIssuer, members: ids.map((id) => ({ ...sums.get(id), asOf: undefined })) }
}

test('a roll-up changes no position, wherever in the history it was made, and is made once', async () => {
  await sell(3)
  const before = await positions()
  expect(before.members[0]?.pointsIssued).toBe(300n)
  const first = await rollUpAccounts(database.store, world.coalitionId, { fromMovements: 1 })
  expect(first.accounts).toBeGreaterThan(4)
  expect(await positions()).toEqual(before)
  expect(await rollUpAccounts(database.store, world.coalitionId, { fromMovements: 1 })).toEqual({
    accounts: 0,
    more: false,
  })
  await sell(2)
  const after = await positions()
  expect(after.members[0]?.pointsIssued).toBe(500n)
  await rollUpAccounts(database.store, world.coalitionId, { fromMovements: 1 })
  expect(await positions()).toEqual(after)
  expect(await verify(database)).toMatchObject({ ok: true, findings: [] })
})

test('roll-ups beside posts and beside each other count every movement once', async () => {
  const rolled = { done: false }
  const roll = async () => {
    while (!rolled.done) await rollUpAccounts(database.store, world.coalitionId, { fromMovements: 1 })
  }
  const rolling = Promise.all([roll(), roll()])
  await Promise.all(
    world.customerIds.map(async (customerId) => {
      for (let times = 0; times < 10; times += 1)
        await post(database.store, world.coalitionId, earning(world, 10n, { customerId }))
    }),
  )
  rolled.done = true
  await rolling
  expect((await positions()).members[0]?.pointsIssued).toBe(500n + 400n)
  expect(await verify(database)).toMatchObject({ ok: true, findings: [] })
})

test('accounts with little to add up are left alone', async () => {
  await rollUpAccounts(database.store, world.coalitionId, { fromMovements: 1 })
  const before = await rollUps()
  await sell(1)
  expect(await rollUpAccounts(database.store, world.coalitionId)).toEqual({ accounts: 0, more: false })
  expect(await rollUps()).toHaveLength(before.length)
})

test('a coalition without a batch has nothing to roll up, and the application cannot write a roll-up', async () => {
  const other = await ledgerWorld(database.store)
  expect(await rollUpAccounts(database.store, other.coalitionId)).toEqual({ accounts: 0, more: false })
  await expect(
    database.store.pool.query(`insert into account_rollup select * from account_rollup limit 1`),
  ).rejects.toMatchObject({ code: '42501' })
})
