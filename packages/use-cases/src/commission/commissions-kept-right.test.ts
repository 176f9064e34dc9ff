import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { suspendAffiliate } from '../affiliate/suspend-affiliate.ts'
import { attributePurchases } from '../attribution/attribute-purchases.ts'
import { closeMember } from '../exit/close-member.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { aBloggersTown } from '../testing/a-bloggers-town.ts'
import { aProgramme, commissionAll } from '../testing/an-affiliate.ts'
import { roubles } from '../testing/sales.ts'
import { aTreasurer, stated } from '../testing/settlement.ts'
import { approveCommission } from './approve-commission.ts'
import { commissionDue } from './commission-due.ts'
import { rejectCommission } from './reject-commission.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function aTown() {
  const here = await aBloggersTown(database.store)
  return { ...here, service: here.town.member('service') }
}

type Town = Awaited<ReturnType<typeof aTown>>
const kopecks = (amount: number) => BigInt(amount * 100)
const amounts = async ({ rows }: Town) =>
  (await rows()).map(({ amountMinor, status }) => [amountMinor, status])

async function isSound({ town: { id } }: Town): Promise<void> {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: id })).findings).toEqual([])
}

const LADDER = {
  ladder: [
    { from: roubles(0), bps: 500 },
    { from: roubles(100_000), bps: 700 },
  ],
}

test('what a refunded sale still takes off a ladder is booked as soon as another of its period is decided', async () => {
  const here = await aTown()
  const { town, service, sold, refunded, rows, owed } = here
  await aProgramme(town, 'service', { effect: LADDER, approval: { by: 'HAND' } })
  const first = await sold('Anna', 80_000)
  await sold('Boris', 50_000)
  await commissionAll(town)
  await refunded(first.id, 80_000)
  await commissionAll(town)
  expect(await amounts(here)).toEqual([
    [kopecks(-600), 'PENDING'],
    [kopecks(3_100), 'PENDING'],
  ])
  const [, second] = await rows()
  await rejectCommission(service.context, { id: second?.id ?? '', reason: 'Not by the video' })
  expect(await owed()).toBe(0n)
  expect(await amounts(here)).toEqual([
    [kopecks(-600), 'REVERSED'],
    [kopecks(600), 'REJECTED'],
  ])
  await isSound(here)
})

test('a refund of all of a sale, after another of its ladder is in the books, is booked at once', async () => {
  const here = await aTown()
  const { town, service, sold, refunded, days, rows, owed } = here
  await aProgramme(town, 'service', { effect: LADDER, approval: { by: 'HAND' } })
  const first = await sold('Anna', 80_000)
  await sold('Boris', 50_000)
  await days(15)
  await commissionAll(town)
  const [, second] = await rows()
  await approveCommission(service.context, { id: second?.id ?? '' })
  expect(await owed()).toBe(kopecks(3_100))
  await refunded(first.id, 80_000)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(2_500))
  await isSound(here)
})

test('a commission of a sale that went back is closed by its rejection', async () => {
  const here = await aTown()
  const { town, service, sold, refunded, rows } = here
  await aProgramme(town, 'service', { approval: { by: 'HAND' } })
  const { id } = await sold('Anna', 1_000)
  await commissionAll(town)
  await refunded(id, 1_000)
  await commissionAll(town)
  const [row] = await rows()
  await rejectCommission(service.context, { id: row?.id ?? '', reason: 'Came back' })
  expect((await rows()).map(({ status, reason }) => `${status} ${reason}`)).toEqual(['REJECTED BY_HAND'])
  await isSound(here)
})

test('who said the first of two yeses may say the only one, once a refund leaves it to one person', async () => {
  const here = await aTown()
  const { town, service, sold, refunded, days, rows, owed } = here
  await aProgramme(town, 'service', { approval: { by: 'HAND', twoPeopleAbove: roubles(100) } })
  const { id: purchaseId } = await sold('Anna', 1_500)
  await days(15)
  await commissionAll(town)
  const approve = async () =>
    (await approveCommission(service.context, { id: (await rows())[0]?.id ?? '' })).commission.status
  expect([await approve(), await approve()]).toEqual(['PENDING', 'PENDING'])
  await refunded(purchaseId, 700)
  expect(await approve()).toBe('APPROVED')
  expect(await owed()).toBe(kopecks(80))
  await isSound(here)
})

test('time approves what a refund has brought within what one person may', async () => {
  const here = await aTown()
  const { town, sold, refunded, days, owed } = here
  await aProgramme(town, 'service', { approval: { twoPeopleAbove: roubles(100) } })
  const { id } = await sold('Anna', 1_500)
  await commissionAll(town)
  await refunded(id, 700)
  await days(15)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(80))
  await isSound(here)
})

test('a refund that was not looked through yet is taken off before time approves', async () => {
  const here = await aTown()
  const { town, sold, refunded, days, owed } = here
  await aProgramme(town, 'service')
  const { id } = await sold('Anna', 1_000)
  await commissionAll(town)
  await refunded(id, 400)
  await days(15)
  // Attribution is behind: nobody has looked at the refund's batch.
  const operator = { store: town.store, principal: { kind: 'operator' } } as const
  await commissionDue(operator, { coalitionId: town.id, limit: 500 })
  expect(await owed()).toBe(kopecks(60))
  const postings = await town.store.prisma.commissionPosting.findMany({ where: { coalitionId: town.id } })
  expect(postings.map(({ creditedMinor }) => creditedMinor)).toEqual([kopecks(60)])
  await isSound(here)
  await attributePurchases(operator, { coalitionId: town.id, limit: 500 })
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(60))
  await isSound(here)
})

test('a fixed sum goes back in proportion to what is refunded', async () => {
  const here = await aTown()
  const { town, sold, refunded } = here
  await aProgramme(town, 'service', { effect: { fixed: roubles(500) } })
  const { id } = await sold('Anna', 900)
  await commissionAll(town)
  await refunded(id, 300)
  await refunded(id, 599)
  await commissionAll(town)
  expect(await amounts(here)).toEqual([[55n, 'PENDING']])
  await refunded(id, 1)
  await commissionAll(town)
  expect(await amounts(here)).toEqual([[0n, 'PENDING']])
  await isSound(here)
})

test('a sale that was made before a programme was started, were it the same day, earns nothing by it', async () => {
  const here = await aTown()
  const { town, sold, rows } = here
  await sold('Anna', 1_000)
  await aProgramme(town, 'service')
  await sold('Boris', 1_000)
  await commissionAll(town)
  expect((await rows()).map(({ customerId }) => customerId)).toEqual([town.customer('Boris').id])
})

const merged = ({ town }: Town, name: string, into: string) =>
  mergeCustomers(town.adminContext, {
    ...{ customer: { id: town.customer(name).id }, into: { id: town.customer(into).id } },
    idempotencyKey: uuidv7(),
  })

test('a customer that is merged into another buys for the first time once, and within the months of the first', async () => {
  const here = await aTown()
  const { town, sold, days, rows } = here
  await aProgramme(town, 'service', { of: 'FIRST_PURCHASE' })
  await sold('Anna', 1_000)
  await commissionAll(town)
  await merged(here, 'Anna', 'Boris')
  await sold('Boris', 1_000)
  await commissionAll(town)
  expect((await rows()).map(({ reason }) => reason)).toEqual([null, 'NOT_FIRST_PURCHASE'])
  await aProgramme(town, 'service', { months: 1 })
  await days(40)
  await sold('Boris', 1_000)
  await commissionAll(town)
  expect((await rows()).at(-1)?.reason).toBe('MONTHS_OVER')
  await isSound(here)
})

test('a first sale that was corrected is the first all the same', async () => {
  const here = await aTown()
  const { town, sold, refunded, rows } = here
  await aProgramme(town, 'service', { of: 'FIRST_PURCHASE' })
  const { id } = await sold('Anna', 1_000)
  await refunded(id, 1_000)
  await sold('Anna', 900)
  await sold('Anna', 500)
  await commissionAll(town)
  expect((await rows()).map(({ reason }) => reason)).toEqual([null, null, 'NOT_FIRST_PURCHASE'])
  await isSound(here)
})

test('a ladder by customers counts those of whose sales something is left, and merged ones once', async () => {
  const here = await aTown()
  const { town, sold, refunded, rows } = here
  const ladder = [
    { fromCustomers: 1, bps: 100 },
    { fromCustomers: 2, bps: 500 },
  ]
  await aProgramme(town, 'service', { effect: { ladder, by: 'CUSTOMERS' } })
  const { id } = await sold('Anna', 1_000)
  await commissionAll(town)
  await refunded(id, 1_000)
  await commissionAll(town)
  await sold('Boris', 1_000)
  await commissionAll(town)
  await isSound(here)
  await sold('Anna', 1_000)
  await commissionAll(town)
  await merged(here, 'Anna', 'Boris')
  await sold('Boris', 1_000)
  await commissionAll(town)
  expect((await rows()).map(({ rateBps }) => rateBps)).toEqual([100, 100, 500, 100])
  await isSound(here)
})

test('pending commissions count among what a member owes that leaves, and time approves them once it is closed', async () => {
  const here = await aTown()
  const { town, service, sold, days, owed } = here
  await aProgramme(town, 'service', { approval: { by: 'HAND' } })
  await sold('Anna', 1_000)
  const { adminContext, id: coalitionId } = town
  const closed = () => closeMember(adminContext, { memberId: service.id }).catch((error) => error)
  const before = await closed()
  await commissionAll(town)
  const after = await closed()
  expect([after.code, after.clearing - before.clearing]).toEqual(['MEMBER_HAS_OBLIGATIONS', 100_000_000n])
  await town.store.prisma.member.update({
    where: { coalitionId_id: { coalitionId, id: service.id } },
    data: { status: 'CLOSED' },
  })
  await days(15)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(100))
})

test('the very programme that is open already makes no other', async () => {
  const { town } = await aTown()
  const [first, again] = [await aProgramme(town, 'service'), await aProgramme(town, 'service')]
  expect(again.id).toBe(first.id)
  expect((await aProgramme(town, 'service', { months: 2 })).id).not.toBe(first.id)
})

test('a sale is judged by where its affiliate was when it was made, whenever somebody looks', async () => {
  const here = await aTown()
  const { town, blogger, sold, rows } = here
  await aProgramme(town, 'service')
  await sold('Anna', 1_000)
  await suspendAffiliate(town.adminContext, { id: blogger.id })
  await commissionAll(town)
  expect((await rows()).map(({ reason }) => reason)).toEqual([null])
  await isSound(here)
})

test('a commission that others of its posting made nothing waits for its window like the rest', async () => {
  const here = await aTown()
  const { town, sold, refunded, days, owed } = here
  const ladder = [{ from: roubles(100_000), bps: 700 }]
  await aProgramme(town, 'service', { effect: { ladder } })
  const first = await sold('Anna', 80_000)
  await sold('Boris', 50_000)
  await commissionAll(town)
  await refunded(first.id, 80_000)
  await days(15)
  await commissionAll(town)
  expect(await amounts(here)).toEqual([
    [kopecks(-2_100), 'REVERSED'],
    [kopecks(2_100), 'APPROVED'],
  ])
  expect(await owed()).toBe(0n)
  await stated(aTreasurer(town), 1)
  await commissionAll(town)
  expect((await amounts(here)).map(([, status]) => status)).toEqual(['REVERSED', 'STATED'])
  await isSound(here)
})
