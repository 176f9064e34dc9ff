import { points } from '@artel/ledger'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../post/post.ts'
import { createTestDatabase, type TestDatabase } from '../testing/index.ts'
import {
  capturing,
  earning,
  holding,
  type LedgerWorld,
  ledgerWorld,
  spending,
} from '../testing/ledger-world.ts'
import { clearingSums } from './clearing-sums.ts'
import { coverageSums } from './coverage-sums.ts'
import { walletSums } from './wallet-sums.ts'

const HOLD_A = '01960000-0000-7000-8000-00000000000a'
const HOLD_B = '01960000-0000-7000-8000-00000000000b'

let database: TestDatabase
let world: LedgerWorld
beforeAll(async () => {
  database = await createTestDatabase()
  world = await ledgerWorld(database.store, 2)
  const { store } = database
  await post(store, world.coalitionId, earning(world, 1_000n))
  await post(store, world.coalitionId, spending(world, 100n))
  await post(store, world.coalitionId, holding(world, 300n, HOLD_A))
  await post(store, world.coalitionId, holding(world, 50n, HOLD_B))
  await post(store, world.coalitionId, capturing(world, points(200n), HOLD_A))
})
afterAll(() => database.drop())

test('wallets are read for many customers at once, and strangers are absent', async () => {
  const [anna = '', boris = ''] = world.customerIds
  const wallets = await walletSums(database.store, world.coalitionId, [anna, boris, world.issuerId])
  const expected = {
    balance: 700n,
    available: 650n,
    reserved: 50n,
    pending: 0n,
    debt: 0n,
    expiringSoon: null,
  }
  expect(wallets.get(anna)).toMatchObject(expected)
  expect(wallets.get(boris)).toMatchObject({ balance: 0n, available: 0n, reserved: 0n, expiringSoon: null })
  expect(wallets.size).toBe(2)
})

test('clearing positions are what the events say, for many members at once', async () => {
  const ids = [world.issuerId, world.redeemerId]
  const sums = await clearingSums(database.store, world.coalitionId, ids)
  // Earn: 1000 x (0.45 + 0.10). Redeem 300 in all: the issuer owes 300 x (0.90 - 0.45), the redeemer is owed 300 x 0.88.
  expect(sums.get(world.issuerId)).toMatchObject({
    owes: 550_000_000n + 135_000_000n,
    isOwed: 0n,
    pointsIssued: 1_000n,
    pointsRedeemed: 0n,
  })
  expect(sums.get(world.redeemerId)).toMatchObject({
    owes: 0n,
    isOwed: 264_000_000n,
    pointsIssued: 0n,
    pointsRedeemed: 300n,
  })
})

test('the reserve and the contingent obligations cover every outstanding point', async () => {
  const { reserve, byIssuer } = await coverageSums(database.store, world.coalitionId)
  expect(reserve).toBe(700n * 450_000n)
  const half = 700n * 450_000n
  expect(byIssuer).toEqual([
    { memberId: world.issuerId, outstandingPoints: 700n, reserve: half, contingent: half },
  ])
})
