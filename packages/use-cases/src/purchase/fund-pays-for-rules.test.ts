import { points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptRule } from '../rule/accept-rule.ts'
import { aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import {
  aSharedRule,
  aSharingTown,
  fillFund,
  fundOf,
  lotsOf,
  refund,
  sell,
  shares,
} from '../testing/shared-rules.ts'
import { recordPurchase } from './record-purchase.ts'
import { readRules } from './stored-rules.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let other: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  other = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const isSound = async (town: BuiltCoalition) =>
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )

describe('a rule of the coalition', () => {
  it('holds at the members that it names, paid by the fund as far as it reaches, points and discounts', async () => {
    const town = await aSharingTown(store, { expiryMonths: 1 })
    await fillFund(town, 1)
    expect(await fundOf(town)).toBe(900_000_000n)
    await aSharedRule(
      town.adminContext,
      {
        at: [town.member('service').id, town.member('tyres').id],
        give: [{ discountFixed: roubles(300) }, { pointsFixed: points(300n) }],
      },
      [],
    )
    expect(await sell(town, {}, { at: 'wash' })).toMatchObject({ pointsEarned: 50n, discountMinor: 0n })
    const first = await sell(town)
    expect(first).toMatchObject({ pointsEarned: 335n, discountMinor: 30_000n })
    expect(await fundOf(town)).toBe(300_000_000n)
    const second = await sell(town, {}, { at: 'tyres' })
    expect(second).toMatchObject({ pointsEarned: 50n, discountMinor: 0n })
    expect(readRules(second.rules)?.skipped).toMatchObject([{ reason: 'PAYER_LIMIT' }])
    await isSound(town)
    await refund(town, first.id, { amount: roubles(350) })
    await isSound(town)
    await refund(town, first.id)
    expect(await fundOf(town)).toBe(900_000_000n)
    await isSound(town)
  })

  it('takes of the fund all that it holds and not a point more under a crowd in two processes', async () => {
    const names = Array.from({ length: 16 }, (_, index) => `Customer ${index}`)
    const town = await aSharingTown(store, { expiryMonths: 1 }, ['Anna', 'Boris', ...names])
    await fillFund(town, 12)
    expect(await fundOf(town)).toBe(10_800_000_000n)
    await aSharedRule(town.adminContext, { give: [{ pointsFixed: points(300n) }] }, [])
    const { context } = town.member('service')
    const purchases = await Promise.all(
      Array.from({ length: 64 }, async (_, index) => {
        const by = index % 2 === 0 ? context : { ...context, store: other }
        return (await recordPurchase(by, aSale(town.customer(names[index % 16] ?? '')))).purchase
      }),
    )
    const given = purchases.filter(({ pointsEarned }) => pointsEarned === 350n)
    expect(given).toHaveLength(36)
    for (const { pointsEarned } of purchases) expect([50n, 350n]).toContain(pointsEarned)
    expect(await fundOf(town)).toBe(0n)
    await isSound(town)
  })

  it('asks the members who are to pay for it, as any other', async () => {
    const town = await aSharingTown(store)
    const wash = town.member('wash').context
    const id = await aSharedRule(
      town.adminContext,
      { pays: shares(town, ['wash', 4_000], ['tyres', 6_000]) },
      [wash],
    )
    expect(await sell(town)).toMatchObject({ pointsEarned: 50n })
    await acceptRule(town.member('tyres').context, { id, version: 1 })
    expect(await sell(town)).toMatchObject({ pointsEarned: 150n })
    // At the wash its own part is of its own lot.
    const own = await sell(town, {}, { at: 'wash' })
    expect(await lotsOf(town, own.id)).toEqual(
      new Map([
        [town.member('wash').id, 90n],
        [town.member('tyres').id, 60n],
      ]),
    )
    await isSound(town)
  })
})
