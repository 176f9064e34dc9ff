import { CustomerClosedError, CustomerHasOpenHoldsError, points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { requestConfirmation } from '../confirmation/request-confirmation.ts'
import { findCustomer } from '../customer/find-customer.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { PermissionError } from '../errors/system-error.ts'
import { createHold } from '../hold/create-hold.ts'
import type { Message } from '../messages/message-sender.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { forgetAgreement } from '../terms/agreement.ts'
import { codeIn } from '../testing/codes.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, roubles } from '../testing/index.ts'
import { keepingSender } from '../testing/keeping-sender.ts'
import { mergeCustomers } from './merge-customers.ts'

let database: TestDatabase
let store: Store
let other: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
  other = await openStore({ databaseUrl: database.databaseUrl })
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const aTown = () =>
  aCoalition()
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001', reference: 'client 1' })
    .withCustomer('Boris', { phone: '+79120000002' })
    .withCustomer('Clara')
    .open(store)

const key = () => uuidv7()

async function balanceOf(town: BuiltCoalition, name: string): Promise<bigint> {
  const { id } = town.customer(name)
  const wallets = await readWallet(town.adminContext, {
    coalitionId: town.id,
    customerIds: [id],
    withLots: false,
  })
  return wallets.get(id)?.balance ?? -1n
}

async function expectClean(town: BuiltCoalition): Promise<void> {
  const report = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })
  expect(report.findings).toEqual([])
}

describe('mergeCustomers', () => {
  test('above what one person may adjust takes the code that the owner of the wallet is sent', async () => {
    const town = await aTown()
    const [anna, clara] = [town.customer('Anna'), town.customer('Clara')]
    const sell = () => recordPurchase(town.member('service').context, aSale(anna, { total: roubles(24_000) }))
    await sell()
    const messages: Message[] = []
    const context = { ...town.adminContext, sender: keepingSender(messages) }
    const input = { customer: { id: anna.id }, into: { id: clara.id }, idempotencyKey: key() }
    await expect(mergeCustomers(context, input)).rejects.toMatchObject({
      ...{
        code: 'CONFIRMATION_REQUIRED',
        purpose: 'POINTS_TRANSFER',
        customerId: anna.id,
        threshold: 1_000n,
      },
    })
    await expect(mergeCustomers(town.adminContext, input)).rejects.toMatchObject({
      code: 'CONFIRMATION_UNAVAILABLE',
    })
    const asked = {
      ...{ purpose: 'POINTS_TRANSFER' as const, customer: { id: anna.id }, other: { id: clara.id } },
      points: points(1_200n),
    } as const
    const { id } = await requestConfirmation(context, { ...asked, idempotencyKey: key() })
    expect(messages.map(({ address }) => address)).toEqual(['+79120000001'])
    // What came since was not agreed to.
    await sell()
    const confirmation = { id, code: codeIn(messages.at(-1)) }
    await expect(mergeCustomers(context, { ...input, confirmation })).rejects.toMatchObject({
      code: 'CONFIRMATION_INVALID',
    })
    expect(await balanceOf(town, 'Clara')).toBe(0n)
    const boris = town.customer('Boris')
    await recordPurchase(town.member('wash').context, aSale(boris, { total: roubles(24_000) }))
    const ofBoris = { ...asked, customer: { id: boris.id }, idempotencyKey: key() }
    const { id: second } = await requestConfirmation(context, ofBoris)
    const agreed = { customer: { id: boris.id }, into: { id: clara.id }, idempotencyKey: key() }
    const yes = { id: second, code: codeIn(messages.at(-1)) }
    const merged = await mergeCustomers(context, { ...agreed, confirmation: yes })
    expect(merged).toMatchObject({ points: 1_200n, replayed: false })
    expect(await mergeCustomers(context, agreed)).toMatchObject({ points: 1_200n, replayed: true })
    await expectClean(town)
  })

  test('many small wallets that one person merges into one take the code beyond the day, and what is refused is not counted', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, boris, clara] = [town.customer('Anna'), town.customer('Boris'), town.customer('Clara')]
    for (const one of [anna, boris]) await recordPurchase(context, aSale(one, { total: roubles(12_000) }))
    const first = { customer: { id: anna.id }, into: { id: clara.id }, idempotencyKey: key() }
    expect(await mergeCustomers(town.adminContext, first)).toMatchObject({ points: 600n })
    expect(await mergeCustomers(town.adminContext, first)).toMatchObject({ points: 600n, replayed: true })
    const messages: Message[] = []
    const admin = { ...town.adminContext, sender: keepingSender(messages) }
    const second = { customer: { id: boris.id }, into: { id: clara.id }, idempotencyKey: key() }
    await expect(mergeCustomers(admin, second)).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' })
    await expect(mergeCustomers(admin, second)).rejects.toMatchObject({ code: 'CONFIRMATION_REQUIRED' })
    const { id } = await requestConfirmation(admin, {
      ...{ purpose: 'POINTS_TRANSFER', customer: { id: boris.id }, other: { id: clara.id } },
      ...{ points: points(600n), idempotencyKey: key() },
    })
    const confirmation = { id, code: codeIn(messages.at(-1)) }
    expect(await mergeCustomers(admin, { ...second, confirmation })).toMatchObject({ points: 600n })
    await expectClean(town)
  })

  test('moves points, cards, references and phones to the survivor, once, and is for administrators', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, clara] = [town.customer('Anna'), town.customer('Clara')]
    await recordPurchase(context, aSale(anna))
    const input = { customer: { id: anna.id }, into: { id: clara.id }, idempotencyKey: key() }
    await expect(mergeCustomers(context, input)).rejects.toThrow(PermissionError)
    const merged = await mergeCustomers(town.adminContext, input)
    expect(merged).toMatchObject({ points: 50n, balanceAfter: 50n, replayed: false })
    expect(await mergeCustomers(town.adminContext, input)).toMatchObject({ points: 50n, replayed: true })
    const named = [{ phone: '+79120000001' }, { reference: 'client 1' }] as const
    for (const by of named) expect(await findCustomer(context, by)).toMatchObject({ id: clara.id })
    const sale = aSale(anna)
    await expect(recordPurchase(context, sale)).rejects.toMatchObject({
      ...{ code: 'CUSTOMER_CLOSED', mergedIntoId: clara.id, replayed: false },
    })
    await expect(recordPurchase(context, sale)).rejects.toMatchObject({
      ...{ code: 'CUSTOMER_CLOSED', mergedIntoId: clara.id, replayed: true },
    })
    await recordPurchase(context, { ...aSale(anna), customer: { phone: '+79120000001' } })
    expect(await balanceOf(town, 'Clara')).toBe(100n)
    await expect(mergeCustomers(town.adminContext, { ...input, idempotencyKey: key() })).rejects.toThrow(
      CustomerClosedError,
    )
    await expectClean(town)
  })

  test('is refused while a shop holds points of the one that goes', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]
    await recordPurchase(context, aSale(anna, { total: roubles(4_000) }))
    await createHold(context, aHold(anna))
    const input = { customer: { id: anna.id }, into: { id: boris.id }, idempotencyKey: key() }
    await expect(mergeCustomers(town.adminContext, input)).rejects.toThrow(CustomerHasOpenHoldsError)
    expect(await balanceOf(town, 'Anna')).toBe(200n)
  })

  test('a refund of what the merged customer bought comes to the survivor', async () => {
    const town = await aTown()
    const { context } = town.member('service')
    const [anna, boris, clara] = [town.customer('Anna'), town.customer('Boris'), town.customer('Clara')]
    await recordPurchase(context, aSale(anna, { total: roubles(4_000) }))
    const { purchase } = await recordPurchase(context, aSale(anna, { points: points(150n) }))
    const merge = (customer: { id: string }, into: { id: string }) =>
      mergeCustomers(town.adminContext, { customer, into, idempotencyKey: key() })
    await merge({ id: anna.id }, { id: boris.id })
    const half = { purchase: { id: purchase.id }, amount: roubles(500), reason: 'returned' }
    const first = await refundPurchase(context, { ...half, idempotencyKey: key() })
    expect(first.refund).toMatchObject({ pointsReturned: 75n, pointsRecovered: 21n, balanceAfter: 0n })
    expect(await balanceOf(town, 'Boris')).toBe(50n + 42n - 21n + 75n)
    await merge({ id: boris.id }, { id: clara.id })
    const retried = { ...half, idempotencyKey: key() }
    await refundPurchase(context, retried)
    expect(await refundPurchase(context, retried)).toMatchObject({ replayed: true })
    expect([await balanceOf(town, 'Anna'), await balanceOf(town, 'Boris')]).toEqual([0n, 0n])
    expect(await balanceOf(town, 'Clara')).toBe(50n + 150n)
    await expectClean(town)
  })

  test('a refund that races the merge finds whoever stays', async () => {
    const town = await aTown()
    // What comes while it runs is no question of codes here.
    const where = { id: town.id }
    await store.prisma.coalition.update({ where, data: { adjustmentLimitPoints: 1_000_000n } })
    forgetAgreement(store, town.id)
    const { context } = town.member('service')
    const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]
    await recordPurchase(context, aSale(anna, { total: roubles(40_000) }))
    const sales = await Promise.all(
      Array.from({ length: 8 }, () => recordPurchase(context, aSale(anna, { points: points(100n) }))),
    )
    const elsewhere = { ...context, store: other }
    await Promise.all([
      mergeCustomers(town.adminContext, {
        customer: { id: anna.id },
        into: { id: boris.id },
        idempotencyKey: key(),
      }),
      ...sales.map(({ purchase }, index) =>
        refundPurchase(index % 2 === 0 ? context : elsewhere, {
          purchase: { id: purchase.id },
          reason: 'returned',
          idempotencyKey: key(),
        }),
      ),
    ])
    expect(await balanceOf(town, 'Anna')).toBe(0n)
    expect((await balanceOf(town, 'Boris')) >= 2_000n).toBe(true)
    await expectClean(town)
  })
})
