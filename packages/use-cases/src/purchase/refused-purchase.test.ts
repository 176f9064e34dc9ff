import {
  CustomerClosedError,
  InsufficientPointsError,
  InvalidInputError,
  MemberNotActiveError,
  minor,
  NotFoundError,
  PointsShareExceededError,
  points,
  ReceiptAlreadyUsedError,
  SaleTooLateError,
} from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { readWallet } from '../customer/read-wallet.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { aCoalition, aSale, type BuiltCoalition, ledgerRows, roubles } from '../testing/index.ts'
import { TIME_ZONE } from '../testing/local-days.ts'
import { type RecordPurchaseInput, recordPurchase } from './record-purchase.ts'

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
    .withCustomer('Boris')
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
const _walletOf = async (customerId: string) => {
  const wallets = await readWallet(town.adminContext, { coalitionId: town.id, customerIds: [customerId] })
  return wallets.get(customerId)
}

describe('a refused purchase writes nothing but its refusal', () => {
  const HUGE = 10n ** 12n + 1n
  const amount = (value: bigint) => ({ amountMinor: minor(value), currency: 'RUB' })
  const bad: readonly (readonly [string, Partial<RecordPurchaseInput>, new (...args: never[]) => Error])[] = [
    ['a customer that is none', { customer: { id: uuidv7() } }, NotFoundError],
    ['an id that is no UUID', { customer: { id: "' or 1=1" } }, NotFoundError],
    ['an unknown phone', { customer: { phone: '+79990000000' } }, NotFoundError],
    ['a phone that is none', { customer: { phone: 'abc' } }, InvalidInputError],
    ['a mistyped card', { customer: { cardNumber: '9000000000000002' } }, InvalidInputError],
    ['a total of zero', { total: amount(0n) }, InvalidInputError],
    ['a negative total', { total: amount(-1n) }, InvalidInputError],
    ['a huge total', { total: amount(HUGE) }, InvalidInputError],
    ['another currency', { total: { amountMinor: minor(1n), currency: 'USD' } }, InvalidInputError],
    ['negative points', { points: points(-1n) }, InvalidInputError],
    ['points beyond bigint', { points: points(2n ** 63n) }, InvalidInputError],
    ['points above the share', { points: points(501n) }, PointsShareExceededError],
    [
      'points above the balance',
      { total: roubles(900_000), points: points(400_000n) },
      InsufficientPointsError,
    ],
    ['lines that do not sum', { lines: [{ ref: '1', title: 'x', total: roubles(1) }] }, InvalidInputError],
    [
      'a line named twice',
      { lines: [1, 2].map(() => ({ ref: '1', title: 'x', total: roubles(500) })) },
      InvalidInputError,
    ],
    ['a future sale', { occurredAt: new Date(Date.now() + 3_600_000) }, InvalidInputError],
    ['no receipt', { receiptRef: '' }, InvalidInputError],
    ['an endless receipt', { receiptRef: 'x'.repeat(129) }, InvalidInputError],
    ['a receipt with a control character', { receiptRef: 'a\u0000b' }, InvalidInputError],
    ['no key', { idempotencyKey: '' }, InvalidInputError],
    ['an endless key', { idempotencyKey: 'x'.repeat(256) }, InvalidInputError],
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

  it('a receipt that many send at once for different customers, but for the first', async () => {
    const receiptRef = uuidv7()
    const customers = [anna(), town.customer('Boris')]
    const attempts = Array.from({ length: 12 }, (_, index) =>
      recordPurchase(wash(), aSale(customers[index % 2] ?? anna(), { receiptRef })),
    )
    const results = await Promise.allSettled(attempts)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ReceiptAlreadyUsedError)
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

  it('a sale of 31 days ago, by the days of the terms', async () => {
    const old = await aCoalition({ openedDaysAgo: 40 })
      .withMember('shop')
      .withCustomer('Late')
      .open(town.store)
    const { context } = old.member('shop')
    const daysAgo = (days: number) => ({ occurredAt: new Date(Date.now() - days * 86_400_000) })
    await expect(recordPurchase(context, aSale(old.customer('Late'), daysAgo(31)))).rejects.toThrow(
      SaleTooLateError,
    )
    const { purchase } = await recordPurchase(context, aSale(old.customer('Late'), daysAgo(29)))
    expect(purchase.pointsEarned).toBe(50n)
  })

  it('a sale of a day before its customer or its member joined, though it is in time', async () => {
    const old = await aCoalition({ openedDaysAgo: 20 })
      .withMember('shop')
      .withCustomer('Old')
      .open(town.store)
    const { context } = old.member('shop')
    const { customer: fresh } = await enrolCustomer(context, { name: 'New', consentVersion: '1' })
    const ago = (days: number) => ({ occurredAt: new Date(Date.now() - days * 86_400_000) })
    const refused = { code: 'SALE_BEFORE_JOINING' }
    await expect(recordPurchase(context, aSale(fresh, ago(1)))).rejects.toMatchObject({
      ...{ ...refused, who: 'CUSTOMER', joinedOn: localDateOf(fresh.createdAt, TIME_ZONE) },
    })
    await expect(recordPurchase(context, aSale(old.customer('Old'), ago(21)))).rejects.toMatchObject({
      ...{ ...refused, who: 'MEMBER' },
    })
    // Who pays and enrols at the counter afterwards is served: days count, not minutes.
    expect((await recordPurchase(context, aSale(fresh, ago(0)))).purchase.pointsEarned).toBe(50n)
    expect((await recordPurchase(context, aSale(old.customer('Old'), ago(19)))).purchase.pointsEarned).toBe(
      50n,
    )
  })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
