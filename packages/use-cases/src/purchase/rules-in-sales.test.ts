import { basisPoints, minor, points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { updateMember } from '../member/update-member.ts'
import { aRunningRule } from '../testing/a-rule.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import { quotePurchase } from './quote-purchase.ts'
import { recordPurchase } from './record-purchase.ts'
import { refundPurchase } from './refund-purchase.ts'
import { readRules } from './stored-rules.ts'

let database: TestDatabase
/** Another process. */
let other: Store
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

/** The service earns 5 %. Anna and Boris are customers. */
const aTown = () =>
  aCoalition()
    .withMember('service', {
      earnRule: { kind: 'PERCENT', percentBps: 500 },
    })
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)

const line = (ref: string, total: number, more: object = {}) => ({
  ref,
  title: ref,
  total: roubles(total),
  ...more,
})
const sell = async (town: BuiltCoalition, over: Parameters<typeof aSale>[1] = {}, who = 'Anna') =>
  (await recordPurchase(town.member('service').context, aSale(town.customer(who), over))).purchase
const refund = (town: BuiltCoalition, id: string, over: object = {}) =>
  refundPurchase(town.member('service').context, {
    purchase: { id },
    reason: 'Did not fit',
    idempotencyKey: uuidv7(),
    ...over,
  })
const usedOf = async (town: BuiltCoalition, ownerId: string) =>
  (await town.store.prisma.counter.findMany({ where: { coalitionId: town.id, ownerId } })).map(
    ({ used }) => used,
  )
const isSound = async (town: BuiltCoalition) =>
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings).toEqual(
    [],
  )

const OIL = { categories: ['service/oil'], skus: [] }
const NO_LIMITS = { perPurchasePoints: null, perCustomer: null, budget: null }

describe('a sale under rules', () => {
  it('does what its quote said: discounts, then points, then earning, and says why', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    await sell(town, { total: roubles(20_000) })
    const off = await aRunningRule(town, 'service', {
      give: [{ kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(1_000n) }],
      if: { anyLine: OIL },
    })
    const ten = await aRunningRule(town, 'service', { if: { code: 'SUMMER' } })
    const bill = {
      total: roubles(1_000),
      lines: [line('oil', 400, { category: 'service/oil/5w30' }), line('work', 600)],
      points: points(96n),
    }
    const customer = { id: town.customer('Anna').id }
    const quote = await quotePurchase(context, { ...bill, customer })
    expect(quote).toMatchObject({
      ...{ discountMinor: 4_000n, pointsPartMinor: 9_600n, moneyPartMinor: 86_400n },
      ...{ pointsToEarn: 43n, maxPoints: 480n },
      given: [{ rule: { id: off.versionId }, discountMinor: 4_000n }],
      skipped: [{ rule: { id: ten.versionId }, reason: 'NO_CODE' }],
    })
    const purchase = await sell(town, bill)
    expect(purchase).toMatchObject({
      ...{ totalMinor: 100_000n, discountMinor: 4_000n, pointsPartMinor: 9_600n, pointsEarned: 43n },
      lines: [
        { ref: 'oil', totalMinor: '40000', discountMinor: '4000' },
        { ref: 'work', totalMinor: '60000' },
      ],
    })
    expect(readRules(purchase.rules)).toEqual({
      base: '43',
      given: [{ rule: off.versionId, points: '0', discounts: ['4000', '0'] }],
      // A code that nobody named has nothing to do with the bill, and is not kept with it.
      skipped: [],
    })
    const coded = await sell(town, { ...bill, points: points(0n), code: 'summer' })
    expect(coded).toMatchObject({ pointsEarned: 48n + 96n })
    await isSound(town)
  })

  it('earns nothing on a line that does not earn, and takes nothing back when it is refunded', async () => {
    const town = await aTown()
    const purchase = await sell(town, { lines: [line('card', 600, { earns: false }), line('work', 400)] })
    expect(purchase).toMatchObject({ pointsEarned: 20n, rules: null })
    expect((await refund(town, purchase.id, { lines: [{ ref: 'card' }] })).refund).toMatchObject({
      pointsRecovered: 0n,
    })
    expect((await refund(town, purchase.id)).refund).toMatchObject({ pointsRecovered: 20n })
    await isSound(town)
  })

  it('of a hold is priced as its capture finds it', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    await sell(town, { total: roubles(20_000) })
    const { hold } = await createHold(
      context,
      aHold(town.customer('Anna'), { bill: roubles(1_000), points: points(500n) }),
    )
    await aRunningRule(town, 'service', { give: [{ kind: 'DISCOUNT_FIXED', amountMinor: minor(20_000n) }] })
    const { purchase } = await captureHold(context, {
      ...{ holdId: hold.id, receiptRef: uuidv7(), total: roubles(1_000), idempotencyKey: uuidv7() },
    })
    expect(purchase).toMatchObject({ discountMinor: 20_000n, pointsRedeemed: 400n, pointsEarned: 20n })
    await isSound(town)
  })
})

describe('a limit', () => {
  const budget = (n: bigint) => ({
    ...NO_LIMITS,
    budget: { unit: 'POINTS', points: points(n), per: 'MONTH' } as const,
  })

  it('of a budget holds to the point under sales that race in two processes', async () => {
    const town = await aTown()
    const { ruleId } = await aRunningRule(town, 'service', { limits: budget(1_000n) })
    const { context } = town.member('service')
    const sales = Array.from({ length: 64 }, (_, index) =>
      recordPurchase(
        { ...context, store: index % 2 === 0 ? context.store : other },
        aSale(town.customer(index % 3 === 0 ? 'Anna' : 'Boris'), { total: roubles(370) }),
      ),
    )
    const sold = (await Promise.all(sales)).map(({ purchase }) => purchase)
    const given = sold.map(({ pointsEarned }) => pointsEarned - 18n)
    expect(new Set(given)).toEqual(new Set([0n, 37n]))
    const sum = given.reduce((total, n) => total + n, 0n)
    expect(sum).toBe(37n * 27n)
    expect(await usedOf(town, ruleId)).toEqual([sum])
    await isSound(town)
  })

  it('gets back what refunds undo, in the period that it came from, and never more', async () => {
    const town = await aTown()
    const { ruleId } = await aRunningRule(town, 'service', { limits: budget(150n) })
    const first = await sell(town, { total: roubles(1_000) })
    expect(first.pointsEarned).toBe(150n)
    expect((await sell(town)).pointsEarned).toBe(50n)
    await refund(town, first.id, { amount: roubles(333, 33) })
    expect(await usedOf(town, ruleId)).toEqual([67n])
    await refund(town, first.id, { amount: roubles(0, 1) })
    expect(await usedOf(town, ruleId)).toEqual([67n])
    await refund(town, first.id)
    expect(await usedOf(town, ruleId)).toEqual([0n])
    expect((await sell(town)).pointsEarned).toBe(150n)
    await isSound(town)
  })

  it('of a customer counts uses, until all that one gave is undone', async () => {
    const town = await aTown()
    await aRunningRule(town, 'service', {
      limits: { ...NO_LIMITS, perCustomer: { times: 1, per: 'RULE' } },
    })
    const first = await sell(town)
    expect(first.pointsEarned).toBe(150n)
    expect((await sell(town)).pointsEarned).toBe(50n)
    expect((await sell(town, {}, 'Boris')).pointsEarned).toBe(150n)
    await refund(town, first.id, { amount: roubles(999) })
    expect((await sell(town)).pointsEarned).toBe(50n)
    await refund(town, first.id)
    expect((await sell(town)).pointsEarned).toBe(150n)
    await isSound(town)
  })
})

describe('a rule for some customers', () => {
  it('sees the purchases before, those of the same batch too', async () => {
    const town = await aTown()
    await aRunningRule(town, 'service', { if: { firstPurchaseHere: true } })
    const sales = await Promise.all(Array.from({ length: 5 }, () => sell(town)))
    expect(sales.map(({ pointsEarned }) => pointsEarned).sort()).toEqual([150n, 50n, 50n, 50n, 50n])
  })
})

describe('a refund under rules', () => {
  it('takes back what the rest of the bill no longer deserves', async () => {
    const town = await aTown()
    await aRunningRule(town, 'service', {
      if: { minTotalMinor: minor(80_000n) },
      give: [{ kind: 'POINTS_FIXED', points: points(100n) }],
    })
    const purchase = await sell(town)
    expect(purchase.pointsEarned).toBe(150n)
    expect((await refund(town, purchase.id, { amount: roubles(100) })).refund.pointsRecovered).toBe(5n)
    expect((await refund(town, purchase.id, { amount: roubles(150) })).refund.pointsRecovered).toBe(107n)
    expect((await refund(town, purchase.id)).refund.pointsRecovered).toBe(38n)
    await isSound(town)
  })

  it('is the plain floor where rules were looked at and gave nothing', async () => {
    const town = await aTown()
    await updateMember(town.adminContext, {
      memberId: town.member('service').id,
      earnRule: { kind: 'FIXED', fixedPoints: points(30n) },
    })
    await aRunningRule(town, 'service', { if: { code: 'SUMMER' } })
    const purchase = await sell(town)
    expect(purchase.pointsEarned).toBe(30n)
    expect((await refund(town, purchase.id, { amount: roubles(500) })).refund.pointsRecovered).toBe(15n)
    await isSound(town)
  })

  it('gives back what was paid for a discounted line, and no more', async () => {
    const town = await aTown()
    await aRunningRule(town, 'service', {
      if: { anyLine: OIL },
      give: [{ kind: 'DISCOUNT_PERCENT', percentBps: basisPoints(5_000n) }],
    })
    const purchase = await sell(town, {
      lines: [line('oil', 400, { category: 'service/oil' }), line('work', 600)],
    })
    expect((await refund(town, purchase.id, { lines: [{ ref: 'oil' }] })).refund).toMatchObject({
      ...{ amountMinor: 20_000n, moneyMinor: 20_000n },
    })
    await expect(refund(town, purchase.id, { amount: roubles(601) })).rejects.toMatchObject({
      ...{ code: 'REFUND_EXCEEDS_PURCHASE', refundable: 60_000n },
    })
    expect((await refund(town, purchase.id)).refund).toMatchObject({ amountMinor: 60_000n })
    await isSound(town)
  })
})
