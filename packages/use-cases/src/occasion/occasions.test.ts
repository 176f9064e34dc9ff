import { basisPoints, IdempotencyKeyMismatchError, InvalidInputError, minor, points } from '@artel/ledger'
import { localDate, type RuleDefinition } from '@artel/rules'
import { openStore, type Store } from '@artel/store'
import { asSuperuser, createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { updateCoalition } from '../coalition/update-coalition.ts'
import { enrolCustomer } from '../customer/enrol-customer.ts'
import { awardPromo } from '../points/award-promo.ts'
import { mergeCustomers } from '../points/merge-customers.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { aRunningRule } from '../testing/a-rule.ts'
import { localDay } from '../testing/local-days.ts'
import { giveDueOccasions } from './give-due-occasions.ts'
import { recordCustomerEvent } from './record-customer-event.ts'
import { recordVisit } from './record-visit.ts'

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
  await other?.close()
  await database?.drop()
})

const DAY_SECONDS = 86_400
const NO_LIMITS = { perPurchasePoints: null, perCustomer: null, budget: null }
const worker = (store = database.store) => ({ store, principal: { kind: 'operator' } }) as const
const due = (store?: Store) => giveDueOccasions(worker(store), { coalitionId: town.id, limit: 100 })
const by = (who: string) => ({ id: town.customer(who).id })
const visit = (who: string, idempotencyKey: string = uuidv7(), context = town.member('wash').context) =>
  recordVisit(context, { customer: by(who), idempotencyKey })
const rule = (over: Partial<RuleDefinition> & Pick<RuleDefinition, 'when'>, handle = 'wash') =>
  aRunningRule(town, handle, { give: [{ kind: 'POINTS_FIXED', points: points(50n) }], ...over })
const balanceOf = async (id: string) =>
  (
    await town.store.prisma.customerAccount.findFirstOrThrow({
      where: { coalitionId: town.id, customerId: id },
    })
  ).posted
const findings = async () =>
  (await verifyBooks({ databaseUrl: database.databaseUrl, coalitionId: town.id })).findings
const skipsOf = async (customerId: string) =>
  (await town.store.prisma.occasion.findMany({ where: { coalitionId: town.id, customerId } })).map(
    ({ skipped }) => (JSON.parse(skipped ?? '[]') as string[][]).map(([, reason]) => reason),
  )

describe('a visit', () => {
  it('gives once a key, at the cost of its member, and says by which version', async () => {
    const { versionId } = await rule({ when: { on: 'VISIT' } })
    const key = uuidv7()
    const first = await visit('Anna', key)
    expect(first).toMatchObject({
      points: 50n,
      replayed: false,
      rules: [{ rule: { id: versionId }, points: 50n, reason: null }],
    })
    expect(await visit('Anna', key)).toMatchObject({ points: 50n, replayed: true })
    await expect(visit('Boris', key)).rejects.toThrow(IdempotencyKeyMismatchError)
    expect(await balanceOf(by('Anna').id)).toBe(50n)
    expect(await findings()).toEqual([])
  })

  it('gives within the uses of a customer, and nothing elsewhere', async () => {
    await rule({ when: { on: 'VISIT' }, limits: { ...NO_LIMITS, perCustomer: { times: 1, per: 'DAY' } } })
    await visit('Anna')
    expect(await visit('Anna')).toMatchObject({ points: 0n, rules: [{ reason: 'LIMIT_REACHED' }] })
    expect(await visit('Boris', uuidv7(), town.member('cafe').context)).toMatchObject({ points: 0n })
    expect((await skipsOf(by('Anna').id)).flat()).toEqual(['LIMIT_REACHED'])
    expect(await findings()).toEqual([])
  })

  it('never gives past a budget, over two processes', async () => {
    await rule({
      when: { on: 'VISIT' },
      limits: { ...NO_LIMITS, budget: { unit: 'POINTS', points: points(520n), per: 'RULE' } },
    })
    const contexts = [database.store, other].map((store) => ({ ...town.member('wash').context, store }))
    const visits = await Promise.all(
      Array.from({ length: 24 }, (_, at) => visit(at % 3 ? 'Anna' : 'Boris', uuidv7(), contexts[at % 2])),
    )
    expect(visits.reduce((sum, one) => sum + one.points, 0n)).toBe(500n)
    expect(await findings()).toEqual([])
  })

  it('never gives past what a member may give a customer in a day, over two processes and beside what is given by hand', async () => {
    await updateCoalition(town.adminContext, { dailyAwardLimitPoints: points(220n) })
    await rule({ when: { on: 'VISIT' } })
    const contexts = [database.store, other].map((store) => ({ ...town.member('wash').context, store }))
    const visits = await Promise.all(
      Array.from({ length: 12 }, (_, at) => visit('Anna', uuidv7(), contexts[at % 2])),
    )
    expect(visits.reduce((sum, one) => sum + one.points, 0n)).toBe(200n)
    expect((await skipsOf(by('Anna').id)).flat()).toEqual(Array.from({ length: 8 }, () => 'PAYER_LIMIT'))
    const award = (given: bigint) =>
      awardPromo(town.member('wash').context, {
        ...{ customer: by('Anna'), points: points(given), idempotencyKey: uuidv7() },
      })
    await expect(award(21n)).rejects.toMatchObject({ code: 'AWARD_LIMIT_REACHED', left: 20n })
    await award(20n)
    expect(await visit('Boris')).toMatchObject({ points: 50n })
    expect(await findings()).toEqual([])
  })

  it('is shared by its payers: a lot each', async () => {
    const [a, b] = [town.member('wash').id, town.member('cafe').id]
    await rule({
      when: { on: 'VISIT' },
      maxMinor: minor(100_000n),
      pays: [
        { payerId: a, shareBps: basisPoints(3_000n) },
        { payerId: b, shareBps: basisPoints(7_000n) },
      ],
    })
    await visit('Anna')
    const lots = await town.store.prisma.lot.findMany({
      where: { coalitionId: town.id, customerId: by('Anna').id },
    })
    expect(Object.fromEntries(lots.map(({ issuerId, amount }) => [issuerId, amount]))).toEqual({
      [a]: 15n,
      [b]: 35n,
    })
    expect(await findings()).toEqual([])
  })

  it('is told later at the cost of its member alone, and of no day before the customer joined', async () => {
    const yesterday = { customer: by('Anna'), at: new Date(Date.now() - DAY_SECONDS * 1_000) }
    const context = town.member('wash').context
    const early = recordVisit(context, { ...yesterday, idempotencyKey: uuidv7() })
    await expect(early).rejects.toMatchObject({ path: ['at'] })
    await advanceClock(town.adminContext, { seconds: DAY_SECONDS })
    const pays = [{ payerId: town.member('cafe').id, shareBps: basisPoints(10_000n) }]
    await rule({ when: { on: 'VISIT' }, maxMinor: minor(100_000n), pays })
    const own = await rule({ when: { on: 'VISIT' } })
    const told = await recordVisit(context, {
      customer: by('Anna'),
      at: new Date(),
      idempotencyKey: uuidv7(),
    })
    expect(told.points).toBe(50n)
    expect(told.rules).toMatchObject([{ rule: { id: own.versionId }, reason: null }, { reason: 'LATE_SALE' }])
    expect(await visit('Anna')).toMatchObject({ points: 100n })
    expect(await findings()).toEqual([])
  })

  it('is answered again under its key once its customer was merged', async () => {
    await rule({ when: { on: 'VISIT' } })
    const told = { customer: { phone: '+79990000001' }, idempotencyKey: uuidv7() }
    const context = town.member('wash').context
    const { customer } = await enrolCustomer(context, {
      ...{ name: 'Vera', phone: told.customer.phone, consentVersion: '1' },
    })
    await recordVisit(context, told)
    const into = by('Anna')
    await mergeCustomers(town.adminContext, { customer: { id: customer.id }, into, idempotencyKey: uuidv7() })
    expect(await recordVisit(context, told)).toMatchObject({ points: 50n, replayed: true })
    expect(await balanceOf(into.id)).toBe(50n)
  })

  it('is refused from the future, from long ago, and of nobody', async () => {
    const context = town.member('wash').context
    const at = (ms: number) =>
      recordVisit(context, { customer: by('Anna'), at: new Date(Date.now() + ms), idempotencyKey: uuidv7() })
    await expect(at(3_600_000)).rejects.toThrow(InvalidInputError)
    await expect(at(-9 * DAY_SECONDS * 1_000)).rejects.toThrow(InvalidInputError)
    await expect(recordVisit(context, { customer: { id: uuidv7() }, idempotencyKey: 'k' })).rejects.toThrow(
      'customer',
    )
  })
})

test('an event gives by its name alone', async () => {
  await rule({ when: { on: 'EVENT', event: 'app-installed' } })
  const context = town.member('wash').context
  const tell = (event: string) =>
    recordCustomerEvent(context, { customer: by('Anna'), event, idempotencyKey: uuidv7() })
  expect(await tell('app-installed')).toMatchObject({ points: 50n })
  expect(await tell('poll-answered')).toMatchObject({ points: 0n })
  await expect(tell('No Word')).rejects.toThrow(InvalidInputError)
})

test('enrolment is asked about where the rule began just before it, in another process', async () => {
  const context = { ...town.member('wash').context, store: other }
  const enrol = (at: number) =>
    enrolCustomer(context, { name: 'Vera', phone: `+799912345${70 + at}`, consentVersion: '1' })
  // What runs at the member is known to the process from now on, for two seconds.
  await enrol(1)
  await due(other)
  await rule({ when: { on: 'ENROL' } })
  const { customer } = await enrol(2)
  await due(other)
  expect(await balanceOf(customer.id)).toBe(50n)
})

test('enrolment gives once, by the worker, over two processes and again', async () => {
  await rule({ when: { on: 'ENROL' } })
  const { customer } = await enrolCustomer(town.member('wash').context, {
    ...{ name: 'Vera', phone: '+79991234567', consentVersion: '1' },
  })
  await Promise.all([due(), due(other)])
  await due()
  expect(await balanceOf(customer.id)).toBe(50n)
  expect(await due()).toEqual({ occasions: 0, more: false })
  expect(await findings()).toEqual([])
})

describe('what a rule says of a customer', () => {
  it('holds without a bill: who is held out of a pilot gets nothing', async () => {
    await rule({ when: { on: 'VISIT' }, pilot: { id: uuidv7(), controlBps: 9_999 } })
    await visit('Anna')
    expect((await skipsOf(by('Anna').id)).flat()).toEqual(['CONTROL_GROUP'])
  })

  it('holds on its days', async () => {
    await rule({
      when: { on: 'VISIT' },
      schedule: { fromDay: localDate(localDay(1)), toDay: null, weekly: [] },
    })
    expect(await visit('Anna')).toMatchObject({ points: 0n })
  })
})

describe('a tampered gift is named', () => {
  test.each([
    ['another day', `update rule_gift set day = day - 4000`, 'GIFT_OF_VERSION'],
    [
      'another occasion',
      `update occasion set kind = 'BIRTHDAY', member_id = null, request_hash = null`,
      'GIFT_OF_VERSION',
    ],
    ['more points', `update rule_gift set points = 51`, 'GIFT_BOOKED'],
    ['another payer', `update rule_gift set payers = replace(payers, '"50"', '"49"')`, 'GIFT_BOOKED'],
    ['a counter', `update rule_gift set counters = '[]'`, 'RULE_COUNTERS'],
    ['a byte of it', `update rule_gift set payers = payers || ' '`, 'ROW_HASH'],
    [
      'its version',
      `update rule_version set definition = replace(definition, '"2020-01-01"', '"2999-01-01"')`,
      'GIFT_OF_VERSION',
    ],
  ])('%s', async (_, sql, invariant) => {
    await rule({ when: { on: 'VISIT' }, limits: { ...NO_LIMITS, perCustomer: { times: 5, per: 'RULE' } } })
    await visit('Anna')
    await asSuperuser(database.databaseUrl, `${sql} where coalition_id = '${town.id}'`)
    expect((await findings()).map((each) => each.invariant)).toContain(invariant)
  })
})
