import { InvalidInputError, LadderInUseError, LadderOpenError, NotFoundError, points } from '@artel/ledger'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { eraseCustomer } from '../customer/erase-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { exportCustomer } from '../privacy/export-customer.ts'
import { quotePurchase } from '../purchase/quote-purchase.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { draftRule } from '../rule/draft-rule.ts'
import { endRule } from '../rule/end-rule.ts'
import { scheduleRule } from '../rule/schedule-rule.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aDefinition } from '../testing/growth-rules.ts'
import { localDay } from '../testing/local-days.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { type CreateTierLadderInput, createTierLadder } from './create-ladder.ts'
import { endTierLadder } from './end-ladder.ts'
import { readTierLadders } from './read-ladders.ts'
import { readTierStandings } from './read-standings.ts'
import { reviewTiers } from './review-tiers.ts'

let database: TestDatabase
let other: Store
let town: BuiltCoalition
beforeAll(async () => {
  database = await createTestDatabase()
  other = await openStore({ databaseUrl: database.databaseUrl })
})
beforeEach(async () => {
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
})
afterAll(async () => {
  await other.close()
  await database.drop()
})

const SILVER = { en: 'Silver', ru: 'Серебро' }
const GOLD = { en: 'Gold', ru: 'Золото' }
const DAY_SECONDS = 86_400
const wash = () => town.member('wash').context
const by = (who: string) => ({ id: town.customer(who).id })

/** Silver from 1500.00 and Gold from 5000.00 in 30 days, held 7 days longer. */
const spend = (over: Partial<CreateTierLadderInput> = {}): CreateTierLadderInput => ({
  ...{ measure: 'SPEND', windowDays: 30, graceDays: 7 },
  tiers: [
    { name: SILVER, spend: roubles(1500) },
    { name: GOLD, spend: roubles(5000) },
  ],
  ...over,
})

async function made(input = spend(), context: Context = town.adminContext): Promise<readonly string[]> {
  const { ladder } = await createTierLadder(context, input)
  const found = (await readTierLadders(context)).find(({ id }) => id === ladder.id)
  return [ladder.id, ...(found?.tiers ?? []).map(({ id }) => id)]
}

async function running(tierIds: readonly string[], context = wash()): Promise<string> {
  const tiers = tierIds.map((id) => encodePublicId('tier', id))
  const { rule } = await draftRule(context, { definition: aDefinition({ if: { customer: { tiers } } }) })
  await scheduleRule(context, { id: rule.id })
  return rule.id
}

const sell = async (who: string, total = 1000, context = wash()) =>
  (await recordPurchase(context, aSale(town.customer(who), { total: roubles(total) }))).purchase

const refund = (id: string) =>
  refundPurchase(wash(), { purchase: { id }, reason: 'Wrong', idempotencyKey: uuidv7() })

const standing = async (who: string) => {
  const { id } = town.customer(who)
  const [one] = (await readTierStandings(database.store, town.id, [id])).get(id) ?? []
  return one
}
const tierOf = async (who: string) => (await standing(who))?.tier?.nameEn ?? null

const findings = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings

describe('a tier', () => {
  it('is reached by a purchase, and counts from the next one on', async () => {
    const [, silver = ''] = await made()
    await running([silver])
    expect(await sell('Anna')).toMatchObject({ pointsEarned: 50n })
    expect(await sell('Anna')).toMatchObject({ pointsEarned: 50n })
    expect(await sell('Anna')).toMatchObject({ pointsEarned: 150n })
    expect(await standing('Anna')).toMatchObject({
      ...{ tier: { nameEn: 'Silver' }, sinceDay: localDay(0), reviewDay: localDay(37), value: 300_000n },
      next: { tier: { nameEn: 'Gold' }, missing: 200_000n },
    })
    const quote = { customer: by('Boris'), total: roubles(1000), points: points(0n) }
    expect(await quotePurchase(wash(), quote)).toMatchObject({ skipped: [{ reason: 'NOT_THIS_CUSTOMER' }] })
    expect(await findings()).toEqual([])
  })

  it('is seen by each of many sales that come at once, over two processes, as if they came one by one', async () => {
    const [, silver = '', gold = ''] = await made()
    await running([silver, gold])
    const elsewhere = { ...wash(), store: other }
    const sales = Array.from({ length: 12 }, (_, at) => sell('Anna', 1000, at % 2 === 0 ? wash() : elsewhere))
    const done = await Promise.all(sales)
    const earned = done.map(({ pointsEarned }) => pointsEarned).toSorted()
    expect(earned.filter((each) => each === 50n)).toHaveLength(2)
    expect(earned.filter((each) => each === 150n)).toHaveLength(10)
    expect(await findings()).toEqual([])
  })

  it('has only its grace once a refund took what proved it, falls by the calendar alone, and is swept', async () => {
    const [, silver = ''] = await made()
    await running([silver])
    const purchase = await sell('Anna', 2000)
    await refund(purchase.id)
    expect(await standing('Anna')).toMatchObject({
      ...{ tier: { nameEn: 'Silver' }, value: 0n, reviewDay: localDay(7) },
      next: { tier: { nameEn: 'Gold' }, missing: 500_000n },
    })
    expect(await findings()).toEqual([])
    expect(await sell('Anna', 100)).toMatchObject({ pointsEarned: 105n })
    await advanceClock(town.adminContext, { seconds: 6 * DAY_SECONDS })
    expect(await tierOf('Anna')).toBe('Silver')
    expect(await reviewTiers(town.adminContext, { coalitionId: town.id, limit: 10 })).toEqual({
      ...{ reviewed: 0, more: false },
    })
    await advanceClock(town.adminContext, { seconds: DAY_SECONDS })
    expect(await tierOf('Anna')).toBeNull()
    expect(await sell('Anna', 100)).toMatchObject({ pointsEarned: 5n })
    expect(await findings()).toEqual([])
    const sweeps = [wash(), { ...wash(), store: other }].map(({ store }) =>
      reviewTiers({ ...town.adminContext, store }, { coalitionId: town.id, limit: 10 }),
    )
    const reviewed = (await Promise.all(sweeps)).reduce((sum, each) => sum + each.reviewed, 0)
    expect(reviewed).toBe(1)
    expect(await findings()).toEqual([])
  })

  it('is held on while purchases prove it, since the day on which it began', async () => {
    await made()
    await sell('Anna', 1600)
    await advanceClock(town.adminContext, { seconds: 20 * DAY_SECONDS })
    // A small one does not prove it anew: on day 30 the window no longer reaches it.
    await sell('Anna', 10)
    expect(await standing('Anna')).toMatchObject({ sinceDay: localDay(0), reviewDay: localDay(37) })
    const big = await sell('Anna', 1490)
    expect(await standing('Anna')).toMatchObject({ sinceDay: localDay(0), reviewDay: localDay(57) })
    // What is left is enough, by what was bought before.
    await refund(big.id)
    expect(await standing('Anna')).toMatchObject({ sinceDay: localDay(0), reviewDay: localDay(37) })
    expect(await findings()).toEqual([])
    await advanceClock(town.adminContext, { seconds: 16 * DAY_SECONDS })
    // What proved it is out of the window: it is held, and not proven again.
    await sell('Anna', 10)
    expect(await standing('Anna')).toMatchObject({ tier: { nameEn: 'Silver' }, reviewDay: localDay(37) })
    expect(await findings()).toEqual([])
    await advanceClock(town.adminContext, { seconds: 34 * DAY_SECONDS })
    await sell('Anna', 2000)
    expect(await standing('Anna')).toMatchObject({ sinceDay: localDay(70), reviewDay: localDay(107) })
    expect(await findings()).toEqual([])
  })

  it('by visits counts days, and none of which everything was brought back', async () => {
    const tiers = [{ name: SILVER, visits: 2 }]
    await made(spend({ measure: 'VISITS', tiers }), wash())
    await sell('Anna', 100)
    const second = await sell('Anna', 100)
    await sell('Anna', 5000, town.member('cafe').context)
    expect(await standing('Anna')).toMatchObject({ tier: null, value: 1n, next: { missing: 1n } })
    await advanceClock(town.adminContext, { seconds: DAY_SECONDS })
    const third = await sell('Boris', 100)
    await refund(third.id)
    await advanceClock(town.adminContext, { seconds: DAY_SECONDS })
    await sell('Boris', 100)
    expect(await standing('Boris')).toMatchObject({ tier: null, value: 1n })
    await refund(second.id)
    await sell('Anna', 100)
    expect(await tierOf('Anna')).toBe('Silver')
    expect(await findings()).toEqual([])
  })

  it('by visits anywhere counts a sale handed in later on the day of its recording', async () => {
    await made(spend({ measure: 'VISITS', tiers: [{ name: SILVER, visits: 2 }] }))
    await advanceClock(town.adminContext, { seconds: 3 * DAY_SECONDS })
    const sale = (occurredAt: Date | undefined) => ({
      ...aSale(town.customer('Anna'), { total: roubles(100) }),
      ...(occurredAt && { occurredAt }),
    })
    const day = 1_000 * DAY_SECONDS
    for (const days of [1, 2, 3]) await recordPurchase(wash(), sale(new Date(Date.now() + days * day)))
    expect(await standing('Anna')).toMatchObject({ tier: null, value: 1n })
    expect(await findings()).toEqual([])
  })

  it('of a ladder looks back over what was bought before the ladder, and rises with the next purchase', async () => {
    await sell('Anna', 2000)
    await made()
    expect(await standing('Anna')).toMatchObject({ tier: null, value: 200_000n, next: { missing: 0n } })
    await sell('Anna', 10)
    expect(await tierOf('Anna')).toBe('Silver')
    expect(await findings()).toEqual([])
  })

  it('goes on with the survivor of a merge, who has what both bought, and not after an erasure', async () => {
    const [, silver = ''] = await made()
    await running([silver])
    await sell('Anna', 1600)
    await sell('Boris', 3500)
    const merge = { customer: by('Anna'), into: by('Boris'), idempotencyKey: uuidv7() }
    await mergeCustomers(town.adminContext, merge)
    expect(await standing('Boris')).toMatchObject({ tier: { nameEn: 'Silver' }, value: 510_000n })
    await sell('Boris', 10)
    expect(await tierOf('Boris')).toBe('Gold')
    expect(await findings()).toEqual([])
    const exported = await exportCustomer(town.adminContext, { customer: by('Boris') })
    expect(exported.data).toMatchObject({
      tiers: expect.arrayContaining([expect.objectContaining({ name: GOLD })]),
    })
    await eraseCustomer(town.adminContext, {
      ...{ customerId: by('Boris').id, reason: 'CUSTOMER_REQUEST', givesUpPoints: true },
    })
    expect(await database.store.prisma.tierStanding.count({ where: { coalitionId: town.id } })).toBe(0)
  })
})

describe('a ladder', () => {
  it('is one of its owner at a time, does not end while a rule asks for it, and holds nobody afterwards', async () => {
    const [id = '', silver = ''] = await made()
    await expect(createTierLadder(town.adminContext, spend())).rejects.toThrow(
      new LadderOpenError({ ladderId: id }),
    )
    await made(spend(), wash())
    await sell('Anna', 2000)
    const ruleId = await running([silver])
    await expect(endTierLadder(town.adminContext, { id })).rejects.toThrow(new LadderInUseError({ ruleId }))
    await endRule(wash(), { id: ruleId })
    await expect(endTierLadder(wash(), { id })).rejects.toThrow(NotFoundError)
    await endTierLadder(town.adminContext, { id })
    await expect(running([silver])).rejects.toThrow(InvalidInputError)
    await made()
    expect(await findings()).toEqual([])
  })

  it("of another member names no tier for a rule, and is not in that member's list", async () => {
    const [, silver = ''] = await made(spend(), town.member('cafe').context)
    await expect(running([silver])).rejects.toMatchObject({
      path: ['definition', 'if', 'customer', 'tiers', '0'],
    })
    expect(await readTierLadders(wash())).toEqual([])
  })

  it('that cannot be is refused at its field', async () => {
    const tiers = [{ name: SILVER, spend: roubles(5) }, { name: GOLD }]
    await expect(createTierLadder(wash(), spend({ tiers }))).rejects.toMatchObject({
      path: ['tiers', '1', 'spend', 'amountMinor'],
    })
    await expect(createTierLadder(wash(), spend({ windowDays: 0 }))).rejects.toMatchObject({
      path: ['windowDays'],
    })
  })

  it.each([
    ['a day moved on', 'tier_standing', 'update tier_standing set proven_day = proven_day + 1'],
    ['a tier given', 'tier_standing', `update tier_standing set position = 2`],
    ['a tier taken', 'tier_standing', 'delete from tier_standing'],
    ['a sum made up', 'tier_day', 'update tier_day set amount = amount + 1'],
    ['a sum moved', 'tier_day', 'update tier_day set day = day - 1'],
  ])('verify finds %s', async (_says, table, sql) => {
    await made()
    await sell('Anna', 2000)
    expect(await findings()).toEqual([])
    await asSuperuser(database.databaseUrl, `${sql} where coalition_id = '${town.id}'`)
    const [found] = await findings()
    expect(found).toMatchObject({ invariant: table.toUpperCase(), table })
  })
})
