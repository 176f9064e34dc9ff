import { points } from '@artel/ledger'
import { pointsUnderToken, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { requireCustomerAtMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { freezeCustomer } from '../freeze/freeze-customer.ts'
import { unfreezeCustomer } from '../freeze/unfreeze-customer.ts'
import { createHold } from '../hold/create-hold.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, codeFor, keepingSender } from '../testing/index.ts'
import { principalsOf } from '../testing/principals.ts'
import type { GivenConfirmation } from './consent.ts'

let database: TestDatabase
let store: Store
let town: BuiltCoalition
let shop: Context
let anna: { readonly id: string }
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())
/** Anna has 50 points, and any spending takes a code. */
beforeEach(async () => {
  town = await aCoalition().withMember('shop').withCustomer('Anna', { phone: '+79120000001' }).open(store)
  shop = { ...town.member('shop').context, sender: keepingSender([]) }
  anna = { id: town.customer('Anna').id }
  await recordPurchase(shop, aSale(anna))
  await updateCoalition(town.adminContext, { confirmSpendingAbovePoints: points(0n) })
})

const spendCode = () => codeFor(shop, { purpose: 'SPEND', customer: anna, points: points(50n) })
const spending = (spent: bigint, confirmation: GivenConfirmation) =>
  aSale(anna, { points: points(spent), confirmation })
const outcome = (work: Promise<unknown>) => work.then(() => 'done').catch((error: unknown) => error)
const refused = (code: string, facts: object = {}) => expect.objectContaining({ code, ...facts })
const move = (seconds: number) =>
  store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  })
const unfreeze = () => unfreezeCustomer(town.adminContext, { customer: anna, reason: 'passport seen' })

test('a code is not used up by a spending that frozen points or a limit refuse', async () => {
  const confirmation = await spendCode()
  await freezeCustomer(shop, { customer: anna })
  expect(await outcome(recordPurchase(shop, spending(30n, confirmation)))).toEqual(refused('CUSTOMER_FROZEN'))
  await unfreeze()
  await updateCoalition(town.adminContext, { hourlySpendingLimitPoints: points(20n) })
  expect(await outcome(recordPurchase(shop, spending(30n, confirmation)))).toEqual(
    refused('SPENDING_LIMIT_REACHED'),
  )
  await recordPurchase(shop, spending(20n, confirmation))
  expect(await outcome(recordPurchase(shop, spending(1n, confirmation)))).not.toBe('done')
})

test('a code ends after ten minutes, also for the command that was refused with it', async () => {
  const asked = spending(30n, await spendCode())
  await freezeCustomer(shop, { customer: anna })
  expect(await outcome(recordPurchase(shop, asked))).toEqual(refused('CUSTOMER_FROZEN'))
  await unfreeze()
  await move(601)
  expect(await outcome(recordPurchase(shop, asked))).toEqual(refused('CONFIRMATION_EXPIRED'))
})

test('and for a command that took it and came to nothing; what was posted is answered again', async () => {
  const cut = spending(20n, await spendCode())
  // What a process leaves behind that took the code and died.
  await store.prisma.confirmation.updateMany({
    where: { coalitionId: town.id, id: cut.confirmation?.id ?? '' },
    data: {
      ...{ usedAt: new Date(), usedScopeId: town.member('shop').id, usedOperation: 'purchaseRecord' },
      usedKey: cut.idempotencyKey,
    },
  })
  const posted = spending(20n, await spendCode())
  await recordPurchase(shop, posted)
  await move(601)
  expect(await outcome(recordPurchase(shop, cut))).toEqual(refused('CONFIRMATION_EXPIRED'))
  expect(await recordPurchase(shop, posted)).toMatchObject({ replayed: true })
})

test("a hold that frozen points refuse takes no room under its token's cap", async () => {
  await updateCoalition(town.adminContext, { confirmSpendingAbovePoints: null })
  const ofToken = requireCustomerAtMember(principalsOf(town).customer, 'hold:create')
  const principal = { ...ofToken, maxPoints: points(30n) }
  const token: Context = { ...shop, principal }
  const { coalitionId, memberId, customerId, tokenId } = principal
  const room = () => pointsUnderToken(store.prisma, { coalitionId, memberId, customerId, tokenId })
  const asked = { ...aHold(anna, { points: points(30n) }), customer: null }
  await freezeCustomer(token, {})
  expect(await outcome(createHold(token, asked))).toEqual(refused('CUSTOMER_FROZEN'))
  expect(await room()).toBe(0n)
  await unfreeze()
  await Promise.all([createHold(token, asked), createHold(token, asked)])
  expect(await room()).toBe(30n)
  const another = { ...aHold(anna, { points: points(1n) }), customer: null }
  expect(await outcome(createHold(token, another))).toEqual(refused('TOKEN_CAP_EXCEEDED'))
})
