import { points } from '@artel/ledger'
import { coalitionsToRetain } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { eraseForGood } from '../customer/erase-customer.ts'
import { noticeDevice } from '../device/notice-device.ts'
import { recordVisit } from '../occasion/record-visit.ts'
import { expireDueLots } from '../points/expire-due-lots.ts'
import { proposeAdjustment } from '../points/propose-adjustment.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import {
  aCoalition,
  aSale,
  type BuiltCoalition,
  codeFor,
  ISSUE_FUNDED_TERMS,
  roubles,
} from '../testing/index.ts'
import { aSharedRule } from '../testing/shared-rules.ts'
import { applyRetention } from './apply-retention.ts'

const DAY_SECONDS = 86_400

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** Points of it live for one month. */
const town = () =>
  aCoalition({ terms: { ...ISSUE_FUNDED_TERMS, expiryMonths: 1 } })
    .withMember('wash', { inPerson: true })
    .withCustomer('Gone', { email: 'gone@example.org' })
    .withCustomer('Regular', { email: 'regular@example.org' })
    .open(database.store)

const apply = (built: BuiltCoalition, limit = 100) =>
  applyRetention(built.adminContext, { coalitionId: built.id, limit })
const pass = (built: BuiltCoalition, days: number) =>
  advanceClock(built.adminContext, { seconds: days * DAY_SECONDS })
const statusOf = async (built: BuiltCoalition, name: string) => {
  const { status, erasedAt } = await built.store.prisma.customer.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId: built.id, id: built.customer(name).id } },
  })
  return erasedAt ? 'ERASED' : status
}

describe('retention', () => {
  it('erases nobody where the coalition has not decided on it', async () => {
    const built = await town()
    await pass(built, 700)
    expect(await apply(built)).toMatchObject({ erasedCustomers: 0, more: false })
    expect(await statusOf(built, 'Gone')).toBe('ACTIVE')
  })

  it('erases who has no points and has not been there for the months agreed, and leaves the books whole', async () => {
    const built = await town()
    const { context } = built.member('wash')
    await updateCoalition(built.adminContext, { eraseInactiveAfterMonths: 6 })
    for (const name of ['Gone', 'Regular'])
      await recordPurchase(context, aSale(built.customer(name), { total: roubles(1_000) }))
    await pass(built, 170)
    await expireDueLots(built.adminContext, { coalitionId: built.id, limit: 100 })
    await recordPurchase(context, aSale(built.customer('Regular'), { total: roubles(1_000) }))
    await pass(built, 45)
    // The last event of hers is the expiry, 45 days ago: a customer is not forgotten by the month of her last bill alone.
    expect(await apply(built)).toMatchObject({ erasedCustomers: 0 })
    await pass(built, 170)
    // The points of the regular have run out, and nobody has booked that yet.
    expect(await apply(built)).toMatchObject({ erasedCustomers: 1, more: false })
    expect([await statusOf(built, 'Gone'), await statusOf(built, 'Regular')]).toEqual(['ERASED', 'ACTIVE'])
    const kept = await built.store.prisma.erasure.findFirstOrThrow({ where: { coalitionId: built.id } })
    expect(kept).toMatchObject({ reason: 'RETENTION', erasedById: null, points: 0n })
    const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: built.id })
    expect(findings).toEqual([])
  })

  it('keeps who comes where rules give nothing, and who has a voucher that can still be used', async () => {
    const built = await town()
    const { context } = built.member('wash')
    await updateCoalition(built.adminContext, { eraseInactiveAfterMonths: 1 })
    const voucher = {
      ...{ at: [built.member('wash').id], validDays: 200, discountFixed: roubles(50) },
    }
    await aSharedRule(context, { give: [{ voucher }], limits: { budget: { vouchers: 9, per: 'RULE' } } }, [])
    await recordPurchase(context, aSale(built.customer('Regular'), { total: roubles(1) }))
    expect(await built.store.prisma.voucher.count({ where: { coalitionId: built.id } })).toBe(1)
    await pass(built, 70)
    const gone = { id: built.customer('Gone').id }
    await recordVisit(context, { customer: gone, idempotencyKey: uuidv7() })
    await expireDueLots(built.adminContext, { coalitionId: built.id, limit: 100 })
    expect(await apply(built)).toMatchObject({ erasedCustomers: 0 })
    await pass(built, 70)
    expect(await apply(built)).toMatchObject({ erasedCustomers: 1 })
    expect([await statusOf(built, 'Gone'), await statusOf(built, 'Regular')]).toEqual(['ERASED', 'ACTIVE'])
    await pass(built, 70)
    expect(await apply(built)).toMatchObject({ erasedCustomers: 1 })
  })

  it('asks again under its locks: who has an adjustment that waits, or came back meanwhile, stays', async () => {
    const built = await town()
    await updateCoalition(built.adminContext, { eraseInactiveAfterMonths: 1 })
    await pass(built, 70)
    await built.store.prisma.coalition.update({
      where: { id: built.id },
      data: { adjustmentLimitPoints: 1n },
    })
    await proposeAdjustment(built.member('wash').context, {
      ...{
        customer: { id: built.customer('Regular').id },
        kind: 'GOODWILL',
        reason: 'x',
        points: points(5n),
      },
      idempotencyKey: uuidv7(),
    })
    const byRetention = { reason: 'RETENTION', reference: null, erasedById: null } as const
    const late = await eraseForGood(built.adminContext, {
      ...{ coalitionId: built.id, customerId: built.customer('Regular').id, ...byRetention },
      ...{ givesUpPoints: false, forgivesDebts: false },
    })
    expect(late).toBeUndefined()
    expect(await apply(built)).toMatchObject({ erasedCustomers: 1, more: false })
    expect([await statusOf(built, 'Gone'), await statusOf(built, 'Regular')]).toEqual(['ERASED', 'ACTIVE'])
  })

  it('lets devices go a year after they were last seen', async () => {
    const built = await town()
    await updateCoalition(built.adminContext, { newDeviceHours: 24 })
    const look = async (deviceId: string) => {
      const of = {
        coalitionId: built.id,
        memberId: built.member('wash').id,
        customerId: built.customer('Gone').id,
      }
      const token = { tokenId: deviceId, maxPoints: null, origin: null, deviceId }
      const principal = { kind: 'customer', ...of, ...token, scopes: new Set(['wallet:read']) } as const
      await noticeDevice({ store: built.store, principal })
    }
    const devices = () => built.store.prisma.customerDevice.count({ where: { coalitionId: built.id } })
    for (const id of ['device-seen-once-0001', 'device-seen-again-001']) await look(id)
    await pass(built, 300)
    await look('device-seen-again-001')
    expect([(await apply(built)).devices, await devices()]).toEqual([0, 2])
    await pass(built, 70)
    expect([(await apply(built)).devices, await devices()]).toEqual([1, 1])
  })

  it('goes in bounded batches until nobody is left', async () => {
    const built = await town()
    await updateCoalition(built.adminContext, { eraseInactiveAfterMonths: 1 })
    const { context } = built.member('wash')
    for (let index = 0; index < 13; index += 1)
      await enrolCustomer(context, { name: `Somebody ${index}`, consentVersion: '1' })
    await pass(built, 70)
    const erased: number[] = []
    for (let more = true; more; ) {
      const done = await apply(built)
      erased.push(done.erasedCustomers)
      more = done.more
    }
    expect(erased).toEqual([10, 5])
  })

  it('deletes codes that ended longer ago than they are kept, used or not, and no others', async () => {
    const built = await town()
    const { context } = built.member('wash')
    const ask = () =>
      codeFor(context, { purpose: 'SPEND', customer: built.customer('Gone'), points: points(1n) })
    await updateCoalition(built.adminContext, { keepConfirmationsDays: 10 })
    const old = [await ask(), await ask(), await ask()]
    await built.store.prisma.confirmation.updateMany({
      where: { id: old[0]?.id ?? '' },
      data: { usedAt: new Date(), usedScopeId: built.id, usedOperation: 'x', usedKey: uuidv7() },
    })
    await pass(built, 9)
    expect(await apply(built)).toMatchObject({ confirmations: 0 })
    const young = await ask()
    await pass(built, 2)
    expect(await apply(built, 2)).toMatchObject({ confirmations: 2, more: true })
    expect(await apply(built, 2)).toMatchObject({ confirmations: 1, more: false })
    const left = await built.store.prisma.confirmation.findMany({ where: { coalitionId: built.id } })
    expect(left.map(({ id }) => id)).toEqual([young.id])
  })

  it('is due once a local day', async () => {
    const built = await town()
    const isDue = async () => (await coalitionsToRetain(built.store)).includes(built.id)
    expect(await isDue()).toBe(false)
    await pass(built, 1)
    expect(await isDue()).toBe(true)
    await apply(built)
    expect(await isDue()).toBe(false)
    await pass(built, 1)
    expect(await isDue()).toBe(true)
  })

  it('is decided by administrators, within bounds', async () => {
    const built = await town()
    for (const [field, value] of [
      ['eraseInactiveAfterMonths', 0],
      ['keepConfirmationsDays', 1],
      ['keepDeliveriesDays', 366],
    ] as const)
      await expect(updateCoalition(built.adminContext, { [field]: value })).rejects.toMatchObject({
        path: [field],
      })
    const { coalition } = await updateCoalition(built.adminContext, { keepDeliveriesDays: 7 })
    expect(coalition).toMatchObject({
      eraseInactiveAfterMonths: null,
      keepConfirmationsDays: 30,
      keepDeliveriesDays: 7,
    })
  })
})
