import { points } from '@artel/ledger'
import { balanceMoves, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readActivity } from '../customer/read-activity.ts'
import { checkStatementLines } from '../settlement/check-statement-lines.ts'
import { memberLines } from '../settlement/member-lines.ts'
import { aTreasurer, type BuiltCoalition, roubles, stated } from '../testing/index.ts'
import { aSharedRule, aSharingTown, refund, sell, shares } from '../testing/shared-rules.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

/** The service sells to Anna under a rule that the wash pays half of, and takes a part back. */
async function sold() {
  const town = await aSharingTown(store)
  const wash = town.member('wash')
  const pays = shares(town, ['service', 5_000], ['wash', 5_000])
  await aSharedRule(town.member('service').context, { pays, give: [{ pointsPercentBps: 1_000 }] }, [
    wash.context,
  ])
  const purchase = await sell(town, { receiptRef: 'SERVICE-7' })
  await refund(town, purchase.id, { amount: roubles(500) })
  return town
}

const referencesOf = async (town: BuiltCoalition, handle: string) => {
  const window = await store.prisma.settlementWindow.findFirstOrThrow({
    where: { coalitionId: town.id, windowNo: 1 },
  })
  const memberId = town.member(handle).id
  const found: (readonly [string, string])[] = []
  for await (const { kind, reference } of memberLines(store, window, {
    memberId,
    namesForeignReceipts: false,
  }))
    found.push([kind, reference])
  return found
}

it('a statement names the receipt of a sale to its seller alone, not to another who paid for points of it', async () => {
  const town = await sold()
  await stated(aTreasurer(town), 1)
  const ofService = await referencesOf(town, 'service')
  expect(new Set(ofService.map(([kind]) => kind))).toEqual(new Set(['EARN', 'EARN_REVERSAL']))
  for (const [, reference] of ofService) expect(reference).toBe('SERVICE-7')
  const ofWash = await referencesOf(town, 'wash')
  expect(new Set(ofWash.map(([kind]) => kind))).toEqual(new Set(['EARN', 'EARN_REVERSAL']))
  for (const [, reference] of ofWash) expect(reference).toBe('')
  expect(await checkStatementLines(town.adminContext, { coalitionId: town.id })).toEqual([])
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
  expect(findings).toEqual([])
})

it('a payer does not see in whose account its points are; the seller sees all of its sale, and the customer the seller alone', async () => {
  const town = await sold()
  const asked = { coalitionId: town.id, customerId: town.customer('Anna').id, first: 20 }
  const { entries: seen } = await readActivity(town.member('service').context, asked)
  expect(seen.map(({ kind, points: n }) => [kind, n])).toEqual([
    ['EARN_REVERSAL', -25n],
    ['EARN_REVERSAL', -50n],
    ['EARN', 50n],
    ['EARN', 100n],
  ])
  expect(seen.reduce((sum, entry) => points(sum + entry.points), points(0n))).toBe(75n)
  expect((await readActivity(town.member('wash').context, asked)).entries).toEqual([])
  const { entries: all } = await readActivity(town.adminContext, asked)
  expect(new Set(all.map(({ memberId }) => memberId))).toEqual(new Set([town.member('service').id]))
  const moves = await balanceMoves(store, town.id, {
    accounts: [{ customerId: asked.customerId, after: 0n }],
    limit: 10,
  })
  for (const { memberIds } of moves) expect(memberIds).toEqual([town.member('service').id])
})
