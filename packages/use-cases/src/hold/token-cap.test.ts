import { InsufficientPointsError, points, TokenCapExceededError } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import { captureHold } from './capture-hold.ts'
import { type CreateHoldInput, createHold } from './create-hold.ts'
import { voidHold } from './void-hold.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Anna has 1000 points of the service. */
async function aTown(): Promise<BuiltCoalition> {
  const town = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const { context } = town.member('service')
  await recordPurchase(context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  return town
}

/** Anna with a token of the wash for 300 points. */
const tokenOf = (town: BuiltCoalition, overrides: Partial<CustomerPrincipal> = {}): Context => ({
  store: town.store,
  principal: {
    kind: 'customer',
    coalitionId: town.id,
    memberId: town.member('wash').id,
    customerId: town.customer('Anna').id,
    scopes: new Set(['wallet:read', 'hold:create']),
    tokenId: 'token',
    maxPoints: points(300n),
    origin: null,
    ...overrides,
  },
})
const holding = (town: BuiltCoalition, wanted: bigint, more: Partial<CreateHoldInput> = {}) =>
  aHold(town.customer('Anna'), { points: points(wanted), ...more })
const left = async (context: Context) => (await quotePurchase(context, { total: roubles(1_000) })).maxPoints

describe("a token's cap", () => {
  it('counts all that is held and captured under it, and not what was voided', async () => {
    const town = await aTown()
    const token = tokenOf(town)
    const wash = town.member('wash').context
    const { hold } = await createHold(token, holding(town, 200n))
    const refusal = await createHold(token, holding(town, 101n)).catch((error) => error)
    expect(refusal).toBeInstanceOf(TokenCapExceededError)
    expect([refusal.maxPoints, await left(token)]).toEqual([100n, 100n])
    await voidHold(wash, { holdId: hold.id, idempotencyKey: uuidv7() })
    expect(await left(token)).toBe(300n)

    const { hold: next } = await createHold(token, holding(town, 250n))
    const sale = { holdId: next.id, receiptRef: uuidv7(), total: roubles(1_000), points: points(220n) }
    const { purchase } = await captureHold(wash, { ...sale, idempotencyKey: uuidv7() })
    expect(await left(token)).toBe(80n)
    await refundPurchase(wash, { purchase: { id: purchase.id }, reason: '', idempotencyKey: uuidv7() })
    await expect(createHold(token, holding(town, 81n))).rejects.toThrow(TokenCapExceededError)
    await createHold(token, holding(town, 80n))
    expect(await left(token)).toBe(0n)
  })

  it('holds for each token by itself, and for none without a cap', async () => {
    const town = await aTown()
    await createHold(tokenOf(town), holding(town, 300n))
    await createHold(tokenOf(town, { tokenId: 'another' }), holding(town, 300n))
    await createHold(tokenOf(town, { maxPoints: null }), holding(town, 301n))
  })

  it('is not passed by holds that are made at once', async () => {
    const town = await aTown()
    const token = tokenOf(town)
    const attempts = Array.from({ length: 12 }, () => createHold(token, holding(town, 70n)))
    const settled = await Promise.allSettled(attempts)
    const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(refused.map((reason) => reason.constructor)).toEqual(Array(8).fill(TokenCapExceededError))
    expect(await left(token)).toBe(20n)
  })

  it('is free of a hold that was refused, and of one that was made under another token', async () => {
    const town = await aTown()
    const token = tokenOf(town)
    const spent = aSale(town.customer('Anna'), { total: roubles(2_000), points: points(900n) })
    await recordPurchase(town.member('service').context, spent)
    await expect(createHold(token, holding(town, 250n))).rejects.toThrow(InsufficientPointsError)
    expect(await left(token)).toBe(155n)
    const input = holding(town, 100n)
    const first = await createHold(token, input)
    const fresh = tokenOf(town, { tokenId: 'fresh' })
    expect(await createHold(fresh, input)).toEqual({ hold: first.hold, replayed: true })
    await createHold(fresh, holding(town, 50n))
    expect(await createHold(token, input)).toEqual({ hold: first.hold, replayed: true })
    const under = await database.store.prisma.tokenHold.findMany({
      where: { coalitionId: town.id, releasedAt: null },
      orderBy: { points: 'asc' },
    })
    expect(under.map((one) => [one.tokenId, one.points])).toEqual([
      ['fresh', 50n],
      ['token', 100n],
    ])
  })
})

it('the same customer, key and body under tokens of two members are two commands', async () => {
  const town = await aTown()
  const input = holding(town, 100n)
  const there = tokenOf(town, { memberId: town.member('service').id })
  const made = [await createHold(tokenOf(town), input), await createHold(there, input)]
  expect(made.map(({ hold, replayed }) => [hold.memberId, replayed])).toEqual([
    [town.member('wash').id, false],
    [town.member('service').id, false],
  ])
  expect(await createHold(there, input)).toEqual({ hold: made[1]?.hold, replayed: true })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
