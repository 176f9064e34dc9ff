import { points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCoalition, roubles } from '../testing/index.ts'
import {
  aSharedRule,
  aSharingTown,
  keyed,
  lotsOf,
  owes,
  refund,
  sell,
  shares,
} from '../testing/shared-rules.ts'
import { quotePurchase } from './quote-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'
import { readRules } from './stored-rules.ts'

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

describe('points of a rule that several pay for', () => {
  it('become one lot a payer by largest remainder, each charged as for an earning, and all go back with the refund', async () => {
    const town = await aSharingTown(store)
    const { service, wash, tyres } = {
      ...{ service: town.member('service'), wash: town.member('wash'), tyres: town.member('tyres') },
    }
    const pays = shares(town, ['service', 3_333], ['wash', 3_333], ['tyres', 3_334])
    await aSharedRule(service.context, { pays }, [wash.context, tyres.context])
    const quote = await quotePurchase(service.context, {
      total: roubles(1_000),
      customer: town.customer('Anna'),
    })
    const purchase = await sell(town)
    // 50 by the earn rule; of the hundred the tyres bear the point that is left over.
    expect(purchase.pointsEarned).toBe(150n)
    expect(quote.pointsToEarn).toBe(150n)
    expect(await lotsOf(town, purchase.id)).toEqual(
      new Map([
        [service.id, 83n],
        [wash.id, 33n],
        [tyres.id, 34n],
      ]),
    )
    expect(await owes(town, 'wash')).toBe(33_000_000n)
    expect(await owes(town, 'tyres')).toBe(34_000_000n)
    expect(readRules(purchase.rules)?.payers?.map(([id, , n]) => [id, n])).toEqual([
      [service.id, '83'],
      ...[
        [wash.id, '33'],
        [tyres.id, '34'],
      ].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    ])
    await isSound(town)
    await refund(town, purchase.id, { amount: roubles(333) })
    await refund(town, purchase.id, { amount: roubles(333) })
    await isSound(town)
    await refund(town, purchase.id)
    for (const handle of ['service', 'wash', 'tyres']) expect(await owes(town, handle)).toBe(0n)
    const account = await store.prisma.customerAccount.findFirstOrThrow({
      where: { coalitionId: town.id, customerId: town.customer('Anna').id },
    })
    expect(account.posted).toBe(0n)
    await isSound(town)
  })

  it.each(['ISSUER_BEARS', 'CUSTOMER_DEBT'] as const)(
    'that were spent are owed to each payer (%s), and what comes back satisfies each',
    async (refundPolicy) => {
      const town = await aSharingTown(store, { refundPolicy })
      const { wash, tyres } = { wash: town.member('wash'), tyres: town.member('tyres') }
      const pays = shares(town, ['wash', 5_000], ['tyres', 5_000])
      await aSharedRule(town.member('service').context, { pays }, [wash.context, tyres.context])
      const purchase = await sell(town)
      const spent = await sell(town, { total: roubles(300), points: points(150n) }, { at: 'wash' })
      const row = await refund(town, purchase.id)
      expect(row.pointsRecovered + row.pointsToDebt + row.pointsBorne).toBe(150n)
      await isSound(town)
      await refundPurchase(wash.context, { purchase: { id: spent.id }, reason: 'Returned', ...keyed() })
      await isSound(town)
      const lots = await store.prisma.lot.findMany({ where: { coalitionId: town.id } })
      expect(lots.reduce((sum, lot) => sum + lot.remaining, 0n)).toBe(0n)
      expect(await owes(town, 'tyres')).toBe(0n)
    },
  )

  it('are undone line by line, of each payer what its rule gave on it', async () => {
    const town = await aSharingTown(store)
    const { service, wash } = { service: town.member('service'), wash: town.member('wash') }
    await aSharedRule(
      service.context,
      { pays: shares(town, ['wash', 10_000]), if: { anyLine: { categories: ['service/oil'] } } },
      [wash.context],
    )
    const lines = [
      { ref: 'oil', title: 'Oil', total: roubles(400), category: 'service/oil' },
      { ref: 'work', title: 'Work', total: roubles(600) },
    ]
    const purchase = await sell(town, { lines })
    expect(await owes(town, 'wash')).toBe(100_000_000n)
    await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })
    expect(await owes(town, 'wash')).toBe(0n)
    expect(await owes(town, 'service')).toBe(30_000_000n)
    await isSound(town)
  })
})

describe('a discount that another pays for', () => {
  it('is owed to the seller by its shares, on statements of both, and goes back in proportion and in whole', async () => {
    const town = await aSharingTown(store)
    const { service, wash, tyres } = {
      ...{ service: town.member('service'), wash: town.member('wash'), tyres: town.member('tyres') },
    }
    const pays = shares(town, ['service', 2_000], ['wash', 5_000], ['tyres', 3_000])
    await aSharedRule(service.context, { pays, give: [{ discountPercentBps: 1_000 }] }, [
      wash.context,
      tyres.context,
    ])
    const lines = [
      { ref: 'oil', title: 'Oil', total: roubles(400) },
      { ref: 'work', title: 'Work', total: roubles(600) },
    ]
    const purchase = await sell(town, { lines })
    expect(purchase.discountMinor).toBe(10_000n)
    expect(await owes(town, 'wash')).toBe(50_000_000n)
    expect(await owes(town, 'tyres')).toBe(30_000_000n)
    // 45 points of its own at 1.00, less what the others owe it.
    expect(await owes(town, 'service')).toBe(-35_000_000n)
    await isSound(town)
    await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })
    expect(await owes(town, 'wash')).toBe(30_000_000n)
    expect(await owes(town, 'tyres')).toBe(18_000_000n)
    await refund(town, purchase.id)
    for (const handle of ['service', 'wash', 'tyres']) expect(await owes(town, handle)).toBe(0n)
    await isSound(town)
  })

  it('is cut, with the points, to what one purchase gets at most', async () => {
    const town = await aSharingTown(store)
    const { wash } = { wash: town.member('wash') }
    await aSharedRule(
      town.member('service').context,
      {
        pays: shares(town, ['wash', 10_000]),
        give: [{ discountPercentBps: 1_000 }, { pointsFixed: points(500n) }],
        maxPerPurchase: roubles(250),
      },
      [wash.context],
    )
    expect(await sell(town)).toMatchObject({ discountMinor: 10_000n, pointsEarned: 45n + 150n })
    expect(await owes(town, 'wash')).toBe(250_000_000n)
    await isSound(town)
  })
})

it('debts of a customer are paid from every lot that a sale earns', async () => {
  const town = await aSharingTown(store, { refundPolicy: 'CUSTOMER_DEBT' })
  const { wash } = { wash: town.member('wash') }
  await aSharedRule(town.member('service').context, { pays: shares(town, ['wash', 10_000]) }, [wash.context])
  const first = await sell(town)
  await sell(town, { total: roubles(300), points: points(150n) }, { at: 'tyres' })
  const row = await refund(town, first.id)
  expect(row.pointsToDebt).toBe(150n)
  await sell(town)
  await isSound(town)
  const debts = await store.prisma.debt.findMany({ where: { coalitionId: town.id } })
  expect(debts.map(({ remaining }) => remaining)).toEqual([0n, 0n])
})
