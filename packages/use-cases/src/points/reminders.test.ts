import { NotFoundError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { PermissionError } from '../errors/system-error.ts'
import { windDownCoalition } from '../exit/wind-down-coalition.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aSale, type BuiltCoalition, keyed } from '../testing/index.ts'
import { awardPromo } from './award-promo.ts'
import { remindOfExpiry } from './remind-of-expiry.ts'

let database: TestDatabase
let operator: Context
beforeAll(async () => {
  database = await createTestDatabase()
  operator = { store: database.store, principal: { kind: 'operator' } }
})
afterAll(() => database.drop())

const NAMES = ['Anna', 'Boris', 'Vera']

/** Three customers with 50 points each, which expire in twelve months. */
async function aTown(): Promise<BuiltCoalition> {
  const planned = aCoalition().withMember('shop')
  const town = await NAMES.reduce((plan, name) => plan.withCustomer(name), planned).open(database.store)
  for (const name of NAMES) await recordPurchase(town.member('shop').context, aSale(town.customer(name)))
  return town
}

/** Sets the town's clock to so many days before its first points expire. */
async function setDaysBefore(town: BuiltCoalition, days: number): Promise<void> {
  const { expiresAt } = await town.store.prisma.lot.findFirstOrThrow({
    where: { coalitionId: town.id },
    orderBy: { expiresAt: 'asc' },
  })
  const seconds = Math.floor(((expiresAt?.getTime() ?? 0) - Date.now()) / 1_000) - days * 86_400
  await town.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: seconds },
  })
}

const eventsOf = (town: BuiltCoalition) =>
  town.store.prisma.outbox.findMany({ where: { coalitionId: town.id, kind: 'points.expiring' } })

describe('reminding of points that expire', () => {
  it('tells a customer once a horizon, however many workers look and however often', async () => {
    const town = await aTown()
    const batch = { coalitionId: town.id, limit: 100 }
    await setDaysBefore(town, 31)
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 0, more: false })
    await setDaysBefore(town, 29)
    const runs = await Promise.all(Array.from({ length: 8 }, () => remindOfExpiry(operator, batch)))
    expect(runs.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(3)
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 0, more: false })
    await setDaysBefore(town, 6)
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 3, more: false })
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 0, more: false })
    const events = await eventsOf(town)
    expect(events).toHaveLength(6)
    const anna = events.filter(({ subjectId }) => subjectId === town.customer('Anna').id)
    expect(anna.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ points: '50', horizonDays: 30 }),
        expect.objectContaining({ points: '50', horizonDays: 7 }),
      ]),
    )
  })

  it('tells of the nearest horizon alone where the farther was missed, and of nothing that is gone', async () => {
    const town = await aTown()
    await setDaysBefore(town, 3)
    expect(await remindOfExpiry(operator, { coalitionId: town.id, limit: 100 })).toMatchObject({
      reminders: 3,
    })
    expect((await eventsOf(town)).map(({ payload }) => payload)).toEqual(
      NAMES.map(() => expect.objectContaining({ horizonDays: 7 })),
    )
    const gone = await aTown()
    await setDaysBefore(gone, -1)
    expect(await remindOfExpiry(operator, { coalitionId: gone.id, limit: 100 })).toMatchObject({
      reminders: 0,
    })
  })

  it('tells of points that end by inactivity, anew after each silence, beside those of a date', async () => {
    const silent = { expiryKind: 'INACTIVITY' as const, expiryMonths: 6 }
    const town = await aCoalition({ terms: silent })
      .withMember('shop')
      .withCustomer('Anna')
      .open(database.store)
    const shop = town.member('shop').context
    const [anna, batch] = [town.customer('Anna'), { coalitionId: town.id, limit: 100 }]
    const remindedAfter = async (days: number) => {
      await advanceClock(town.adminContext, { seconds: days * 86_400 })
      return (await remindOfExpiry(operator, batch)).reminders
    }
    await recordPurchase(shop, aSale(anna))
    expect([await remindedAfter(140), await remindedAfter(20), await remindedAfter(1)]).toEqual([0, 1, 0])
    // She buys in the last month: all her points but a gift live on for six months, and are told of again then.
    await recordPurchase(shop, aSale(anna))
    const gift = { customer: { id: anna.id }, points: points(7n), expiresInDays: 120, ...keyed() }
    await awardPromo(shop, gift)
    expect([await remindedAfter(95), await remindedAfter(30), await remindedAfter(35)]).toEqual([1, 0, 1])
    const told = (await eventsOf(town)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(told.map(({ payload }) => payload)).toMatchObject([
      { points: '50', horizonDays: 30, byInactivity: true },
      { points: '7', horizonDays: 30, byInactivity: false },
      { points: '100', horizonDays: 30, byInactivity: true },
    ])
  })

  it('tells of points that end with the coalition', async () => {
    const town = await aTown()
    const batch = { coalitionId: town.id, limit: 100 }
    expect(await remindOfExpiry(operator, batch)).toMatchObject({ reminders: 0 })
    await windDownCoalition(town.adminContext, { reason: 'The town has gone', redemptionDays: 20 })
    expect(await remindOfExpiry(operator, batch)).toMatchObject({ reminders: 3 })
  })

  it('works in bounded batches that can be resumed', async () => {
    const town = await aTown()
    await setDaysBefore(town, 20)
    const batch = { coalitionId: town.id, limit: 2 }
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 2, more: true })
    expect(await remindOfExpiry(operator, batch)).toEqual({ reminders: 1, more: false })
  })

  it('is for the operator and administrators of that coalition only', async () => {
    const [town, other] = [await aTown(), await aTown()]
    const batch = { coalitionId: town.id, limit: 10 }
    await expect(remindOfExpiry(town.member('shop').context, batch)).rejects.toThrow(PermissionError)
    await expect(remindOfExpiry(other.adminContext, batch)).rejects.toThrow(NotFoundError)
    expect(await remindOfExpiry(town.adminContext, batch)).toMatchObject({ more: false })
  })
})
