import {
  CaptureExceedsHoldError,
  HoldNotOpenError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  InvalidInputError,
  NotFoundError,
  PointsShareExceededError,
  ReceiptAlreadyUsedError,
  RefundExceedsPurchaseError,
} from '@artel/sdk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLossyProxy } from './lossy-proxy.ts'
import { rub, type SdkWorld, startSdkWorld } from './sdk-world.ts'

let world: SdkWorld
beforeAll(async () => {
  world = await startSdkWorld()
})
afterAll(() => world?.stop())

describe('a day of a shop', () => {
  it('enrols a customer and finds it again by phone, card, reference and id', async () => {
    const { customer } = await world.service.customers
      .enrol({ name: 'Boris', phone: '8 (912) 555-00-01', reference: 'crm-1', consentVersion: '1' })
      .unwrap()
    const found = await Promise.all([
      world.service.customers.get(customer.id),
      world.service.customers.find({ phone: '+79125550001' }),
      world.service.customers.find({ cardNumber: customer.card?.number ?? '' }),
      world.service.customers.find({ reference: 'crm-1' }),
    ])
    expect(found.map((one) => one?.id)).toEqual(Array.from({ length: 4 }, () => customer.id))
    expect(await world.wash.customers.find({ reference: 'crm-1' })).toBeNull()

    const again = await world.service.customers.enrol({
      name: 'Boris',
      phone: '+7 912 555-00-01',
      consentVersion: '1',
    })
    expect(again).toMatchObject({ __typename: 'AlreadyExistsError', existingId: customer.id })
  })

  it('earns, quotes, holds, captures and refunds, and the wallet agrees at every step', async () => {
    const { id } = await world.customerWith150Points()
    expect(await world.walletOf(id)).toMatchObject({ balance: '150', available: '150', reserved: '0' })

    const quote = await world.wash.purchases.quote({ customer: { id }, total: rub(1_000) }).unwrap()
    expect(quote).toMatchObject({ maxPoints: '150', pointsToEarn: '30', faceValue: { amountMinor: '100' } })

    const { hold } = await world.wash.holds
      .create({ customer: { id }, orderRef: 'order-1', bill: rub(500), points: 100n })
      .unwrap()
    expect(hold).toMatchObject({ status: 'OPEN', points: '100' })
    expect(await world.walletOf(id)).toMatchObject({ balance: '150', available: '50', reserved: '100' })
    expect(await world.wash.holds.listOpen({ id })).toMatchObject([{ id: hold.id }])

    const captured = await world.wash.holds
      .capture({ holdId: hold.id, receiptRef: 'wash-1', total: rub(400) })
      .unwrap()
    expect(captured.hold.status).toBe('CAPTURED')
    expect(captured).toMatchObject({
      purchase: { pointsRedeemed: '100', moneyPart: { amountMinor: '30000' }, pointsEarned: '9' },
      balanceAfter: '59',
      replayed: false,
    })
    expect(await world.wash.holds.get(hold.id)).toMatchObject({ purchase: { id: captured.purchase.id } })

    const refunded = await world.wash.purchases.refund({ purchase: { receiptRef: 'wash-1' } }).unwrap()
    expect(refunded).toMatchObject({
      refund: { pointsReturned: '100', pointsRecovered: '9', moneyPart: { amountMinor: '30000' } },
      balanceAfter: '150',
    })
    const purchase = await world.wash.purchases.get({ id: captured.purchase.id })
    expect(purchase).toMatchObject({
      refundable: { amountMinor: '0' },
      refunds: [{ id: refunded.refund.id }],
    })
  })

  it('gives the points of a voided hold back', async () => {
    const { id } = await world.customerWith150Points()
    const { hold } = await world.service.holds
      .create({ customer: { id }, orderRef: 'order-2', bill: rub(500), points: '40' })
      .unwrap()
    await world.service.holds.void({ holdId: hold.id }).unwrap()
    expect(await world.walletOf(id)).toMatchObject({ available: '150', reserved: '0' })
  })

  it('lists a statement whose events add up to the balance, page by page', async () => {
    const { id } = await world.customerWith150Points()
    for (const receiptRef of ['list-1', 'list-2', 'list-3', 'list-4']) {
      await world.service.purchases
        .record({ customer: { id }, receiptRef, total: rub(200), points: 10n })
        .unwrap()
    }
    const statement = world.service.customers.activity({ id }, { first: 2 })
    const all = await statement.toArray({ limit: 1_000 })
    const balance = all.reduce((sum, { points }) => sum + BigInt(points), 0n)
    expect(`${balance}`).toBe((await world.walletOf(id))?.balance)
    expect(new Set(all.map((entry) => entry.id)).size).toBe(all.length)
    let pages = 0
    for await (const page of statement.pages()) pages += page.nodes.length > 0 ? 1 : 0
    expect(pages).toBe(Math.ceil(all.length / 2))
    const purchases = await world.service.customers.purchases({ id }, { first: 3 }).toArray({ limit: 10 })
    expect(purchases.map(({ receiptRef }) => receiptRef).slice(0, 4)).toEqual([
      'list-4',
      'list-3',
      'list-2',
      'list-1',
    ])
    const own = await world.service.purchases.list({ first: 2 }).toArray({ limit: 3 })
    expect(own.map(({ receiptRef }) => receiptRef)).toEqual(['list-4', 'list-3', 'list-2'])
  })
})

describe('idempotency', () => {
  it('answers the same key with the first answer, and refuses it for another request', async () => {
    const { id } = await world.customerWith150Points()
    const sale = { customer: { id }, receiptRef: 'key-1', total: rub(100), idempotencyKey: 'sale-of-key-1' }
    const first = await world.service.purchases.record(sale).unwrap()
    const second = await world.service.purchases.record(sale).unwrap()
    expect([first.replayed, second.replayed]).toEqual([false, true])
    expect(second.purchase).toEqual(first.purchase)
    const other = world.service.purchases.record({ ...sale, total: rub(101) }).unwrap()
    await expect(other).rejects.toThrow(IdempotencyKeyMismatchError)
  })

  it('replays a refusal as the same refusal', async () => {
    const { id } = await world.customerWith150Points()
    const sale = {
      customer: { id },
      receiptRef: 'key-2',
      total: rub(1_000),
      points: 400n,
      idempotencyKey: 'sale-of-key-2',
    }
    expect(await world.service.purchases.record(sale)).toMatchObject({ available: '150', requested: '400' })
    await world.service.purchases
      .record({ customer: { id }, receiptRef: 'key-3', total: rub(10_000) })
      .unwrap()
    await expect(world.service.purchases.record(sale).unwrap()).rejects.toThrow(InsufficientPointsError)
  })

  it('records once when the reply is lost after the sale was written', async () => {
    const { id } = await world.customerWith150Points()
    const lossy = await startLossyProxy(world.url, { repliesLost: 1 })
    try {
      const result = await world
        .client(world.serviceKey, lossy.url)
        .purchases.record({ customer: { id }, receiptRef: 'lost-1', total: rub(1_000) })
        .unwrap()
      expect(result).toMatchObject({ replayed: true, balanceAfter: '200' })
      expect(lossy.forwarded()).toBe(2)
    } finally {
      await lossy.close()
    }
    expect(await world.walletOf(id)).toMatchObject({ balance: '200' })
    const purchases = await world.service.customers.purchases({ id }).toArray({ limit: 10 })
    expect(purchases).toHaveLength(2)
  })
})

describe('refusals are thrown as their classes', () => {
  it('for points that do not suffice, exceed the share, or exceed the hold', async () => {
    const { id } = await world.customerWith150Points()
    const bill = { customer: { id }, receiptRef: 'no-1', total: rub(1_000) }
    await expect(world.service.purchases.record({ ...bill, points: 151n }).unwrap()).rejects.toMatchObject({
      name: 'InsufficientPointsError',
      available: '150',
      requested: '151',
      retryable: false,
      docUrl: expect.stringContaining('INSUFFICIENT_POINTS'),
      requestId: expect.any(String),
    })
    const small = world.service.purchases.record({ ...bill, total: rub(200), points: 101n }).unwrap()
    await expect(small).rejects.toThrow(PointsShareExceededError)
    const { hold } = await world.service.holds
      .create({ customer: { id }, orderRef: 'no-1', bill: rub(1_000), points: 10n })
      .unwrap()
    const capture = { holdId: hold.id, receiptRef: 'no-2', total: rub(1_000) }
    await expect(world.service.holds.capture({ ...capture, points: 11n }).unwrap()).rejects.toThrow(
      CaptureExceedsHoldError,
    )
    await world.service.holds.void({ holdId: hold.id }).unwrap()
    const closed: unknown = await world.service.holds.capture(capture).unwrap().catch(String)
    expect(closed).toContain('HoldNotOpenError')
    await expect(world.service.holds.capture(capture).unwrap()).rejects.toMatchObject({
      holdStatus: 'VOIDED',
    })
    await expect(world.service.holds.void({ holdId: hold.id }).unwrap()).rejects.toThrow(HoldNotOpenError)
  })

  it('for a receipt used before, too large a refund, a wrong field and a missing customer', async () => {
    const { id, receiptRef } = await world.customerWith150Points()
    const purchase = await world.service.purchases.get({ receiptRef })
    const again = world.service.purchases.record({ customer: { id }, receiptRef, total: rub(1) }).unwrap()
    await expect(again).rejects.toThrow(ReceiptAlreadyUsedError)
    await expect(again).rejects.toMatchObject({ purchaseId: purchase?.id })
    const refund = world.service.purchases.refund({ purchase: { receiptRef }, amount: rub(3_001) }).unwrap()
    await expect(refund).rejects.toThrow(RefundExceedsPurchaseError)
    const nameless = world.service.customers.enrol({ name: '', consentVersion: '1' }).unwrap()
    await expect(nameless).rejects.toThrow(InvalidInputError)
    await expect(nameless).rejects.toMatchObject({ path: ['input', 'name'] })
    const nobody = { customer: { phone: '+79990000000' }, receiptRef: 'no-3', total: rub(1) }
    await expect(world.service.purchases.record(nobody).unwrap()).rejects.toThrow(NotFoundError)
    expect(await world.service.customers.find({ phone: '+79990000000' })).toBeNull()
  })
})
