import { type Minor, micros } from '@artel/ledger'
import { ladderCommission } from '@artel/rules'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { nameOwnCustomer } from '../affiliate/name-own-customer.ts'
import { suspendAffiliate } from '../affiliate/suspend-affiliate.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aBloggersTown, LADDER } from '../testing/a-bloggers-town.ts'
import type { BuiltCoalition } from '../testing/a-coalition.ts'
import { aLink } from '../testing/a-link.ts'
import { aLinkOfAffiliate, aProgramme, commissionAll } from '../testing/an-affiliate.ts'
import { booksOf } from '../testing/books.ts'
import { payOut } from '../testing/pay-out.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { endCommissionProgramme } from './end-commission-programme.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const kopecks = (amount: number) => BigInt(amount * 100)

async function isSound({ id }: BuiltCoalition): Promise<void> {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: id })).findings).toEqual([])
}

test('a ladder pays the worked example to the kopeck, and a refund counts in the month of its sale', async () => {
  const { town, sold, refunded, days, rows, owed } = await aBloggersTown(database.store)
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
  const { town, sold, refunded, days, rows, owed } = await aBloggersTown(database.store)
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
  const { town, blogger, sold, refunded, days, owed } = await aBloggersTown(database.store)
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
  it('says why: the affiliate’s own, of its household; of a suspended one nobody is said to have brought the customer', async () => {
    const { town, blogger, sold, rows } = await aBloggersTown(database.store)
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
    ])
    const last = await database.store.prisma.attribution.findFirstOrThrow({
      where: { coalitionId: town.id },
      orderBy: { purchaseId: 'desc' },
    })
    expect(last).toMatchObject({ via: 'NOBODY', sourceId: null })
    expect(JSON.stringify(last.losers)).toContain('SOURCE_ENDED')
    await isSound(town)
  })

  it('is one of the payee’s own staff, by the address that both have', async () => {
    const { town, sold, rows } = await aBloggersTown(database.store)
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
    const { town, sold, days, rows } = await aBloggersTown(database.store)
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
  const { town, refunded, days } = await aBloggersTown(database.store)
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

test('rows of a ladder come to C of what is left, whatever was sold and taken back', async () => {
  const { town, sold, refunded, days } = await aBloggersTown(database.store)
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
