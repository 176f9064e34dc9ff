import { micros, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  booksOf,
  colleagueOf,
  keyed,
  roubles,
} from '../testing/index.ts'
import { approveAdjustment } from './approve-adjustment.ts'
import { type AwardPromoInput, awardPromo } from './award-promo.ts'
import { proposeAdjustment } from './propose-adjustment.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

/** Every point given costs 0.10, and a member may come to owe 10.00: a hundred points. */
const town = (creditPolicy: 'REFUSE' | 'PENDING_APPROVAL' = 'REFUSE') =>
  aCoalition({ terms: { creditLimit: micros(10_000_000n), creditPolicy } })
    .withMember('service', { inPerson: true })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna')
    .open(store)
const giving = (built: BuiltCoalition, n: bigint, more: Partial<AwardPromoInput> = {}) => ({
  ...{ customer: { id: built.customer('Anna').id }, points: points(n), ...keyed(), ...more },
})
const adjusting = (built: BuiltCoalition, n: bigint) => ({
  ...{ customer: { id: built.customer('Anna').id }, points: points(n), ...keyed() },
  ...{ kind: 'GOODWILL' as const, reason: 'A long wait', memberId: built.member('service').id },
})
const owedBy = async (built: BuiltCoalition, handle: string) =>
  (await booksOf(store, built.id)).money('CLEARING', built.member(handle).id)
const reached = { code: 'CREDIT_LIMIT_REACHED', limit: 10_000_000n }

test('promo points pass no limit of who pays for them, alone or in part, and count for the next', async () => {
  const built = await town()
  const service = built.member('service').context
  await awardPromo(service, giving(built, 60n))
  const more = giving(built, 41n)
  await expect(awardPromo(service, more)).rejects.toMatchObject({
    ...{ ...reached, owed: 6_000_000n, adds: 4_100_000n, replayed: false },
  })
  await expect(awardPromo(service, more)).rejects.toMatchObject({ ...reached, replayed: true })
  const payers = ['service', 'wash'].map((handle) => ({ memberId: built.member(handle).id, share: 1 }))
  // The wash could pay its half; the service could not.
  const shared = awardPromo(built.adminContext, giving(built, 82n, { payers }))
  await expect(shared).rejects.toMatchObject({ ...reached, adds: 4_100_000n })
  await awardPromo(built.adminContext, giving(built, 80n, { payers }))
  expect([await owedBy(built, 'service'), await owedBy(built, 'wash')]).toEqual([10_000_000n, 4_000_000n])
  await expect(recordPurchase(service, aSale(built.customer('Anna')))).rejects.toMatchObject(reached)
})

test('goodwill passes no limit either, and taking points back is never asked', async () => {
  const built = await town()
  const service = built.member('service').context
  await proposeAdjustment(service, adjusting(built, 100n))
  const above = adjusting(built, 1n)
  await expect(proposeAdjustment(service, above)).rejects.toMatchObject(reached)
  await expect(proposeAdjustment(built.adminContext, adjusting(built, 1n))).rejects.toMatchObject(reached)
  const refused = await store.prisma.adjustment.findFirstOrThrow({
    where: { coalitionId: built.id, key: above.idempotencyKey },
  })
  expect(refused.status).toBe('REFUSED')
  await proposeAdjustment(service, adjusting(built, -30n))
  expect(await owedBy(built, 'service')).toBe(7_000_000n)
  expect((await proposeAdjustment(service, adjusting(built, 30n))).adjustment.status).toBe('POSTED')
})

test('by the terms what a member asks for waits for an administrator, and no colleague is enough', async () => {
  const built = await town('PENDING_APPROVAL')
  const service = built.member('service').context
  const { adjustment } = await proposeAdjustment(service, adjusting(built, 150n))
  expect(adjustment.status).toBe('PROPOSED')
  const { adjustment: other } = await proposeAdjustment(service, adjusting(built, 150n))
  const agreeing = (context: Context, adjustmentId: string) =>
    approveAdjustment(context, { adjustmentId, ...keyed() })
  expect(await agreeing(built.adminContext, adjustment.id)).toMatchObject({ balanceAfter: 150n })
  const colleague = await colleagueOf(built.member('service').context)
  await expect(agreeing(colleague, other.id)).rejects.toMatchObject({ ...reached, owed: 15_000_000n })

  await expect(awardPromo(service, giving(built, 1n))).rejects.toMatchObject(reached)
  const payers = [{ memberId: built.member('service').id, share: 1 }]
  expect(await awardPromo(built.adminContext, giving(built, 50n, { payers }))).toMatchObject({ points: 50n })
  expect(await owedBy(built, 'service')).toBe(20_000_000n)
})

test('a quote says to the member and the coalition alone whether its points would pass the limit', async () => {
  const quoting = async (built: BuiltCoalition, context: Context, spent = 0n) => {
    const asked = { memberId: built.member('service').id, total: roubles(1_000), points: points(spent) }
    const customer = spent === 0n ? null : { id: built.customer('Anna').id }
    return (await quotePurchase(context, { ...asked, customer })).earningCredit
  }
  const anonymous: Context = { store, principal: { kind: 'anonymous' } }
  for (const [policy, verdict] of [
    ['REFUSE', 'REFUSED'],
    ['PENDING_APPROVAL', 'NEEDS_APPROVAL'],
  ] as const) {
    const built = await town(policy)
    const service = built.member('service').context
    await awardPromo(service, giving(built, 50n))
    expect(await quoting(built, service)).toBe('ALLOWED')
    await awardPromo(service, giving(built, 1n))
    expect(await quoting(built, service)).toBe(verdict)
    expect(await quoting(built, built.adminContext)).toBe(verdict)
    expect([await quoting(built, anonymous), await quoting(built, built.member('wash').context)]).toEqual([
      null,
      null,
    ])
    const sold = recordPurchase(service, aSale(built.customer('Anna'), { total: roubles(1_000) }))
    await expect(sold).rejects.toMatchObject({
      code: policy === 'REFUSE' ? 'CREDIT_LIMIT_REACHED' : 'SALE_NEEDS_APPROVAL',
    })
    // Its own points cost it the fee of taking them, so they make no room; those of others would.
    await awardPromo(built.member('wash').context, { ...giving(built, 50n), expiresInDays: 1 })
    expect(await quoting(built, service, 50n)).toBe('ALLOWED')
    const spending = aSale(built.customer('Anna'), { total: roubles(1_000), points: points(50n) })
    await recordPurchase(service, spending)
  }
  const free = await aCoalition().withMember('service').withCustomer('Anna').open(store)
  expect(await quoting(free, free.member('service').context)).toBe('ALLOWED')
})

test('after all of it the books verify clean', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})
