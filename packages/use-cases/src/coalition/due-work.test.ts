import { ClockNotMovableError, InvalidInputError, micros, NotFoundError, points } from '@artel/ledger'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { readActivity } from '../customer/read-activity.ts'
import { PermissionError } from '../errors/system-error.ts'
import { createHold } from '../hold/create-hold.ts'
import { releaseDueHolds } from '../hold/release-due-holds.ts'
import { expireDueLots } from '../points/expire-due-lots.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { aCoalition, aHold, aSale, type BuiltCoalition, booksOf, ledgerRows } from '../testing/index.ts'
import { advanceClock } from './advance-clock.ts'

let database: TestDatabase
let operator: Context
beforeAll(async () => {
  database = await createTestDatabase()
  operator = { store: database.store, principal: { kind: 'operator' } }
})
afterAll(() => database.drop())

const DAY = 86_400
const NAMES = ['Anna', 'Boris', 'Vera']

/** Three customers with 50 points each of an issue-funded shop. */
async function aTown(): Promise<BuiltCoalition> {
  const planned = aCoalition({ terms: { deposit: micros(900_000n) } }).withMember('shop')
  const town = await NAMES.reduce((plan, name) => plan.withCustomer(name), planned).open(database.store)
  for (const name of NAMES) await recordPurchase(town.member('shop').context, aSale(town.customer(name)))
  return town
}

/** Lets time pass without the due work that `advanceClock` does. */
async function passTime(town: BuiltCoalition, seconds: number): Promise<void> {
  await town.store.prisma.coalition.update({
    where: { id: town.id },
    data: { clockOffsetSeconds: { increment: seconds } },
  })
}

describe('expiring due lots', () => {
  it('takes what is left and splits the reserve behind it, once, however many workers do it', async () => {
    const town = await aTown()
    await passTime(town, 367 * DAY)
    const batch = { coalitionId: town.id, limit: 100 }
    const runs = await Promise.all(Array.from({ length: 8 }, () => expireDueLots(operator, batch)))
    expect(runs.reduce((sum, run) => sum + run.lots, 0)).toBe(3)
    expect(runs.reduce((sum, run) => sum + run.points, 0n)).toBe(150n)
    const { money, points: outstanding } = await booksOf(town.store, town.id)
    expect(outstanding('EXPIRED')).toBe(-150n)
    // 150 x 0.90 = 135.00 of reserve: 67.50 to the issuer, 40.50 to the promo fund, 27.00 to the operator.
    expect([money('RESERVE'), money('PROMO_FUND'), money('BREAKAGE')]).toEqual([
      0n,
      -40_500_000n,
      -27_000_000n,
    ])
    expect(money('CLEARING', town.member('shop').id)).toBe(150_000_000n - 67_500_000n)
    const rows = await ledgerRows(town.store)
    expect(await expireDueLots(operator, batch)).toEqual({ lots: 0, points: 0n, more: false })
    expect(await ledgerRows(town.store)).toEqual(rows)
  })

  it('works in bounded batches that can be resumed', async () => {
    const town = await aTown()
    await passTime(town, 367 * DAY)
    const batch = { coalitionId: town.id, limit: 2 }
    expect(await expireDueLots(operator, batch)).toEqual({ lots: 2, points: 100n, more: true })
    expect(await expireDueLots(operator, batch)).toEqual({ lots: 1, points: 50n, more: false })
  })

  it('leaves held points to their hold and takes them when it ends, in the same lot too', async () => {
    const town = await aTown()
    const anna = town.customer('Anna')
    await passTime(town, 364 * DAY)
    await createHold(town.member('shop').context, aHold(anna, { points: points(20n) }))
    await passTime(town, 3 * DAY)
    expect(await expireDueLots(operator, { coalitionId: town.id, limit: 100 })).toMatchObject({
      points: 130n,
    })
    await passTime(town, 5 * DAY)
    const released = await releaseDueHolds(operator, { coalitionId: town.id, limit: 100 })
    expect(released).toEqual({ holds: 1, points: 20n, more: false })
    expect(await expireDueLots(operator, { coalitionId: town.id, limit: 100 })).toMatchObject({ points: 20n })
    const own = { coalitionId: town.id, customerId: anna.id, first: 10 }
    const { entries } = await readActivity(town.adminContext, own)
    expect(entries.map(({ kind, points: moved, balanceAfter }) => [kind, moved, balanceAfter])).toEqual([
      ['EXPIRE', -20n, 0n],
      ['HOLD_EXPIRE', 0n, 20n],
      ['EXPIRE', -30n, 20n],
      ['HOLD', 0n, 50n],
      ['EARN', 50n, 50n],
    ])
  })
})

describe('releasing due holds', () => {
  it('releases each hold once, however many workers do it, and none before its time', async () => {
    const town = await aTown()
    const { context } = town.member('shop')
    for (const name of NAMES)
      await createHold(context, aHold(town.customer(name), { points: points(10n), ttlSeconds: 600 }))
    const batch = { coalitionId: town.id, limit: 100 }
    expect(await releaseDueHolds(operator, batch)).toMatchObject({ holds: 0 })
    await passTime(town, 601)
    const runs = await Promise.all(Array.from({ length: 8 }, () => releaseDueHolds(operator, batch)))
    expect(runs.reduce((sum, run) => sum + run.holds, 0)).toBe(3)
    const open = await town.store.prisma.hold.count({ where: { coalitionId: town.id, status: 'OPEN' } })
    expect(open).toBe(0)
  })
})

describe('due work', () => {
  it('is for the operator and administrators of that coalition only', async () => {
    const [town, other] = [await aTown(), await aTown()]
    const batch = { coalitionId: town.id, limit: 10 }
    for (const verb of [expireDueLots, releaseDueHolds]) {
      await expect(verb(town.member('shop').context, batch)).rejects.toThrow(PermissionError)
      await expect(verb(other.adminContext, batch)).rejects.toThrow(NotFoundError)
      expect(await verb(town.adminContext, batch)).toMatchObject({ more: false })
      await expect(verb(operator, { ...batch, limit: 0 })).rejects.toThrow(InvalidInputError)
      await expect(verb(operator, { coalitionId: uuidv7(), limit: 10 })).rejects.toThrow(NotFoundError)
    }
  })
})

describe("a sandbox's clock", () => {
  it('moves ahead only, and does the work that this makes due', async () => {
    const town = await aTown()
    const before = await advanceClock(town.adminContext, { seconds: DAY })
    const after = await advanceClock(town.adminContext, { seconds: 366 * DAY })
    expect(after.now.getTime() - before.now.getTime()).toBeGreaterThanOrEqual(366 * DAY * 1000)
    expect((await booksOf(town.store, town.id)).points('EXPIRED')).toBe(-150n)
    for (const seconds of [0, -1, 1.5, 10 ** 9])
      await expect(advanceClock(town.adminContext, { seconds })).rejects.toThrow(InvalidInputError)
  })

  it('of a live coalition cannot be moved', async () => {
    const live = await aCoalition({ mode: 'LIVE' }).open(database.store)
    await expect(advanceClock(live.adminContext, { seconds: 1 })).rejects.toThrow(ClockNotMovableError)
    const { clockOffsetSeconds } = await database.store.prisma.coalition.findUniqueOrThrow({
      where: { id: live.id },
    })
    expect(clockOffsetSeconds).toBe(0n)
  })
})

it('after all of it the books verify clean', async () => {
  const proof = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(proof).toMatchObject({ ok: true, findings: [] })
})
