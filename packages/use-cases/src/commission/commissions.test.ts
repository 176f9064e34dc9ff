import { type Minor, micros } from '@artel/ledger'
import { ladderCommission } from '@artel/rules'
import { verify } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { nameOwnCustomer } from '../affiliate/name-own-customer.ts'
import { suspendAffiliate } from '../affiliate/suspend-affiliate.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aLink } from '../testing/a-link.ts'
import { aLinkOfAffiliate, anAffiliate, aProgramme, commissionAll, todayIn } from '../testing/an-affiliate.ts'
import { booksOf } from '../testing/books.ts'
import { clockOffsetAt, noonOfTenth } from '../testing/local-days.ts'
import { payOut } from '../testing/pay-out.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { approveCommission } from './approve-commission.ts'
import { changeCommissionProgramme } from './change-commission-programme.ts'
import { endCommissionProgramme } from './end-commission-programme.ts'
import { rejectCommission } from './reject-commission.ts'

const DAY = 86_400
const CODE = 'BLOG-77'
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

/** A town that lives on the 10th of a month some time ago, with an affiliate whose code leads to the service. */
async function aTown() {
  const town = await aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOfTenth(150)) })
    .withMember('service', { inPerson: true })
    .withMember('wash')
    .withCustomer('Anna', { phone: '+79120000001' })
    .withCustomer('Boris', { phone: '+79120000002', email: 'boris@example.com' })
    .open(database.store)
  const blogger = await anAffiliate(town)
  await aLinkOfAffiliate(town, blogger, { to: 'service', code: CODE })
  const sold = async (name: string, total: number, over = {}) =>
    (
      await recordPurchase(
        town.member('service').context,
        aSale(town.customer(name), { total: roubles(total), code: CODE, ...over }),
      )
    ).purchase
  const refunded = (purchaseId: string, amount: number) =>
    refundPurchase(town.member('service').context, {
      ...{
        purchase: { id: purchaseId },
        amount: roubles(amount),
        reason: 'RETURN',
        idempotencyKey: uuidv7(),
      },
    })
  const days = (count: number) => advanceClock(town.adminContext, { seconds: count * DAY })
  const rows = () =>
    database.store.prisma.commission.findMany({ where: { coalitionId: town.id }, orderBy: { id: 'asc' } })
  const owed = async () => -(await booksOf(database.store, town.id)).money('PAYABLE', blogger.id) / 10_000n
  return { town, blogger, sold, refunded, days, rows, owed }
}

const kopecks = (amount: number) => BigInt(amount * 100)

async function isSound({ id }: BuiltCoalition): Promise<void> {
  expect((await verify({ databaseUrl: database.databaseUrl, coalitionId: id })).findings).toEqual([])
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code?: string; path?: readonly string[] }) =>
      `${error.code} ${error.path?.join('.') ?? ''}`.trim(),
  )

const LADDER = {
  ladder: [
    { from: roubles(0), bps: 500 },
    { from: roubles(100_000), bps: 700 },
    { from: roubles(300_000), bps: 1_000 },
  ],
}

test('a ladder pays the worked example to the kopeck, and a refund counts in the month of its sale', async () => {
  const { town, sold, refunded, days, rows, owed } = await aTown()
  await aProgramme(town, 'service', { effect: LADDER })
  await sold('Anna', 80_000)
  const second = await sold('Boris', 50_000)
  await commissionAll(town)
  expect((await rows()).map(({ amountMinor, status }) => [amountMinor, status])).toEqual([
    [kopecks(4_000), 'PENDING'],
    [kopecks(3_100), 'PENDING'],
  ])
  expect(await owed()).toBe(0n)
  await days(15)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(7_100))
  // In the next month, with a sale of that month before it.
  await days(16)
  await sold('Anna', 10_000)
  await refunded(second.id, 40_000)
  await commissionAll(town)
  const [, back, later] = await rows()
  expect([back?.amountMinor, back?.volumeMinor, back?.status]).toEqual([
    kopecks(500),
    kopecks(10_000),
    'APPROVED',
  ])
  expect(later?.amountMinor).toBe(kopecks(500))
  expect(await owed()).toBe(kopecks(4_500))
  const periods = await database.store.prisma.commissionPeriod.findMany({ where: { coalitionId: town.id } })
  expect(
    periods.map(({ volumeMinor, amountMinor }) => [volumeMinor, amountMinor].map(String)).sort(),
  ).toEqual([
    ['1000000', '50000'],
    ['9000000', '450000'],
  ])
  await isSound(town)
})

test('a refund before approval shrinks it, one of all of it leaves nothing to approve', async () => {
  const { town, sold, refunded, days, rows, owed } = await aTown()
  await aProgramme(town, 'service')
  const [whole, half] = [await sold('Anna', 1_000), await sold('Boris', 2_000)]
  await commissionAll(town)
  await refunded(whole.id, 1_000)
  await refunded(half.id, 1_000)
  await commissionAll(town)
  expect((await rows()).map(({ amountMinor, status }) => [amountMinor, status])).toEqual([
    [0n, 'PENDING'],
    [kopecks(100), 'PENDING'],
  ])
  await days(15)
  await commissionAll(town)
  expect((await rows()).map(({ status }) => status)).toEqual(['REVERSED', 'APPROVED'])
  expect(await owed()).toBe(kopecks(100))
  await isSound(town)
})

test('what is taken back beyond what an affiliate has waits for later commissions of the same payer', async () => {
  const { town, blogger, sold, refunded, days, owed } = await aTown()
  await aProgramme(town, 'service')
  await aProgramme(town, 'wash')
  await aLinkOfAffiliate(town, blogger, { to: 'wash', code: 'WASH-77' })
  const first = await sold('Anna', 10_000)
  await commissionAll(town)
  await days(15)
  await commissionAll(town)
  await refunded(first.id, 4_000)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(600))
  const treasury = (await booksOf(database.store, town.id)).money('CLEARING', town.member('service').id)
  // The rest was paid out: nothing is there to be taken.
  await payOut(town, blogger.id)
  expect(await owed()).toBe(0n)
  await refunded(first.id, 6_000)
  await commissionAll(town)
  expect(await owed()).toBe(0n)
  const service = town.member('service').id
  expect((await booksOf(database.store, town.id)).money('CLEARING', service)).toBe(treasury - feesBack(6_000))
  // Another payer's commission is not touched by it.
  const wash = town.member('wash').context
  await recordPurchase(wash, aSale(town.customer('Boris'), { total: roubles(1_000), code: 'WASH-77' }))
  await sold('Boris', 10_000)
  await commissionAll(town)
  await days(15)
  await commissionAll(town)
  expect(await owed()).toBe(kopecks(100) + kopecks(1_000) - kopecks(600))
  await isSound(town)
})

/** What a refund gives its member back of issue fees: 5 % of the money in points, each of 0.10. Micros. */
const feesBack = (money: number) => BigInt(money) * 5_000n

describe('a sale that earns nothing', () => {
  it('says why: the affiliate’s own, of its household, by its address, of a suspended one', async () => {
    const { town, blogger, sold, rows } = await aTown()
    await aProgramme(town, 'service')
    await nameOwnCustomer(town.adminContext, { id: blogger.id, customerId: town.customer('Anna').id })
    await sold('Anna', 1_000)
    await database.store.prisma.customer.updateMany({
      where: { coalitionId: town.id, id: { in: [town.customer('Anna').id, town.customer('Boris').id] } },
      data: { householdId: uuidv7() },
    })
    await sold('Boris', 1_000)
    await commissionAll(town)
    await suspendAffiliate(town.adminContext, { id: blogger.id })
    await database.store.prisma.customer.updateMany({
      where: { coalitionId: town.id },
      data: { householdId: null },
    })
    await sold('Boris', 1_000)
    await commissionAll(town)
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'REJECTED OWN_PURCHASE',
      'REJECTED OWN_HOUSEHOLD',
      'REJECTED PAYEE_NOT_ACTIVE',
    ])
    await isSound(town)
  })

  it('is one of the payee’s own staff, by the address that both have', async () => {
    const { town, sold, rows } = await aTown()
    const { person } = await database.store.prisma.staffGrant.findFirstOrThrow({
      where: { coalitionId: town.id, memberId: town.member('service').id },
      include: { person: true },
    })
    await database.store.prisma.customer.update({
      where: { coalitionId_id: { coalitionId: town.id, id: town.customer('Boris').id } },
      data: { email: person.email },
    })
    await aProgramme(town, 'service')
    await sold('Boris', 1_000)
    await commissionAll(town)
    expect((await rows()).map(({ reason }) => reason)).toEqual(['OWN_STAFF'])
  })

  it('is a second purchase where the first alone counts, and one after its months', async () => {
    const { town, sold, days, rows } = await aTown()
    const first = await aProgramme(town, 'service', { of: 'FIRST_PURCHASE', effect: { fixed: roubles(500) } })
    await sold('Anna', 1_000)
    await sold('Anna', 1_000)
    await commissionAll(town)
    await endCommissionProgramme(town.member('service').context, { id: first.id })
    await days(1)
    await aProgramme(town, 'service', { months: 1 })
    await sold('Boris', 1_000)
    await days(29)
    await sold('Boris', 1_000)
    await days(3)
    await sold('Boris', 1_000)
    await commissionAll(town)
    expect((await rows()).map(({ amountMinor, reason }) => [amountMinor, reason])).toEqual([
      [kopecks(500), null],
      [0n, 'NOT_FIRST_PURCHASE'],
      [kopecks(100), null],
      [kopecks(100), null],
      [0n, 'MONTHS_OVER'],
    ])
    await isSound(town)
  })
})

test('a member is paid on its clearing account, and owes what is taken back', async () => {
  const { town, refunded, days } = await aTown()
  await aProgramme(town, 'service', { payeeKind: 'MEMBER' })
  const { code } = await aLink(town, { to: 'service', from: 'wash' })
  const { purchase } = await recordPurchase(
    town.member('service').context,
    aSale(town.customer('Anna'), { total: roubles(5_000), code }),
  )
  await commissionAll(town)
  await days(15)
  await commissionAll(town)
  const wash = async () => (await booksOf(database.store, town.id)).money('CLEARING', town.member('wash').id)
  expect(await wash()).toBe(micros(-500_000_000n))
  await refunded(purchase.id, 5_000)
  await commissionAll(town)
  expect(await wash()).toBe(0n)
  await isSound(town)
})

describe('by hand', () => {
  it('a commission waits for its payer, above a limit for two people', async () => {
    const { town, sold, days, rows, owed } = await aTown()
    const { context } = town.member('service')
    await aProgramme(town, 'service', { approval: { by: 'HAND', twoPeopleAbove: roubles(100) } })
    await sold('Anna', 1_000)
    await sold('Anna', 2_000)
    await commissionAll(town)
    const [small, large] = await rows()
    const approve = (id = '', by = context) => refusalOf(approveCommission(by, { id }))
    expect(await approve(small?.id)).toBe('COMMISSION_NOT_DUE')
    await days(15)
    await commissionAll(town)
    expect(await approve(small?.id, town.member('wash').context)).toBe('NOT_FOUND id')
    expect([await approve(small?.id), await approve(small?.id)]).toEqual(['nothing', 'nothing'])
    expect(await owed()).toBe(kopecks(100))
    expect(await approve(large?.id)).toBe('nothing')
    expect(await owed()).toBe(kopecks(100))
    expect(await approve(large?.id)).toBe('COMMISSION_SAME_PERSON')
    await isSound(town)
  })

  it('its payer rejects what is pending, an administrator takes back what is in the books', async () => {
    const { town, sold, days, rows, owed } = await aTown()
    const { context } = town.member('service')
    await aProgramme(town, 'service', { effect: LADDER })
    await sold('Anna', 80_000)
    await sold('Boris', 50_000)
    await commissionAll(town)
    const [first, second] = await rows()
    const reject = (id = '', by = context) =>
      refusalOf(rejectCommission(by, { id, reason: 'Not by the video' }))
    expect([await reject(first?.id), await reject(first?.id)]).toEqual(['nothing', 'nothing'])
    await days(15)
    await commissionAll(town)
    expect(await owed()).toBe(kopecks(2_500))
    expect(await reject(second?.id)).toBe('COMMISSION_STATUS')
    expect(await reject(second?.id, town.adminContext)).toBe('nothing')
    expect((await rows()).map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      'REJECTED BY_HAND',
      'REVERSED null',
    ])
    expect(await owed()).toBe(0n)
    await isSound(town)
  })
})

describe('a programme', () => {
  it('is refused at the field that cannot be, and changes from tomorrow on', async () => {
    const { town } = await aTown()
    const { context } = town.member('service')
    const today = await todayIn(town)
    const outOfOrder = { ladder: [LADDER.ladder[1], LADDER.ladder[0]].flatMap((step) => step ?? []) }
    expect(await refusalOf(aProgramme(town, 'service', { effect: outOfOrder }))).toBe(
      'INVALID_INPUT definition.effect.ladder.1.from',
    )
    expect(await refusalOf(aProgramme(town, 'service', { payeeId: uuidv7() }))).toBe('NOT_FOUND payeeId')
    expect(await refusalOf(aProgramme(town, 'service', { fromDay: '2020-01-01' }))).toBe(
      'INVALID_INPUT definition.fromDay',
    )
    const { id } = await aProgramme(town, 'service', { effect: LADDER })
    const definition = { name: { en: 'a', ru: 'a' }, effect: { percentBps: 1 }, fromDay: today }
    const change = (version: number, fromDay: string) =>
      refusalOf(changeCommissionProgramme(context, { id, version, definition: { ...definition, fromDay } }))
    expect(await change(2, today)).toBe('COMMISSION_PROGRAMME_CHANGED')
    expect(await change(1, today)).toBe('INVALID_INPUT definition.fromDay')
    await endCommissionProgramme(context, { id })
    expect(await change(1, today)).toBe('COMMISSION_PROGRAMME_ENDED')
  })
})

test('rows of a ladder come to C of what is left, whatever was sold and taken back', async () => {
  const { town, sold, refunded, days } = await aTown()
  await aProgramme(town, 'service', { effect: LADDER })
  for (let round = 0; round < 4; round += 1) {
    const purchases = [await sold('Anna', 90_000), await sold('Boris', 33_333), await sold('Anna', 7)]
    await commissionAll(town)
    for (const [at, { id }] of purchases.entries())
      if (at !== round % 3) await refunded(id, at === 2 ? 3 : 12_345)
    if (round === 2) await days(15)
    await commissionAll(town)
  }
  const lines = await database.store.prisma.commissionLine.findMany({ where: { coalitionId: town.id } })
  const sums = await database.store.prisma.commissionPeriod.findMany({ where: { coalitionId: town.id } })
  const steps = LADDER.ladder.map(({ from, bps }) => ({ from: from.amountMinor, bps: BigInt(bps) as never }))
  const total = (of: 'volumeMinor' | 'amountMinor') => lines.reduce((sum, line) => sum + line[of], 0n)
  const expected = sums.reduce(
    (sum, one) => sum + ladderCommission(steps, BigInt(String(one.volumeMinor))),
    0n,
  )
  expect(total('amountMinor')).toBe(expected as Minor)
  await isSound(town)
})
