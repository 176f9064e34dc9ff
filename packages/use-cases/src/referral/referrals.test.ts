import { InvalidInputError, minor, NotFoundError, points } from '@artel/ledger'
import { makeReferralCode, type RuleDefinition } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
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
const _refund = (purchaseId: string, whole?: number, handle = 'wash') =>
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
const _spread = async (who: string) => (await referralOf(who))?.points

describe('a code', () => {
  it('is made when it is first asked for, by whoever asks first, and stays', async () => {
    const { id } = by('Anna')
    const codes = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const store = at % 2 ? other : database.store
        return (await readReferrals(store, town.id, [id])).get(id)?.code
      }),
    )
    expect(new Set(codes).size).toBe(1)
    expect(codes[0]).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(await referralOf('Anna')).toMatchObject({ friends: 0, waiting: 0, points: 0n, isReferred: false })
  })

  it('is taken at enrolment, however it is typed', async () => {
    const code = await codeOf('Anna')
    const enrol = (typed: string) =>
      enrolCustomer(wash(), { name: 'Dina', consentVersion: '1', referralCode: typed })
    await enrol(code.toLowerCase().replace('-', ' '))
    expect(await referralOf('Anna')).toMatchObject({ friends: 1, waiting: 1 })
    const unknown = enrol(makeReferralCode([7, 19, 3, 22, 9, 23, 29, 10, 2]))
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND', path: ['referralCode'] })
    await expect(enrol('not a code')).rejects.toThrow(InvalidInputError)
    expect(await findings()).toEqual([])
  })
})

describe('a binding is refused', () => {
  const refusalOf = (bound: Promise<unknown>) =>
    bound.then(
      () => 'bound',
      (error: { code?: string }) => error,
    )

  it('to oneself', async () => {
    expect(await refusalOf(bind('Anna', 'Anna'))).toMatchObject({ code: 'OWN_REFERRAL', because: 'SELF' })
    const code = await codeOf('Anna')
    const named = bindReferral(wash(), { customer: { phone: '8 912 555-01-17' }, code })
    expect(await refusalOf(named)).toMatchObject({ code: 'OWN_REFERRAL', because: 'SELF' })
    const { number } = await town.store.prisma.card.findFirstOrThrow({
      where: { coalitionId: town.id, customerId: by('Anna').id },
    })
    const byCard = bindReferral(wash(), { customer: { cardNumber: number }, code })
    expect(await refusalOf(byCard)).toMatchObject({ code: 'OWN_REFERRAL', because: 'SELF' })
  })

  it('within a household', async () => {
    await town.store.prisma.customer.updateMany({
      where: { coalitionId: town.id, id: { in: [by('Anna').id, by('Boris').id] } },
      data: { householdId: uuidv7() },
    })
    expect(await refusalOf(bind('Boris', 'Anna'))).toMatchObject({
      ...{ code: 'OWN_REFERRAL', because: 'HOUSEHOLD' },
    })
  })

  it('with the phone of who recommends: that customer is there already', async () => {
    const enrolled = enrolCustomer(wash(), {
      ...{ name: 'Anna again', phone: '+79125550117', consentVersion: '1' },
      referralCode: await codeOf('Anna'),
    })
    expect(await refusalOf(enrolled)).toMatchObject({ code: 'ALREADY_EXISTS' })
  })

  it('of and to who was merged', async () => {
    const gone = await codeOf('Clara')
    const merge = { customer: by('Clara'), into: by('Anna'), idempotencyKey: uuidv7() }
    await mergeCustomers(town.adminContext, merge)
    const into = bindReferral(wash(), { customer: by('Anna'), code: gone })
    expect(await refusalOf(into)).toMatchObject({ code: 'OWN_REFERRAL', because: 'MERGED' })
    expect(await refusalOf(bindReferral(wash(), { customer: by('Clara'), code: gone }))).toMatchObject({
      ...{ code: 'CUSTOMER_CLOSED', mergedIntoId: by('Anna').id },
    })
    await bindReferral(wash(), { customer: by('Boris'), code: gone })
    expect(await referralOf('Anna')).toMatchObject({ friends: 1 })
  })

  it('the second time, the other way round, after a purchase, and by a code of nobody', async () => {
    await bind('Boris', 'Anna')
    expect(await refusalOf(bind('Boris', 'Clara'))).toMatchObject({ code: 'ALREADY_REFERRED' })
    expect(await refusalOf(bind('Anna', 'Boris'))).toMatchObject({ code: 'OWN_REFERRAL', because: 'MUTUAL' })
    await buys('Clara', 10)
    expect(await refusalOf(bind('Clara', 'Anna'))).toMatchObject({ code: 'ALREADY_BOUGHT' })
    const code = await codeOf('Clara')
    await asSuperuser(database.databaseUrl, `delete from referral_code where coalition_id = '${town.id}'`)
    await expect(bindReferral(wash(), { customer: by('Anna'), code })).rejects.toThrow(NotFoundError)
    await expect(bindReferral(wash(), { customer: by('Anna'), code: 'nonsense' })).rejects.toThrow(
      InvalidInputError,
    )
    await expect(bindReferral(wash(), { customer: { id: uuidv7() }, code })).rejects.toThrow(NotFoundError)
  })

  it('and of two at once one is taken', async () => {
    const codes = [await codeOf('Anna'), await codeOf('Clara')]
    const context = { ...wash(), store: other }
    const answers = await Promise.all([
      refusalOf(bindReferral(wash(), { customer: by('Boris'), code: codes[0] ?? '' })),
      refusalOf(bindReferral(context, { customer: by('Boris'), code: codes[1] ?? '' })),
    ])
    expect(answers.filter((each) => each === 'bound')).toHaveLength(1)
    expect(answers).toContainEqual(expect.objectContaining({ code: 'ALREADY_REFERRED' }))
  })
})

describe('a rule gives', () => {
  it('both sides once, by two workers at once and again', async () => {
    await rule('REFERRER')
    await rule('REFERRED')
    await bind('Boris', 'Anna')
    await buys('Boris', 1_000)
    await Promise.all([due(), due(other), due(), due(other)])
    await due()
    expect([await giftsOf('Anna'), await giftsOf('Boris')]).toEqual([[300n], [150n]])
    expect(await referralOf('Anna')).toMatchObject({ friends: 1, waiting: 0, points: 300n })
    expect(await referralOf('Boris')).toMatchObject({ isReferred: true })
    await buys('Boris', 5_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(await findings()).toEqual([])
  })

  it('for the first purchase that comes to enough, at its member', async () => {
    await rule('REFERRER')
    await bind('Boris', 'Anna')
    await buys('Boris', 999)
    await buys('Boris', 5_000, 'cafe')
    await due()
    expect(await giftsOf('Anna')).toEqual([])
    await buys('Boris', 1_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(await findings()).toEqual([])
  })

  it('after local days of waiting, to the day', async () => {
    await rule('REFERRER', waiting(3))
    await bind('Boris', 'Anna')
    await buys('Boris', 10)
    for (const given of [[], [], [], [300n]]) {
      await due()
      expect(await giftsOf('Anna')).toEqual(given)
      await later(1)
    }
    expect(await findings()).toEqual([])
  })

  it('when it was set running after the purchase, from its first day on, and not for what came before', async () => {
    await bind('Boris', 'Anna')
    await bind('Clara', 'Anna')
    await buys('Boris', 1_000)
    await due()
    await later(2)
    await buys('Clara', 1_000)
    const today = await town.store.pool.query<{ day: string }>(
      `select (coalition_clock(clock_offset_seconds) at time zone time_zone)::date::text as day from coalition
        where coalition_id = $1`,
      [town.id],
    )
    const fromDay = (today.rows[0]?.day ?? '') as RuleDefinition['schedule']['fromDay']
    await rule('REFERRER', { schedule: { fromDay, toDay: null, weekly: [] } })
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(await referralOf('Anna')).toMatchObject({ friends: 2, waiting: 1 })
    expect(await findings()).toEqual([])
  })

  it('within the times of a month, and its budget', async () => {
    await rule('REFERRER', { limits: { ...NO_LIMITS, perCustomer: { times: 1, per: 'MONTH' } } })
    for (const friend of ['Boris', 'Clara']) {
      await bind(friend, 'Anna')
      await buys(friend, 1_000)
      await due()
    }
    expect(await giftsOf('Anna')).toEqual([300n])
    const skipped = await town.store.prisma.occasion.findMany({
      where: { coalitionId: town.id, friendId: by('Clara').id },
    })
    expect(skipped.map(({ skipped: why }) => why)).toEqual([expect.stringContaining('LIMIT_REACHED')])
    expect(await findings()).toEqual([])
  })

  it('while it is paused nothing, and what fell due meanwhile once it is resumed', async () => {
    const { ruleId } = await rule('REFERRER')
    const set = (status: string) =>
      town.store.prisma.rule.updateMany({ where: { coalitionId: town.id, id: ruleId }, data: { status } })
    await bind('Boris', 'Anna')
    await set('PAUSED')
    await buys('Boris', 1_000)
    await due()
    expect(await giftsOf('Anna')).toEqual([])
    await set('RUNNING')
    await later(1)
    await due()
    expect(await giftsOf('Anna')).toEqual([300n])
    expect(await findings()).toEqual([])
  })
})
