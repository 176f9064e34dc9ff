import { points } from '@artel/ledger'
import { foldFigures } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BuiltCoalition } from '../testing/a-coalition.ts'
import { localDay } from '../testing/local-days.ts'
import { roubles } from '../testing/sales.ts'
import { aSharedRule, aSharingTown, refund, sell, shares } from '../testing/shared-rules.ts'
import { readFigures } from './read-figures.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function figuresOf(town: BuiltCoalition, handle: string | null) {
  while ((await foldFigures(database.store, town.id)).more);
  const { total, cost } = await readFigures(town.adminContext, {
    ...{ coalitionId: town.id, from: localDay(-1), to: localDay(1), marginBps: 3_000 },
    memberId: handle === null ? null : town.member(handle).id,
  })
  const { issued, reversed, discountMinor, purchases } = total
  return { issued, reversed, discountMinor, purchases, cost: cost?.discounts }
}

test('points and discounts that others pay for are theirs in the figures, and a refund takes them off who paid', async () => {
  const town = await aSharingTown(database.store)
  const [service, wash, tyres] = [town.member('service'), town.member('wash'), town.member('tyres')]
  const give = [{ pointsFixed: points(200n) }, { discountPercentBps: 1_000 }]
  const pays = shares(town, ['wash', 7_500], ['tyres', 2_500])
  await aSharedRule(service.context, { give, pays }, [wash.context, tyres.context])
  const { id } = await sell(town, { total: roubles(1_000) })
  expect(await figuresOf(town, 'service')).toEqual({
    ...{ issued: 45n, reversed: 0n, discountMinor: 10_000n, purchases: 1n, cost: 0n },
  })
  expect(await figuresOf(town, 'wash')).toMatchObject({ issued: 150n, purchases: 0n, cost: 75_000_000n })
  expect(await figuresOf(town, 'tyres')).toMatchObject({ issued: 50n, purchases: 0n, cost: 25_000_000n })
  expect(await figuresOf(town, null)).toMatchObject({ issued: 245n, cost: 100_000_000n })
  await refund(town, id)
  for (const [handle, given] of [
    ['service', 45n],
    ['wash', 150n],
    ['tyres', 50n],
    [null, 245n],
  ] as const)
    expect(await figuresOf(town, handle)).toMatchObject({ issued: given, reversed: given, cost: 0n })
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )
})

test("a seller's own discount costs it no more once the bill is undone, part by part", async () => {
  const town = await aSharingTown(database.store)
  const give = [{ discountPercentBps: 1_000 }]
  await aSharedRule(town.member('service').context, { give }, [])
  const { id } = await sell(town, { total: roubles(1_000) })
  expect(await figuresOf(town, 'service')).toMatchObject({ discountMinor: 10_000n, cost: 100_000_000n })
  await refund(town, id, { amount: roubles(333) })
  // 333.00 of 900.00.
  expect(await figuresOf(town, 'service')).toMatchObject({ discountMinor: 10_000n, cost: 63_000_000n })
  await refund(town, id)
  expect(await figuresOf(town, 'service')).toMatchObject({ discountMinor: 10_000n, cost: 0n })
})
