import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readActivity } from '../customer/read-activity.ts'
import { type BuiltCoalition, roubles } from '../testing/index.ts'
import { aSharedRule, aSharingTown, owes, refund, sell, shares } from '../testing/shared-rules.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

const isSound = async (town: BuiltCoalition) =>
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )

it('a sale that earns nothing, and of which another pays all, is an event of its customer', async () => {
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const pays = shares(town, ['wash', 10_000])
  await aSharedRule(service.context, { pays, give: [{ discountPercentBps: 10_000 }] }, [wash.context])
  const purchase = await sell(town)
  expect(purchase).toMatchObject({ discountMinor: 100_000n, pointsEarned: 0n })
  const entries = await store.prisma.entry.findMany({
    where: { coalitionId: town.id, documentId: purchase.id },
    orderBy: { position: 'asc' },
  })
  expect(entries.map(({ kind }) => kind)).toEqual(['EARN', 'DISCOUNT_COST'])
  const asked = { coalitionId: town.id, customerId: town.customer('Anna').id, first: 10 }
  expect((await readActivity(service.context, asked)).entries).toMatchObject([{ kind: 'EARN', points: 0n }])
  await refund(town, purchase.id)
  expect(await owes(town, 'wash')).toBe(0n)
  await isSound(town)
})

it('a payer whose rule no longer holds after a refund is not charged for the rule that wins instead', async () => {
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const combine = { group: 'gift', mode: 'BEST', priority: 0 } as const
  await aSharedRule(
    service.context,
    { pays: shares(town, ['wash', 10_000]), if: { minTotal: roubles(1_000) }, combine },
    [wash.context],
  )
  await aSharedRule(service.context, { give: [{ pointsFixed: points(60n) }], combine }, [])
  const purchase = await sell(town)
  expect(purchase.pointsEarned).toBe(150n)
  expect(await owes(town, 'wash')).toBe(100_000_000n)
  await refund(town, purchase.id, { amount: { ...roubles(1), amountMinor: 1n } })
  // 49 by the earn rule and 60 by its own rule: of the service fifty points were there, and no more stay.
  expect(await owes(town, 'wash')).toBe(0n)
  expect(await owes(town, 'service')).toBe(50_000_000n)
  await isSound(town)
  await refund(town, purchase.id)
  expect(await owes(town, 'service')).toBe(0n)
  await isSound(town)
})

it('a line that another made free goes back by its name, once, and the payer gets its discount back', async () => {
  const town = await aSharingTown(store)
  const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
  const give = [{ discountFreeLine: true }]
  await aSharedRule(service.context, { pays: shares(town, ['wash', 10_000]), give }, [wash.context])
  const lines = [
    { ref: 'oil', title: 'Oil', total: roubles(400) },
    { ref: 'work', title: 'Work', total: roubles(600) },
  ]
  const purchase = await sell(town, { lines })
  expect(await owes(town, 'wash')).toBe(400_000_000n)
  expect(await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })).toMatchObject({ amountMinor: 0n })
  expect(await owes(town, 'wash')).toBe(0n)
  await isSound(town)
  await expect(refund(town, purchase.id, { lines: [{ ref: 'oil' }] })).rejects.toMatchObject({
    code: 'REFUND_EXCEEDS_PURCHASE',
  })
  await refund(town, purchase.id, { lines: [{ ref: 'work' }] })
  expect(await owes(town, 'service')).toBe(0n)
  expect(await owes(town, 'wash')).toBe(0n)
  await isSound(town)
})
