import { points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { type UpdateCoalitionInput, updateCoalition } from '../coalition/update-coalition.ts'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { voidHold } from '../hold/void-hold.ts'
import { awardPromo } from '../points/award-promo.ts'
import { proposeAdjustment } from '../points/propose-adjustment.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let elsewhere: Store
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  elsewhere = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await elsewhere.close()
  await database.drop()
})
/** Anna has 5000 points. */
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withMember('wash')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(store)
  shop = town.member('shop').context
  anna = { id: town.customer('Anna').id }
  await recordPurchase(shop, { ...aSale(anna), total: roubles(100_000) })
})

const limited = (limits: UpdateCoalitionInput) => updateCoalition(town.adminContext, limits)
const spending = (spent: bigint) => aSale(anna, { points: points(spent) })
const holding = (held: bigint) => aHold(anna, { points: points(held) })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)
const refused = (reached: string, facts: object = {}) =>
  expect.objectContaining({ code: 'SPENDING_LIMIT_REACHED', reached, retryable: true, ...facts })
const move = (seconds: number) =>
  store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  })

describe('a limit of points', () => {
  test('is kept to the point by 64 callers of two processes, who spend and hold', async () => {
    await limited({ hourlySpendingLimitPoints: points(100n) })
    const spends = Array.from({ length: 64 }, (_, i) => {
      const context = { ...shop, store: i % 2 ? store : elsewhere }
      return outcome(i % 3 ? recordPurchase(context, spending(10n)) : createHold(context, holding(10n)))
    })
    const outcomes = await Promise.all(spends)
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(10)
    expect(outcomes.filter((one) => one !== 'done')).toEqual(
      Array.from({ length: 54 }, () => refused('POINTS_PER_HOUR', { left: 0n, retryAt: expect.any(Date) })),
    )
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
    expect(findings).toEqual([])
  })

  test('lets the same command go on under its key an hour later, and not earlier', async () => {
    await limited({ hourlySpendingLimitPoints: points(100n) })
    await recordPurchase(shop, spending(80n))
    const asked = spending(30n)
    expect(await outcome(recordPurchase(shop, asked))).toEqual(refused('POINTS_PER_HOUR', { left: 20n }))
    await move(3_000)
    expect(await outcome(recordPurchase(shop, asked))).toEqual(refused('POINTS_PER_HOUR'))
    await move(601)
    expect(await recordPurchase(shop, asked)).toMatchObject({ replayed: false })
  })

  test('by the day counts what was spent hours ago', async () => {
    await limited({ dailySpendingLimitPoints: points(100n) })
    await recordPurchase(shop, spending(100n))
    expect(await outcome(createHold(shop, holding(1n)))).toEqual(refused('POINTS_PER_DAY'))
    await move(24 * 3_600)
    expect(await outcome(createHold(shop, holding(1n)))).toBe('done')
  })

  test('counts a hold once, with what was held; one that was let go gives its room back', async () => {
    await limited({ hourlySpendingLimitPoints: points(100n) })
    const { hold } = await createHold(shop, holding(60n))
    const captured = { holdId: hold.id, receiptRef: 'held', total: roubles(1_000), idempotencyKey: uuidv7() }
    await captureHold(shop, { ...captured, points: points(10n) })
    expect(await outcome(recordPurchase(shop, spending(41n)))).toEqual(
      refused('POINTS_PER_HOUR', { left: 40n }),
    )
    const other = await createHold(shop, holding(40n))
    expect(await outcome(recordPurchase(shop, spending(1n)))).toEqual(
      refused('POINTS_PER_HOUR', { left: 0n }),
    )
    await voidHold(shop, { holdId: other.hold.id, idempotencyKey: uuidv7() })
    await recordPurchase(shop, spending(40n))
  })

  test('is said by the quote, binds no earning and no other customer, and is off again with null', async () => {
    await limited({ hourlySpendingLimitPoints: points(0n), dailySpendingLimitPoints: points(0n) })
    const total = roubles(1_000)
    const quoted = quotePurchase(shop, { customer: anna, total, points: points(1n) })
    expect(await outcome(quoted)).toEqual(refused('POINTS_PER_HOUR', { left: 0n, retryAt: null }))
    await recordPurchase(shop, spending(0n))
    await limited({ hourlySpendingLimitPoints: null, dailySpendingLimitPoints: null })
    await recordPurchase(shop, spending(400n))
  })
})

test('a limit of spendings is kept by many callers, and large ones count as small ones do', async () => {
  await limited({ hourlySpendingLimitCount: 3 })
  const spends = Array.from({ length: 20 }, (_, i) =>
    outcome(recordPurchase({ ...shop, store: i % 2 ? store : elsewhere }, spending(BigInt(i + 1)))),
  )
  const outcomes = await Promise.all(spends)
  expect(outcomes.filter((one) => one === 'done')).toHaveLength(3)
  expect(outcomes.find((one) => one !== 'done')).toEqual(refused('SPENDINGS_PER_HOUR'))
})

describe('a limit of awards', () => {
  const award = (context: Context, given: bigint, name = 'Anna') =>
    awardPromo(context, {
      customer: { id: town.customer(name).id },
      points: points(given),
      idempotencyKey: uuidv7(),
    })

  test('is kept for each member and customer by many callers of two processes', async () => {
    await limited({ dailyAwardLimitPoints: points(100n) })
    const gifts = Array.from({ length: 30 }, (_, i) =>
      outcome(award({ ...shop, store: i % 2 ? store : elsewhere }, 25n)),
    )
    const outcomes = await Promise.all(gifts)
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(4)
    expect(outcomes.find((one) => one !== 'done')).toEqual(
      expect.objectContaining({ code: 'AWARD_LIMIT_REACHED', left: 0n, retryAt: expect.any(Date) }),
    )
    await award(shop, 100n, 'Boris')
    await award(town.member('wash').context, 100n)
    expect(await outcome(award(town.member('wash').context, 1n))).toEqual(
      expect.objectContaining({ code: 'AWARD_LIMIT_REACHED' }),
    )
  })
})

describe('a limit of awards and adjustments', () => {
  const kinds = ['CORRECTION', 'GOODWILL'] as const
  const adjust = (context: Context, given: bigint, kind: (typeof kinds)[number] = 'GOODWILL') =>
    proposeAdjustment(context, {
      ...{ customer: anna, points: points(given), kind, reason: 'sorry', idempotencyKey: uuidv7() },
      ...(context === town.adminContext ? { memberId: town.member('shop').id } : {}),
    })
  const lavish = (left: bigint) => expect.objectContaining({ code: 'AWARD_LIMIT_REACHED', left })

  test('counts both, whoever gives and whatever it is called; taking back is free', async () => {
    await limited({ dailyAwardLimitPoints: points(100n) })
    await adjust(shop, 60n)
    for (const kind of kinds) expect(await outcome(adjust(shop, 41n, kind))).toEqual(lavish(40n))
    expect(await outcome(adjust(town.adminContext, 41n))).toEqual(lavish(40n))
    const award = { customer: anna, points: points(41n), idempotencyKey: uuidv7() }
    expect(await outcome(awardPromo(shop, award))).toEqual(lavish(40n))
    await adjust(shop, -500n)
    await adjust(shop, 40n)
    await move(24 * 3_600)
    expect(await outcome(awardPromo(shop, award))).toBe('done')
  })

  test('is kept by adjustments of many callers of two processes', async () => {
    await limited({ dailyAwardLimitPoints: points(100n) })
    const gifts = Array.from({ length: 16 }, (_, i) =>
      outcome(adjust({ ...shop, store: i % 2 ? store : elsewhere }, 25n)),
    )
    expect((await Promise.all(gifts)).filter((one) => one === 'done')).toHaveLength(4)
  })
})

test.each([
  { hourlySpendingLimitCount: 0 },
  { hourlySpendingLimitCount: 10_001 },
  { dailySpendingLimitPoints: points(-1n) },
])('a limit that is none is refused: %o', async (limits) => {
  expect(await outcome(limited(limits))).toEqual(expect.objectContaining({ code: 'INVALID_INPUT' }))
})
