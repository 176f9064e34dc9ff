import { basisPoints, minor, points } from '@artel/ledger'
import type { RuleDefinition } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { giveDueOccasions } from '../occasion/give-due-occasions.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { refundPurchase } from '../purchase/refund-purchase.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aRunningRule } from '../testing/a-rule.ts'
import { aSale, roubles } from '../testing/sales.ts'
import { bindReferral } from './bind-referral.ts'
import { readReferrals } from './read-referrals.ts'

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
    .withCustomer('Anna', { phone: '+79125550117' })
    .withCustomer('Boris')
    .withCustomer('Clara')
    .open(database.store)
})
afterAll(async () => {
  await other?.close()
  await database?.drop()
})

const DAY_SECONDS = 86_400
const NO_LIMITS = { perPurchasePoints: null, perCustomer: null, budget: null }
const worker = (store = database.store) => ({ store, principal: { kind: 'operator' } }) as const
async function due(store?: Store): Promise<void> {
  for (let more = true; more; )
    more = (await giveDueOccasions(worker(store), { coalitionId: town.id, limit: 100 })).more
}
const wash = () => town.member('wash').context
const by = (who: string) => ({ id: town.customer(who).id })
const referralOf = async (who: string) => {
  const { id } = by(who)
  const found = await readReferrals(town.store, town.id, [id])
  return found.get(id)
}
const codeOf = async (who: string) => (await referralOf(who))?.code ?? 'none'
const bind = async (friend: string, referrer: string) =>
  bindReferral(wash(), { customer: by(friend), code: await codeOf(referrer) })
const rule = (on: 'REFERRER' | 'REFERRED', over: Partial<RuleDefinition> = {}, handle = 'wash') =>
  aRunningRule(town, handle, {
    when: { on, minTotalMinor: minor(100_000n) },
    give: [{ kind: 'POINTS_FIXED', points: points(on === 'REFERRER' ? 300n : 150n) }],
    ...over,
  })
const waiting = (waitDays: number) =>
  ({ when: { on: 'REFERRER', minTotalMinor: minor(1n), waitDays } }) as const
const buys = (who: string, whole: number, handle = 'wash') =>
  recordPurchase(town.member(handle).context, { ...aSale(town.customer(who)), total: roubles(whole) })
const refund = (purchaseId: string, whole?: number, handle = 'wash') =>
  refundPurchase(town.member(handle).context, {
    ...{ purchase: { id: purchaseId }, reason: 'returned', idempotencyKey: uuidv7() },
    ...(whole === undefined ? {} : { amount: roubles(whole) }),
  })
const giftsOf = async (who: string) =>
  (
    await town.store.prisma.ruleGift.findMany({
      where: { coalitionId: town.id, customerId: by(who).id },
      include: { back: true },
    })
  ).map((gift) => gift.points - (gift.back?.points ?? 0n))
const findings = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings
const later = (days: number) => advanceClock(town.adminContext, { seconds: days * DAY_SECONDS })
const spread = async (who: string) => (await referralOf(who))?.points

describe('a refund', () => {
  it('before the gift: nothing is given, and the next purchase counts', async () => {
    await rule('REFERRER', waiting(1))
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Boris', 10)
    await due()
    await refund(purchase.id)
    await later(1)
    await due()
    expect(await giftsOf('Anna')).toEqual([])
    await buys('Boris', 20)
    await later(1)
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(await findings()).toEqual([])
  })

  it('after it, below what was asked: all is taken back once, with the counters, and nothing comes again', async () => {
    await rule('REFERRER', {
      limits: {
        ...NO_LIMITS,
        perCustomer: { times: 1, per: 'MONTH' },
        budget: { unit: 'POINTS', points: points(300n), per: 'RULE' },
      },
    })
    await rule('REFERRED')
    await bind('Boris', 'Anna')
    await bind('Clara', 'Anna')
    const { purchase } = await buys('Boris', 1_500)
    await due()
    await refund(purchase.id, 500)
    await due()
    expect([await giftsOf('Anna'), await giftsOf('Boris')]).toEqual([[300n], [150n]])
    await refund(purchase.id, 1)
    await Promise.all([due(), due(other), due()])
    await due()
    expect([await giftsOf('Anna'), await giftsOf('Boris')]).toEqual([[0n], [0n]])
    expect(await spread('Anna')).toBe(0n)
    expect(await findings()).toEqual([])
    await buys('Boris', 5_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([0n])
    // The month's only time and the budget are free again.
    await buys('Clara', 1_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([0n, 300n])
    expect(await findings()).toEqual([])
  })

  it('takes back what is left alone, to the credit of each who paid', async () => {
    const [a, b] = [town.member('wash').id, town.member('cafe').id]
    await rule('REFERRER', {
      maxMinor: minor(100_000n),
      pays: [
        { payerId: a, shareBps: basisPoints(5_000n) },
        { payerId: b, shareBps: basisPoints(5_000n) },
      ],
      limits: { ...NO_LIMITS, perCustomer: { times: 1, per: 'MONTH' } },
    })
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Boris', 1_000)
    await due()
    await recordPurchase(wash(), {
      ...aSale(town.customer('Anna')),
      total: roubles(400),
      points: points(200n),
    })
    await refund(purchase.id)
    await due()
    expect(await giftsOf('Anna')).toEqual([200n])
    const [back] = await town.store.prisma.giftReturn.findMany({ where: { coalitionId: town.id } })
    expect(back).toMatchObject({ points: 100n, counters: '[]' })
    expect(await findings()).toEqual([])
  })

  it('when nothing is left takes nothing, and is done with', async () => {
    await rule('REFERRER')
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Boris', 1_000)
    await due()
    await recordPurchase(wash(), {
      ...aSale(town.customer('Anna')),
      total: roubles(600),
      points: points(300n),
    })
    await refund(purchase.id)
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(
      await town.store.prisma.occasion.count({
        where: { coalitionId: town.id, undoneAt: { not: null }, takenBackAt: null },
      }),
    ).toBe(0)
    expect(await findings()).toEqual([])
  })
})

describe('a merge', () => {
  const merge = (gone: string, into: string) =>
    mergeCustomers(town.adminContext, { customer: by(gone), into: by(into), idempotencyKey: uuidv7() })

  it('takes friends along, and what was given is taken back of who has it now', async () => {
    await rule('REFERRER')
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Boris', 1_000)
    await due()
    await merge('Anna', 'Clara')
    expect(await referralOf('Clara')).toMatchObject({ friends: 1, points: 300n })
    await refund(purchase.id)
    await due()
    expect(await referralOf('Clara')).toMatchObject({ points: 0n })
    expect(await findings()).toEqual([])
  })

  it('before the purchase: the survivor is given', async () => {
    await rule('REFERRER')
    await bind('Boris', 'Anna')
    await merge('Anna', 'Clara')
    await buys('Boris', 1_000)
    await due()
    expect([await giftsOf('Anna'), await giftsOf('Clara')]).toEqual([[], [300n]])
    expect(await findings()).toEqual([])
  })

  it('of a friend with who had bought before, or with who brought it, ends it', async () => {
    await rule('REFERRER')
    await buys('Clara', 10)
    await bind('Boris', 'Anna')
    await merge('Boris', 'Clara')
    await buys('Clara', 1_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([])
    expect(await findings()).toEqual([])
  })
})

test('a coalition without such rules has no work of them', async () => {
  await bind('Boris', 'Anna')
  await buys('Boris', 1_000)
  await due()
  expect(await town.store.prisma.referralCursor.count({ where: { coalitionId: town.id } })).toBe(0)
})

describe('what was tampered with is named', () => {
  test.each([
    ['who brought', `update referral set referrer_id = '%clara%'`, 'REFERRAL_DIGEST'],
    [
      'a binding to oneself',
      `alter table referral drop constraint if exists referral_not_own; update referral set referrer_id = friend_id`,
      'REFERRAL_NOT_OWN',
    ],
    [
      'a binding after the purchase',
      `update referral set bound_at = bound_at + interval '1 day'`,
      'REFERRAL_GIFT',
    ],
    ['whose purchase', `update occasion set purchase_id = '%purchase%'`, 'REFERRAL_GIFT'],
    ['what it had to come to', `update occasion set least_minor = 1`, 'REFERRAL_GIFT'],
    ['who is given', `update occasion set kind = 'REFERRED'`, 'REFERRAL_GIFT'],
    ['the wait', `update rule_gift set given_at = given_at - interval '9 days'`, 'REFERRAL_GIFT'],
  ])('%s', async (_, sql, invariant) => {
    await rule('REFERRER')
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Clara', 2_000)
    await buys('Boris', 1_000)
    await due()
    const written = sql.replace('%clara%', by('Clara').id).replace('%purchase%', purchase.id)
    await asSuperuser(
      database.databaseUrl,
      written
        .split(';')
        .map((each) => (each.includes('update') ? `${each} where coalition_id = '${town.id}'` : each))
        .join(';'),
    )
    expect((await findings()).map((each) => each.invariant)).toContain(invariant)
  })

  test.each([
    ['more than was given back', `update gift_return set points = points + 1`, 'GIFT_RETURN_BOOKED'],
    ['a refund that is not there', `update occasion set least_minor = 1`, 'GIFT_RETURN_OF_REFUND'],
    ['a counter', `update gift_return set counters = '[]'`, 'RULE_COUNTERS'],
    [
      'another instant',
      `update gift_return set returned_at = returned_at + interval '1 day'`,
      'GIFT_RETURN_INSTANT',
    ],
  ])('of a return: %s', async (_, sql, invariant) => {
    await rule('REFERRER', { limits: { ...NO_LIMITS, perCustomer: { times: 3, per: 'MONTH' } } })
    await bind('Boris', 'Anna')
    const { purchase } = await buys('Boris', 1_000)
    await due()
    await refund(purchase.id, 1)
    await due()
    expect(await findings()).toEqual([])
    await asSuperuser(database.databaseUrl, `${sql} where coalition_id = '${town.id}'`)
    expect((await findings()).map((each) => each.invariant)).toContain(invariant)
  })
})
