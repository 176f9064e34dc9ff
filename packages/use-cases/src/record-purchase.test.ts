import { minor, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CustomerClosedError } from './errors/customer.ts'
import { IdempotencyKeyMismatchError } from './errors/idempotency.ts'
import { MemberNotActiveError } from './errors/member.ts'
import { NotFoundError } from './errors/not-found.ts'
import { InsufficientPointsError, PointsShareExceededError } from './errors/points.ts'
import { ReceiptAlreadyUsedError } from './errors/purchase.ts'
import { ValidationError } from './errors/validation.ts'
import { quotePurchase } from './quote-purchase.ts'
import { readWallet } from './read-wallet.ts'
import { type RecordPurchaseInput, recordPurchase } from './record-purchase.ts'
import { suspendMember } from './suspend-member.ts'
import { aCoalition, aSale, type BuiltCoalition, ledgerRows, roubles } from './testing/index.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition()
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

describe('a refused purchase writes nothing but its refusal', () => {
  const HUGE = 10n ** 12n + 1n
  const amount = (value: bigint) => ({ amountMinor: minor(value), currency: 'RUB' })
  const bad: readonly (readonly [string, Partial<RecordPurchaseInput>, new (...args: never[]) => Error])[] = [
    ['a customer that is none', { customer: { id: uuidv7() } }, NotFoundError],
    ['an id that is no UUID', { customer: { id: "' or 1=1" } }, NotFoundError],
    ['an unknown phone', { customer: { phone: '+79990000000' } }, NotFoundError],
    ['a phone that is none', { customer: { phone: 'abc' } }, ValidationError],
    ['a mistyped card', { customer: { cardNumber: '9000000000000002' } }, ValidationError],
    ['a total of zero', { total: amount(0n) }, ValidationError],
    ['a negative total', { total: amount(-1n) }, ValidationError],
    ['a huge total', { total: amount(HUGE) }, ValidationError],
    ['another currency', { total: { amountMinor: minor(1n), currency: 'USD' } }, ValidationError],
    ['negative points', { points: points(-1n) }, ValidationError],
    ['points beyond bigint', { points: points(2n ** 63n) }, ValidationError],
    ['points above the share', { points: points(501n) }, PointsShareExceededError],
    [
      'points above the balance',
      { total: roubles(900_000), points: points(400_000n) },
      InsufficientPointsError,
    ],
    ['lines that do not sum', { lines: [{ ref: '1', title: 'x', total: roubles(1) }] }, ValidationError],
    [
      'a line named twice',
      { lines: [1, 2].map(() => ({ ref: '1', title: 'x', total: roubles(500) })) },
      ValidationError,
    ],
    ['a future sale', { occurredAt: new Date(Date.now() + 3_600_000) }, ValidationError],
    ['no receipt', { receiptRef: '' }, ValidationError],
    ['an endless receipt', { receiptRef: 'x'.repeat(129) }, ValidationError],
    ['a receipt with a control character', { receiptRef: 'a\u0000b' }, ValidationError],
    ['no key', { idempotencyKey: '' }, ValidationError],
    ['an endless key', { idempotencyKey: 'x'.repeat(256) }, ValidationError],
  ]
  it.each(bad)('%s', async (_, overrides, errorClass) => {
    const rows = await ledgerRows(town.store)
    await expect(recordPurchase(wash(), aSale(anna(), overrides))).rejects.toThrow(errorClass)
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('a receipt that is used, with the purchase that has it', async () => {
    const sale = aSale(anna())
    const { purchase } = await recordPurchase(wash(), sale)
    const rows = await ledgerRows(town.store)
    const again = recordPurchase(wash(), { ...sale, idempotencyKey: uuidv7() })
    await expect(again).rejects.toThrow(ReceiptAlreadyUsedError)
    await expect(again).rejects.toMatchObject({ purchaseId: purchase.id, receiptRef: sale.receiptRef })
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('a closed customer, a member that has not accepted, a suspended member, another coalition', async () => {
    const stranger = await aCoalition().withMember('shop').withCustomer('Strange').open(town.store)
    const rows = await ledgerRows(town.store)
    const gone = recordPurchase(wash(), aSale(town.customer('Gone')))
    await expect(gone).rejects.toThrow(CustomerClosedError)
    for (const handle of ['invited', 'suspended'])
      await expect(recordPurchase(town.member(handle).context, aSale(anna()))).rejects.toThrow(
        MemberNotActiveError,
      )
    await expect(recordPurchase(wash(), aSale(stranger.customer('Strange')))).rejects.toThrow(NotFoundError)
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('a sale of 31 days ago in a LIVE coalition', async () => {
    const live = await aCoalition({ mode: 'LIVE' }).withMember('shop').withCustomer('Late').open(town.store)
    const { context } = live.member('shop')
    const daysAgo = (days: number) => ({ occurredAt: new Date(Date.now() - days * 86_400_000) })
    await expect(recordPurchase(context, aSale(live.customer('Late'), daysAgo(31)))).rejects.toThrow(
      ValidationError,
    )
    const { purchase } = await recordPurchase(context, aSale(live.customer('Late'), daysAgo(29)))
    expect(purchase.pointsEarned).toBe(50n)
  })
})
