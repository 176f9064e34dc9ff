import {
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  minor,
  NotFoundError,
  points,
  type Refusal,
} from '@artel/ledger'
import { expiryOf } from '@artel/rules'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { updateMember } from '../member/update-member.ts'
import { aCoalition, aSale, type BuiltCoalition, booksOf, ledgerRows, roubles } from '../testing/index.ts'
import { TIME_ZONE } from '../testing/local-days.ts'
import { quotePurchase } from './quote-purchase.ts'
import { recordPurchase } from './record-purchase.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 2 })
    .withMember('service')
    .withMember('wash', { earnRule: { kind: 'PERCENT', percentBps: 300 } })
    .withMember('invited', { invited: true })
    .withMember('suspended')
    .withCustomer('Anna', { phone: '8 (912) 345-67-89', reference: 'anna-1' })
    .withCustomer('Gone')
    .open(database.store)
  await suspendMember(town.adminContext, { memberId: town.member('suspended').id })
  await town.store.prisma.customer.update({
    where: { coalitionId_id: { coalitionId: town.id, id: town.customer('Gone').id } },
    data: { status: 'CLOSED' },
  })
  await recordPurchase(
    town.member('service').context,
    aSale(town.customer('Anna'), { total: roubles(40_000) }),
  )
})
afterAll(() => database.drop())

const anna = () => town.customer('Anna')
const wash = () => town.member('wash').context
const walletOf = async (customerId: string) => {
  const wallets = await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [customerId] })
  return wallets.get(customerId)
}

describe('a recorded purchase', () => {
  it('does what its quote said: redeems its points part and earns on its money part only', async () => {
    const bill = { total: roubles(1_000), points: points(300n) }
    const before = await walletOf(anna().id)
    const quote = await quotePurchase(wash(), { customer: { id: anna().id }, ...bill })
    const { purchase, balanceAfter, replayed } = await recordPurchase(wash(), aSale(anna(), bill))
    expect(quote).toMatchObject({
      totalMinor: purchase.totalMinor,
      pointsToRedeem: purchase.pointsRedeemed,
      pointsPartMinor: purchase.pointsPartMinor,
      moneyPartMinor: purchase.totalMinor - purchase.pointsPartMinor,
      pointsToEarn: purchase.pointsEarned,
      maxPoints: 500n,
      faceValueMinor: 100n,
    })
    expect(purchase).toMatchObject({ pointsRedeemed: 300n, pointsPartMinor: 30_000n, pointsEarned: 21n })
    expect([balanceAfter - (before?.balance ?? 0n), replayed]).toEqual([-279n, false])
    expect((await walletOf(anna().id))?.balance).toBe(balanceAfter)
  })

  it('finds the customer by phone in any notation, by card and by its own reference', async () => {
    const card = await town.store.prisma.card.findFirstOrThrow({ where: { customerId: anna().id } })
    const spelled = card.number.replace(/(.{4})/g, '$1 ')
    for (const customer of [{ phone: '+7 912 345 67 89' }, { cardNumber: spelled }]) {
      const { purchase } = await recordPurchase(wash(), aSale(anna(), { customer }))
      expect(purchase.customerId).toBe(anna().id)
    }
    const service = town.member('service').context
    const sale = aSale(anna(), { customer: { reference: 'anna-1' } })
    expect((await recordPurchase(service, sale)).purchase.customerId).toBe(anna().id)
    await expect(recordPurchase(wash(), { ...sale, receiptRef: uuidv7() })).rejects.toThrow(NotFoundError)
  })

  it('does, or refuses, what its quote said for any bill', async () => {
    const bill = fc.record({
      kopecks: fc.bigInt({ min: 1n, max: 200_000n }),
      share: fc.bigInt({ min: 0n, max: 6_000n }),
    })
    const refusalOf = ({ code, details }: Refusal) => ({ code, details })
    const sameAsQuoted = async ({ kopecks, share }: { kopecks: bigint; share: bigint }) => {
      const total = { amountMinor: minor(kopecks), currency: 'RUB' }
      const asked = { total, points: points((kopecks * share) / 1_000_000n) }
      const quoted = await quotePurchase(wash(), { customer: { id: anna().id }, ...asked }).then(
        (quote) => [quote.pointsToRedeem, quote.pointsPartMinor, quote.pointsToEarn],
        refusalOf,
      )
      const recorded = await recordPurchase(wash(), aSale(anna(), asked)).then(
        ({ purchase }) => [purchase.pointsRedeemed, purchase.pointsPartMinor, purchase.pointsEarned],
        refusalOf,
      )
      expect(recorded).toEqual(quoted)
    }
    await fc.assert(fc.asyncProperty(bill, sameAsQuoted), {
      numRuns: 60,
      examples: [[{ kopecks: 100n, share: 0n }]],
    })
  })

  it('reads nothing before the write path when it names the customer by id, and once when by phone', async () => {
    await recordPurchase(wash(), aSale(anna()))
    let reads = 0
    const count = () => {
      reads += 1
    }
    town.store.pool.on('acquire', count)
    await recordPurchase(wash(), aSale(anna()))
    const byId = reads
    await recordPurchase(wash(), aSale(anna(), { customer: { phone: '+79123456789' } }))
    town.store.pool.off('acquire', count)
    expect([byId, reads]).toEqual([0, 1])
  })

  it('gives points that wait for their activation', async () => {
    const slow = await aCoalition({ terms: { activationDelayDays: 2 } })
      .withMember('shop')
      .withCustomer('Vera')
      .open(town.store)
    const { context } = slow.member('shop')
    const vera = slow.customer('Vera')
    await recordPurchase(context, aSale(vera))
    const wallet = async () =>
      (await readWallet(context, { coalitionId: slow.id, customerIds: [vera.id] })).get(vera.id)
    expect(await wallet()).toMatchObject({ balance: 50n, available: 0n, pending: 50n })
    const spend = () => recordPurchase(context, aSale(vera, { points: points(50n) }))
    await expect(spend()).rejects.toThrow(InsufficientPointsError)
    await advanceClock(slow.adminContext, { seconds: 2 * 86_400 })
    expect(await wallet()).toMatchObject({ balance: 50n, available: 50n, pending: 0n })
    await spend()
  })

  it('spares a member the redeem fee on its own points when the terms say so', async () => {
    for (const [selfRedemptionFeeWaived, fee] of [
      [true, 0n],
      [false, 1_000_000n],
    ] as const) {
      const own = await aCoalition({ terms: { selfRedemptionFeeWaived } })
        .withMember('shop')
        .withCustomer('Vera')
        .open(town.store)
      const { context } = own.member('shop')
      await recordPurchase(context, aSale(own.customer('Vera')))
      const before = (await booksOf(town.store, own.id)).money('FEES')
      const sale = aSale(own.customer('Vera'), { total: roubles(100), points: points(50n) })
      const { purchase } = await recordPurchase(context, sale)
      const after = (await booksOf(town.store, own.id)).money('FEES')
      expect(before - after).toBe(fee + purchase.pointsEarned * 100_000n)
    }
  })

  it('of an earlier day earns by the rule of that day, and its points are counted from it', async () => {
    const old = await aCoalition({ openedDaysAgo: 10 })
      .withMember('shop')
      .withCustomer('Olga')
      .open(town.store)
    const { context, id: memberId } = old.member('shop')
    const rule = { kind: 'PERCENT' as const, percentBps: 1_000 }
    await updateMember(old.adminContext, { memberId, earnRule: rule })
    const occurredAt = new Date(Date.now() - 5 * 86_400_000)
    const { purchase: late } = await recordPurchase(context, aSale(old.customer('Olga'), { occurredAt }))
    const { purchase: today } = await recordPurchase(context, aSale(old.customer('Olga')))
    expect([late.pointsEarned, today.pointsEarned]).toEqual([50n, 100n])
    const lot = await town.store.prisma.lot.findFirstOrThrow({ where: { id: late.earnedLotId ?? '' } })
    expect(lot.activatesAt).toEqual(occurredAt)
    expect(lot.expiresAt).toEqual(
      expiryOf(
        { expiry: { kind: 'ROLLING_MONTHS', months: 12 }, activationDelayDays: 0 },
        occurredAt,
        TIME_ZONE,
      ),
    )
  })

  it('that earns and redeems nothing is still recorded', async () => {
    const { purchase } = await recordPurchase(wash(), aSale(anna(), { total: roubles(0, 1) }))
    expect(purchase).toMatchObject({ pointsEarned: 0n, pointsRedeemed: 0n, earnedLotId: null })
  })

  it('keeps its lines and when it occurred', async () => {
    const occurredAt = new Date(Date.now() - 86_400_000)
    const lines = [
      { ref: '1', title: 'Oil', total: roubles(600) },
      { ref: '2', title: 'Filter', total: roubles(400) },
    ]
    const { purchase } = await recordPurchase(wash(), aSale(anna(), { occurredAt, lines }))
    expect(purchase.occurredAt).toEqual(occurredAt)
    expect(purchase.lines).toEqual([
      { ref: '1', title: 'Oil', totalMinor: '60000' },
      { ref: '2', title: 'Filter', totalMinor: '40000' },
    ])
  })
})

describe('an idempotency key', () => {
  it('answers the same sale the same again, marked replayed, and writes nothing', async () => {
    const sale = aSale(anna(), { points: points(10n) })
    const first = await recordPurchase(wash(), sale)
    const rows = await ledgerRows(town.store)
    const again = await recordPurchase(wash(), { ...sale })
    expect(again).toEqual({ ...first, replayed: true })
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('answers 20 concurrent sends of one sale with one effect', async () => {
    const sale = aSale(anna())
    const answers = await Promise.all(Array.from({ length: 20 }, () => recordPurchase(wash(), sale)))
    expect(new Set(answers.map(({ purchase }) => purchase.id)).size).toBe(1)
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
    const receipt = { coalitionId: town.id, receiptRef: sale.receiptRef }
    expect(await town.store.prisma.purchase.count({ where: receipt })).toBe(1)
  })

  it('replays a refusal as its class, even once the points are there', async () => {
    const poor = await aCoalition().withMember('shop').withCustomer('Poor').open(town.store)
    const { context } = poor.member('shop')
    const sale = aSale(poor.customer('Poor'), { points: points(50n) })
    const refused = await recordPurchase(context, sale).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(InsufficientPointsError)
    expect(refused).toMatchObject({ available: 0n, requested: 50n, replayed: false })
    await recordPurchase(context, aSale(poor.customer('Poor'), { total: roubles(10_000) }))
    const again = await recordPurchase(context, sale).catch((error: unknown) => error)
    expect(again).toBeInstanceOf(InsufficientPointsError)
    expect(again).toMatchObject({ available: 0n, requested: 50n, replayed: true })
  })

  it('with another body is a mismatch, and belongs to its member alone', async () => {
    const sale = aSale(anna())
    await recordPurchase(wash(), sale)
    const other = { ...sale, total: roubles(999) }
    await expect(recordPurchase(wash(), other)).rejects.toThrow(IdempotencyKeyMismatchError)
    const { replayed } = await recordPurchase(town.member('service').context, other)
    expect(replayed).toBe(false)
  })
})

describe('64 concurrent spends of one balance', () => {
  it('never exceed it', async () => {
    const rush = await aCoalition().withMember('shop').withCustomer('Rich').open(town.store)
    const { context } = rush.member('shop')
    const rich = rush.customer('Rich')
    await recordPurchase(context, aSale(rich, { total: roubles(2_000) }))
    const spend = () => recordPurchase(context, aSale(rich, { total: roubles(20), points: points(10n) }))
    const results = await Promise.allSettled(Array.from({ length: 64 }, spend))
    const refused = results.filter((result) => result.status === 'rejected')
    expect(results.length - refused.length).toBe(10)
    for (const { reason } of refused) expect(reason).toBeInstanceOf(InsufficientPointsError)
    const wallet = await readWallet(context, { coalitionId: rush.id, customerIds: [rich.id] })
    expect(wallet.get(rich.id)).toMatchObject({ balance: 0n, available: 0n })
  })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
