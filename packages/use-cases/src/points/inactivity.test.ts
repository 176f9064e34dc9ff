import { basisPoints, expire, minor, points } from '@artel/ledger'
import { type Command, newId, post, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { expireDueLots } from './expire-due-lots.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

let sales = 0
async function selling(built: BuiltCoalition, name: string, spent = 0n) {
  sales += 1
  await recordPurchase(built.member('wash').context, {
    customer: { id: built.customer(name).id },
    receiptRef: `R-${sales}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(spent),
    idempotencyKey: `sale-${sales}`,
  })
}

const days = (built: BuiltCoalition, n: number) => advanceClock(built.adminContext, { seconds: n * 86_400 })
const expiring = (built: BuiltCoalition) =>
  expireDueLots(built.adminContext, { coalitionId: built.id, limit: 100 })
const balanceOf = async (built: BuiltCoalition, name: string) => {
  const customerId = built.customer(name).id
  const account = await store.prisma.customerAccount.findFirstOrThrow({
    where: { coalitionId: built.id, customerId },
  })
  return account.posted
}

const silentTerms = { expiryKind: 'INACTIVITY' as const, expiryMonths: 6 }
const town = () =>
  aCoalition({ terms: silentTerms }).withMember('wash').withCustomer('Anna').withCustomer('Boris').open(store)

test('points run out months after the customer last earned or spent, all of them at once', async () => {
  const built = await town()
  await selling(built, 'Anna')
  await selling(built, 'Boris')
  expect(await expiring(built)).toMatchObject({ lots: 0 })
  await days(built, 120)
  // Anna spends 20 of her 50 points and earns 49 on the rest: all of what she has lives on.
  await selling(built, 'Anna', 20n)
  // Moving a sandbox's clock does the work that falls due on the way.
  await days(built, 120)
  expect([await balanceOf(built, 'Anna'), await balanceOf(built, 'Boris')]).toEqual([79n, 0n])
  expect(await expiring(built)).toMatchObject({ lots: 0 })
  await days(built, 120)
  expect(await balanceOf(built, 'Anna')).toBe(0n)
})

test('spending alone keeps points alive', async () => {
  const built = await town()
  await selling(built, 'Anna')
  await days(built, 170)
  await recordPurchase(built.member('wash').context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: 'coffee',
    total: { amountMinor: minor(1_000n), currency: 'RUB' },
    points: points(5n),
    idempotencyKey: 'coffee',
  })
  await days(built, 170)
  expect(await balanceOf(built, 'Anna')).toBe(45n)
  await days(built, 30)
  expect(await balanceOf(built, 'Anna')).toBe(0n)
})

test('the books verify clean, and say so when points were taken too early', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
  const built = await town()
  await selling(built, 'Anna')
  const early: Command = {
    customerId: built.customer('Anna').id,
    key: { scopeId: built.id, operation: 'lotExpire', key: 'early', requestHash: 'ab'.repeat(32) },
    decide: (state, { now }) => {
      const lots = state.lots.map((lot) => ({ ...lot, expiresAt: now }))
      const breakage = { issuer: basisPoints(10_000n), promoFund: basisPoints(0n), operator: basisPoints(0n) }
      const entry = expire({ ...state, lots }, { coalitionId: built.id, now, breakageOf: () => breakage })
      return { documentId: newId(), entries: entry ? [entry] : [], outbox: [] }
    },
  }
  await post(store, built.id, early)
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
  expect(findings.map(({ invariant }) => invariant)).toEqual(['EXPIRY_DUE'])
})
