import { points } from '@artel/ledger'
import { coalitionNow, holdBooks, openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Context } from '../access/principal.ts'
import { pointsOf } from '../customer/points-of.ts'
import { captureHold } from '../hold/capture-hold.ts'
import { createHold } from '../hold/create-hold.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import {
  aCoalition,
  aHold,
  aSale,
  type BuiltCoalition,
  codeFor,
  joinWithCodes,
  keepingSender,
  roubles,
  transferWithCode,
} from '../testing/index.ts'
import { principalsOf } from '../testing/principals.ts'
import { freezeCustomer } from './freeze-customer.ts'
import { recordFreeze } from './record-freeze.ts'
import { unfreezeCustomer } from './unfreeze-customer.ts'

let database: TestDatabase
let store: Store
/** Another process. */
let elsewhere: Store
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
let boris: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  elsewhere = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await elsewhere.close()
  await database.drop()
})
/** Anna has 50 points. */
beforeEach(async () => {
  town = await aCoalition()
    .withMember('shop')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .open(store)
  shop = { ...town.member('shop').context, sender: keepingSender([]) }
  anna = { id: town.customer('Anna').id }
  boris = { id: town.customer('Boris').id }
  await recordPurchase(shop, aSale(anna))
})

const token = (): Context => ({ ...shop, principal: principalsOf(town).customer })
const spending = (spent: bigint) => aSale(anna, { points: points(spent) })
const code = () => codeFor(shop, { purpose: 'UNFREEZE', customer: anna })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)
const refused = (refusal: string, facts: object = {}) => expect.objectContaining({ code: refusal, ...facts })
const frozen = () => refused('CUSTOMER_FROZEN', { customerId: anna.id })
const changes = () =>
  store.prisma.customerFreeze.findMany({ where: { coalitionId: town.id }, orderBy: { id: 'asc' } })

describe('while points are frozen', () => {
  test('nothing of them is spent, held, given or merged away, and quotes say so', async () => {
    await joinWithCodes(shop, { customer: anna, with: boris })
    await freezeCustomer(token(), {})
    const giving = { from: anna, to: boris, points: points(1n), idempotencyKey: uuidv7() }
    const merging = { customer: anna, into: boris, idempotencyKey: uuidv7() }
    for (const use of [
      () => recordPurchase(shop, spending(1n)),
      () => createHold(shop, aHold(anna, { points: points(1n) })),
      () => createHold(token(), { ...aHold(anna, { points: points(1n) }), customer: null }),
      () => transferWithCode(shop, giving),
      () => mergeCustomers(town.adminContext, merging),
      () => quotePurchase(shop, { customer: anna, total: roubles(100), points: points(1n) }),
    ])
      expect(await outcome(use())).toEqual(frozen())
  })

  test('earning, refunds, gifts from others and what was held before go on', async () => {
    await joinWithCodes(shop, { customer: anna, with: boris })
    const sold = await recordPurchase(shop, spending(10n))
    await recordPurchase(shop, aSale(boris))
    const { hold } = await createHold(shop, aHold(anna, { points: points(20n) }))
    await freezeCustomer(shop, { customer: anna })
    await recordPurchase(shop, spending(0n))
    await quotePurchase(shop, { customer: anna, total: roubles(100) })
    await refundPurchase(shop, { purchase: { id: sold.purchase.id }, reason: 'x', idempotencyKey: uuidv7() })
    await transferWithCode(shop, { from: boris, to: anna, points: points(5n), idempotencyKey: uuidv7() })
    const captured = { holdId: hold.id, receiptRef: 'held', total: roubles(1_000), idempotencyKey: uuidv7() }
    expect(await captureHold(shop, captured)).toMatchObject({ purchase: { pointsRedeemed: 20n } })
  })

  test('a command that was refused goes on under its key once they are free', async () => {
    await freezeCustomer(shop, { customer: anna })
    const asked = spending(10n)
    expect(await outcome(recordPurchase(shop, asked))).toEqual(frozen())
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'she came with her passport' })
    expect(await recordPurchase(shop, asked)).toMatchObject({ replayed: false })
  })
})

describe('a freeze', () => {
  test('that was answered is honoured by every later spending of any process, whatever raced it', async () => {
    await recordPurchase(shop, { ...aSale(anna), total: roubles(100_000) })
    for (let round = 0; round < 5; round += 1) {
      let isFrozen = false
      const late: string[] = []
      const spends = Array.from({ length: 40 }, async (_, i) => {
        const context = { ...shop, store: i % 2 ? store : elsewhere }
        for (let turn = 0; turn < 3; turn += 1) {
          const wasFrozen = isFrozen
          const end = await outcome(recordPurchase(context, spending(1n)))
          if (wasFrozen && end === 'done') late.push(`${round}/${i}/${turn}`)
          if (end !== 'done') expect(end).toEqual(frozen())
        }
      })
      const kept = await pointsOf(
        { ...token(), store: elsewhere },
        { customer: null, verb: 'freezeCustomer' },
      )
      const now = await coalitionNow(elsewhere, town.id)
      // As `freezeCustomer` does it; the end of the chain is read while the freeze holds it.
      const { batchNo } = await elsewhere.prisma.$transaction(async (transaction) => {
        await recordFreeze(transaction, kept, { kind: 'FROZEN', reason: null, now })
        return transaction.chainHead.findFirstOrThrow({ where: { coalitionId: town.id } })
      })
      isFrozen = true
      await Promise.all(spends)
      expect(late).toEqual([])
      // Not even what was decided before it.
      const posted = await store.prisma.purchase.count({
        where: { coalitionId: town.id, customerId: anna.id, batchNo: { gt: batchNo } },
      })
      expect(posted).toBe(0)
      await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'next round' })
    }
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
    expect(findings).toEqual([])
  })

  test('is written down once with who made it, and told to the world', async () => {
    await freezeCustomer(token(), { reason: 'lost phone' })
    await freezeCustomer(shop, { customer: anna })
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'found' })
    await unfreezeCustomer(token(), {})
    const { keyId } = town.admin
    expect(await changes()).toMatchObject([
      { kind: 'FROZEN', actorKind: 'CUSTOMER', actorId: anna.id, reason: 'lost phone' },
      { kind: 'UNFROZEN', actorKind: 'ADMIN', actorId: town.admin.personId ?? keyId, memberId: null },
    ])
    const kinds = await store.prisma.outbox.findMany({
      where: { coalitionId: town.id, subjectId: anna.id, kind: { contains: 'frozen' } },
      orderBy: { id: 'asc' },
    })
    expect(kinds.map(({ kind }) => kind)).toEqual(['customer.frozen', 'customer.unfrozen'])
  })

  test('again does not wait for the books', async () => {
    await freezeCustomer(token(), {})
    await store.prisma.$transaction(async (transaction) => {
      await holdBooks(transaction, town.id)
      expect(await freezeCustomer({ ...token(), store: elsewhere }, {})).toMatchObject({
        customer: { id: anna.id, frozenAt: expect.any(Date) },
      })
    })
    expect(await changes()).toHaveLength(1)
  })

  test('is of the own points alone by a token, and of no stranger', async () => {
    const missing = { id: uuidv7() }
    expect(await outcome(freezeCustomer(token(), { customer: boris }))).toEqual(refused('NOT_FOUND'))
    expect(await outcome(freezeCustomer(shop, { customer: missing }))).toEqual(refused('NOT_FOUND'))
    expect(await outcome(freezeCustomer(shop, {}))).toEqual(refused('INVALID_INPUT'))
    expect(await outcome(unfreezeCustomer(shop, { customer: missing }))).toEqual(refused('NOT_FOUND'))
  })
})

describe('unfreezing', () => {
  beforeEach(() => freezeCustomer(shop, { customer: anna }))

  test('takes a code of the customer from a member and from a token, once', async () => {
    for (const context of [shop, token()])
      expect(await outcome(unfreezeCustomer(context, { customer: anna }))).toEqual(
        refused('CONFIRMATION_REQUIRED', { purpose: 'UNFREEZE' }),
      )
    const confirmation = await code()
    await unfreezeCustomer(token(), { confirmation })
    await recordPurchase(shop, spending(1n))
    await freezeCustomer(token(), {})
    expect(await outcome(unfreezeCustomer(token(), { confirmation }))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'USED' }),
    )
    expect(await outcome(recordPurchase(shop, spending(1n)))).toEqual(frozen())
  })

  test('takes no code for another act, and no wrong one', async () => {
    const other = await codeFor(shop, { purpose: 'SPEND', customer: anna, points: points(5n) })
    expect(await outcome(unfreezeCustomer(shop, { customer: anna, confirmation: other }))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'OTHER_ACT' }),
    )
    const right = await code()
    const wrong = { ...right, code: right.code === '000000' ? '000001' : '000000' }
    expect(await outcome(unfreezeCustomer(shop, { customer: anna, confirmation: wrong }))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'WRONG_CODE', attemptsLeft: 4 }),
    )
    expect(await outcome(recordPurchase(shop, spending(1n)))).toEqual(frozen())
  })

  test('takes no code that was asked for before the freeze', async () => {
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'found' })
    expect(await outcome(code())).toEqual(refused('INVALID_INPUT', { path: ['purpose'] }))
    await freezeCustomer(shop, { customer: anna })
    const confirmation = await code()
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'found' })
    await freezeCustomer(shop, { customer: anna })
    expect(await outcome(unfreezeCustomer(token(), { confirmation }))).toEqual(
      refused('CONFIRMATION_INVALID', { reason: 'OTHER_ACT' }),
    )
    expect(await outcome(recordPurchase(shop, spending(1n)))).toEqual(frozen())
  })

  test.each([
    ['an administrator froze', () => freezeCustomer(town.adminContext, { customer: anna, reason: 'theft' })],
    ['the phone is gone', () => freezeCustomer(shop, { customer: anna, isPhoneLost: true })],
  ])('takes an administrator alone where %s, though it was frozen before', async (_why, freeze) => {
    const confirmation = await code()
    await freeze()
    await freezeCustomer(token(), {})
    const needsAdmin = refused('FREEZE_NEEDS_ADMINISTRATOR', { customerId: anna.id })
    for (const context of [shop, token()]) {
      expect(await outcome(unfreezeCustomer(context, { customer: anna, confirmation }))).toEqual(needsAdmin)
      expect(await outcome(unfreezeCustomer(context, { customer: anna }))).toEqual(needsAdmin)
    }
    expect(await outcome(code())).toEqual(needsAdmin)
    expect(await outcome(recordPurchase(shop, spending(1n)))).toEqual(frozen())
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'passport seen' })
    // The next one is any code's again.
    await freezeCustomer(token(), {})
    const clockOffsetSeconds = { increment: 3_600 }
    await store.prisma.coalition.update({ where: { id: town.id }, data: { clockOffsetSeconds } })
    await unfreezeCustomer(token(), { confirmation: await code() })
  })

  test('takes an administrator with a reason, who needs no code', async () => {
    expect(await outcome(unfreezeCustomer(town.adminContext, { customer: anna }))).toEqual(
      refused('INVALID_INPUT', { path: ['reason'] }),
    )
    await unfreezeCustomer(town.adminContext, { customer: anna, reason: 'passport seen' })
    await recordPurchase(shop, spending(1n))
  })
})
