import { InvalidInputError, NotFoundError, points } from '@artel/ledger'
import { addDays, localDateOf } from '@artel/rules'
import { foldFigures } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PermissionError } from '../errors/system-error.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { localDay, noonOf, TIME_ZONE } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { keyed } from '../testing/settlement.ts'
import { readFigures } from './read-figures.ts'
import { readFiguresBy } from './read-figures-by.ts'
import { readFirstVisits } from './read-first-visits.ts'
import { readRetention } from './read-retention.ts'

let database: TestDatabase
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  town = await aCoalition({ openedDaysAgo: 20 })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
  const { context: service } = town.member('service')
  const { context: wash } = town.member('wash')
  const [anna, boris] = [town.customer('Anna'), town.customer('Boris')]
  const at = (days: number) => ({ occurredAt: noonOf(localDay(days)) })
  // Handed in today: each lands on its own day.
  await recordPurchase(service, aSale(anna, { ...at(-9), total: roubles(20_000) }))
  await recordPurchase(service, aSale(boris, { ...at(-3), total: roubles(8_000) }))
  const lines = [{ ref: '1', title: 'Wash', total: roubles(1_000), sku: 'W1', category: 'wash/full' }]
  const { purchase } = await recordPurchase(
    wash,
    aSale(anna, { ...at(-2), total: roubles(1_000), points: points(300n), lines }),
  )
  await refundPurchase(wash, { purchase: { id: purchase.id }, amount: roubles(500), reason: 'x', ...keyed() })
  while ((await foldFigures(database.store, town.id)).more);
})
afterAll(() => database.drop())

const days = (from: number, to: number) => ({
  ...{ coalitionId: town.id, from: localDay(from) as string, to: localDay(to) as string },
})

test('a period has its sales on their own days, what undid them today, and the period before beside it', async () => {
  const { total, before, parts, cost, asOf } = await readFigures(town.adminContext, {
    ...days(-4, 0),
    marginBps: 3_000,
  })
  expect(total).toMatchObject({
    ...{ purchases: 2n, refunds: 1n, grossMinor: 900_000n, netMinor: 850_000n, averageBillMinor: 450_000n },
    ...{ issued: 435n, reversed: 17n, spent: 300n, returned: 150n, active: 2n, fresh: 1n, returning: 1n },
  })
  expect(before).toMatchObject({ from: localDay(-9), to: localDay(-5), purchases: 1n, fresh: 1n, active: 1n })
  expect(parts.map(({ purchases }) => purchases)).toEqual([0n, 1n, 1n, 0n, 0n])
  expect(parts.at(-1)).toMatchObject({ refunds: 1n, refundedMinor: 50_000n, netMinor: -50_000n })
  // 418 points at 1.00, 150 at 0.12.
  expect(cost).toMatchObject({ pointsIssued: 418_000_000n, pointsTaken: 18_000_000n, discounts: 0n })
  expect(asOf.getTime()).toBeGreaterThan(noonOf(addDays(localDateOf(new Date(), TIME_ZONE), -1)).getTime())
})

test('a member sees its own figures alone, and an administrator those of the member named', async () => {
  const { context: wash, id: memberId } = town.member('wash')
  const own = await readFigures(wash, days(-10, 0))
  expect(own).toMatchObject({ memberId, total: { purchases: 1n, issued: 35n, spent: 300n, fresh: 1n } })
  expect(own.cost).toBeNull()
  expect(await readFigures(town.adminContext, { ...days(-10, 0), memberId })).toEqual({
    ...own,
    asOf: expect.any(Date),
  })
  const others = town.member('service').id
  await expect(readFigures(wash, { ...days(-10, 0), memberId: others })).rejects.toThrow(NotFoundError)
  expect((await readFiguresBy(wash, { ...days(-10, 0), dimension: 'MEMBER' })).map(({ key }) => key)).toEqual(
    [memberId],
  )
  await expect(readRetention(wash, { coalitionId: town.id, of: 'PARTNERS', months: 2 })).rejects.toThrow(
    PermissionError,
  )
})

test('figures lead to what they are made of: members, categories with all that is in them, articles of a member', async () => {
  const by = async (dimension: 'MEMBER' | 'CATEGORY' | 'PRODUCT', memberId: string | null = null) =>
    (await readFiguresBy(town.adminContext, { ...days(-10, 0), dimension, memberId })).map(
      ({ key, grossMinor, refundedMinor }) => [key, grossMinor, refundedMinor],
    )
  const { id: wash } = town.member('wash')
  expect(await by('MEMBER')).toEqual([
    [town.member('service').id, 2_800_000n, 0n],
    [wash, 100_000n, 50_000n],
  ])
  // The refund named no line.
  expect(await by('CATEGORY')).toEqual([
    ['wash', 100_000n, 0n],
    ['wash/full', 100_000n, 0n],
  ])
  expect(await by('PRODUCT')).toEqual([])
  expect(await by('PRODUCT', wash)).toEqual([['W1', 100_000n, 0n]])
})

test('who earned most of what was left comes first', async () => {
  const town = await aCoalition({ openedDaysAgo: 2 })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(database.store)
  const sell = (handle: string, rubles: number) =>
    recordPurchase(
      town.member(handle).context,
      aSale(town.customer('Anna'), {
        total: roubles(rubles),
        lines: [{ ref: '1', title: 'x', total: roubles(rubles), category: handle }],
      }),
    )
  const { purchase } = await sell('service', 1_000)
  await sell('wash', 500)
  await refundPurchase(town.member('service').context, {
    purchase: { id: purchase.id },
    reason: 'x',
    ...keyed(),
  })
  while ((await foldFigures(database.store, town.id)).more);
  const keys = async (dimension: 'MEMBER' | 'CATEGORY') =>
    (
      await readFiguresBy(town.adminContext, {
        ...{ coalitionId: town.id, from: localDay(-1) as string, to: localDay(0) as string, dimension },
      })
    ).map(({ key }) => key)
  expect(await keys('CATEGORY')).toEqual(['wash', 'service'])
  expect(await keys('MEMBER')).toEqual([town.member('wash').id, town.member('service').id])
})

test('a period of which nothing is counted is all nought, as of the day on which the coalition was opened', async () => {
  const { id, adminContext } = await aCoalition().open(database.store)
  const read = await readFigures(adminContext, { ...days(-1, 0), coalitionId: id })
  const opened = await database.store.prisma.coalition.findUniqueOrThrow({ where: { id } })
  expect(read).toMatchObject({ asOf: opened.createdAt, total: { purchases: 0n, active: 0n, lost: 0n } })
})

test('a first visit elsewhere is brought by the member where the customer began, and both see it', async () => {
  const [service, wash] = [town.member('service'), town.member('wash')]
  const brought = [{ fromId: service.id, toId: wash.id, customers: 1n }]
  for (const context of [service.context, wash.context, town.adminContext])
    expect(await readFirstVisits(context, days(-10, 0))).toEqual(brought)
  expect(await readFirstVisits(wash.context, days(-1, 0))).toEqual([])
})

test('a period that ends before it begins, has no such day, or falls into too many parts is refused', async () => {
  const read = (input: object) => readFigures(town.adminContext, { ...days(-1, 0), ...input })
  const path = async (input: object) => {
    const error = await read(input).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(InvalidInputError)
    return (error as InvalidInputError).path
  }
  expect(await path({ from: '2026-02-30' })).toEqual(['from'])
  expect(await path({ from: localDay(1) })).toEqual(['to'])
  expect(await path({ from: '2015-01-01' })).toEqual(['to'])
  expect(await path({ from: localDay(-500) })).toEqual(['by'])
  for (const by of ['DAY', 'WEEK', 'MONTH']) {
    expect(await path({ from: '9999-12-30', to: '9999-12-31', by })).toEqual(['from'])
    expect(await path({ from: localDay(-1), to: '9001-01-01', by })).toEqual(['to'])
    expect(await path({ from: '0000-01-01', to: '0000-01-02', by })).toEqual(['from'])
  }
  expect((await read({ from: '8991-01-01', to: '9000-12-31', by: 'MONTH' })).parts).toHaveLength(120)
  expect(await path({ absentDays: 0 })).toEqual(['absentDays'])
  expect(await path({ marginBps: 10_001 })).toEqual(['marginBps'])
})
