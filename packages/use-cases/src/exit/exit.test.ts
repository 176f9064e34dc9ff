import { MAX_COMMAND_MICROS, MICROS_PER_MINOR, micros, minor, points } from '@artel/ledger'
import { endOfDays } from '@artel/rules'
import { coalitionNow, type Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { admitMember } from '../member/admit-member.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { approvePlan } from '../settlement/approve-plan.ts'
import { proposePlan } from '../settlement/propose-plan.ts'
import { aCoalition, type BuiltCoalition } from '../testing/a-coalition.ts'
import { exactSums } from '../testing/exact-sums.ts'
import { clockOffsetAt, noonOfTenth } from '../testing/local-days.ts'
import { aTreasurer, stated } from '../testing/settlement.ts'
import { closeMember } from './close-member.ts'
import { estimateExit } from './estimate-exit.ts'
import { giveExitNotice } from './give-exit-notice.ts'
import { readExit } from './read-exit.ts'
import { recordExitGuarantee } from './record-exit-guarantee.ts'
import { windDownCoalition } from './wind-down-coalition.ts'

let database: TestDatabase
let store: Store

beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

let sales = 0
async function selling(built: BuiltCoalition, handle: string, spent = 0n) {
  sales += 1
  const { purchase } = await recordPurchase(built.member(handle).context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: `R-${sales}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(spent),
    idempotencyKey: `sale-${sales}`,
  })
  return purchase
}

/** From the 10th of a month, so that two weeks later it is the same month on whatever day this is played. */
const town = () =>
  aCoalition({ clockOffsetSeconds: clockOffsetAt(noonOfTenth(100)) })
    .withMember('service')
    .withMember('wash')
    .withCustomer('Anna')
    .open(store)
const days = (built: BuiltCoalition, n: number) => advanceClock(built.adminContext, { seconds: n * 86_400 })
const noticing = (built: BuiltCoalition, handle = 'service') =>
  giveExitNotice(built.member(handle).context, { reason: 'We move away', redemptionDays: 60 })
const closing = (built: BuiltCoalition, handle = 'service') =>
  closeMember(built.adminContext, { memberId: built.member(handle).id })
const stating = (built: BuiltCoalition, idempotencyKey: string) =>
  estimateExit(built.adminContext, { memberId: built.member('service').id, idempotencyKey })
const guaranteeing = (
  built: BuiltCoalition,
  amount: bigint,
  kind: 'DEPOSIT' | 'GUARANTEE',
  key: string = kind,
) =>
  recordExitGuarantee(built.adminContext, {
    memberId: built.member('service').id,
    kind,
    amount: micros(amount),
    reference: 'No. 7',
    idempotencyKey: key,
  })
const eventsOf = async (built: BuiltCoalition) =>
  (await store.prisma.outbox.findMany({ where: { coalitionId: built.id } })).map(({ kind }) => kind)

test('a member that leaves gives no points and takes them still, and its own are spent everywhere', async () => {
  const built = await town()
  await selling(built, 'service')
  const { member, exit } = await noticing(built)
  expect(member.status).toBe('EXITING')
  expect((await noticing(built)).exit).toEqual(exit)
  expect((await selling(built, 'service')).pointsEarned).toBe(0n)
  expect(await selling(built, 'service', 10n)).toMatchObject({ pointsRedeemed: 10n, pointsEarned: 0n })
  expect(await selling(built, 'wash', 10n)).toMatchObject({ pointsRedeemed: 10n })
  expect(await eventsOf(built)).toContain('member.exiting')
})

test('it closes step by step, each missing one named, and its points outlive it', async () => {
  const built = await town()
  await selling(built, 'service')
  await noticing(built)
  // 50 points out at R 0.90, and 5.00 of fees owed.
  await expect(closing(built)).rejects.toMatchObject({
    code: 'MEMBER_EXIT_INCOMPLETE',
    missing: ['REDEMPTION_WINDOW', 'FINAL_ESTIMATE', 'GUARANTEE'],
    guaranteeNeeded: 50_000_000n,
  })
  await stating(built, 'early')
  await days(built, 61)
  await expect(closing(built)).rejects.toMatchObject({ missing: ['FINAL_ESTIMATE', 'GUARANTEE'] })
  const { estimate } = await stating(built, 'final')
  expect((await stating(built, 'final')).estimate).toEqual(estimate)
  expect(exactSums(estimate)).toMatchObject({
    estimateNo: 2,
    points: 50n,
    position: 5_000_000n,
    liability: 45_000_000n,
    guaranteeNeeded: 50_000_000n,
    lotCount: 1,
  })
  const lots = await store.prisma.exitLot.findMany({ where: { coalitionId: built.id, estimateNo: 2 } })
  expect(lots.map((lot) => [lot.points, lot.liability])).toEqual([[50n, 45_000_000n]])

  await guaranteeing(built, 20_000_000n, 'DEPOSIT')
  expect((await guaranteeing(built, 20_000_000n, 'DEPOSIT')).replayed).toBe(true)
  await expect(guaranteeing(built, 10_000n, 'DEPOSIT')).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_MISMATCH',
  })
  // A part of a kopeck cannot have been paid in, and no statement could print it.
  await expect(guaranteeing(built, 10_001n, 'DEPOSIT', 'odd')).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    path: ['amount'],
  })
  await expect(closing(built)).rejects.toMatchObject({
    missing: ['GUARANTEE'],
    guaranteeNeeded: 30_000_000n,
  })
  await guaranteeing(built, 30_000_000n, 'GUARANTEE')
  expect((await closing(built)).member.status).toBe('CLOSED')
  expect((await closing(built)).member.status).toBe('CLOSED')

  // Its points are spent after it has gone, at its cost: the deposit stands for it.
  expect(await selling(built, 'wash', 50n)).toMatchObject({ pointsRedeemed: 50n })
  const owner = { coalitionId: built.id, memberId: built.member('service').id }
  const report = await readExit(store, owner, await coalitionNow(store, built.id))
  expect(report).toMatchObject({ position: 30_000_000n, guaranteed: 30_000_000n, tail: { points: 0n } })
  expect(report?.exit.closedAt).not.toBeNull()
  expect(await eventsOf(built)).toEqual(expect.arrayContaining(['member.exit_stated', 'member.closed']))
})

test('a deposit is not paid back while points are out that it stands for, and is once there are none', async () => {
  const built = await town()
  const treasurer = aTreasurer(built)
  await selling(built, 'service')
  await noticing(built)
  await guaranteeing(built, 50_000_000n, 'DEPOSIT')
  const planOf = async (windowNo: number) => {
    await stated(treasurer, windowNo)
    await days(built, 7)
    const { plan } = await proposePlan(treasurer, { windowNo, idempotencyKey: `plan-${windowNo}` })
    await approvePlan(built.adminContext, {
      ...{ planId: plan.id, planHash: plan.hash },
      idempotencyKey: `approval-${windowNo}`,
    })
    return plan
  }
  // 5.00 of fees are owed, and 45.00 may come.
  const { id } = built.member('service')
  expect(await planOf(1)).toMatchObject({ legs: [], carried: [{ memberId: id, amount: '-4500' }] })

  await selling(built, 'wash', 40n)
  expect(await planOf(2)).toMatchObject({
    legs: [expect.objectContaining({ payeeId: built.member('wash').id })],
    carried: [{ memberId: id, amount: '-900' }],
  })
  // The last ten points run out.
  await days(built, 366)
  expect(await planOf(3)).toMatchObject({
    legs: [expect.objectContaining({ payeeId: id, amount: '900' })],
    carried: [],
  })
})

test('a member without notice closes only without obligations', async () => {
  const built = await town()
  await selling(built, 'service')
  await expect(closing(built)).rejects.toMatchObject({ code: 'MEMBER_HAS_OBLIGATIONS' })
  expect((await closing(built, 'wash')).member.status).toBe('CLOSED')
  await expect(noticing(built, 'wash')).rejects.toMatchObject({ code: 'MEMBER_NOT_ACTIVE' })
  await expect(stating(built, 'a')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const other = giveExitNotice(built.member('service').context, {
    memberId: built.member('wash').id,
    reason: 'Not mine',
  })
  await expect(other).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a coalition that winds down takes all members with it and strands no point', async () => {
  const built = await aCoalition()
    .withMember('service')
    .withMember('wash')
    .withMember('guest', { invited: true })
    .withCustomer('Anna')
    .open(store)
  await selling(built, 'service')
  await noticing(built)
  const winding = { reason: 'The town has gone', redemptionDays: 90 }
  expect(await windDownCoalition(built.adminContext, winding)).toMatchObject({ exiting: 2 })
  const { coalition } = await windDownCoalition(built.adminContext, winding)
  await expect(windDownCoalition(built.adminContext, { ...winding, reason: 'Other' })).rejects.toMatchObject({
    code: 'COALITION_WINDING_DOWN',
  })
  const newcomer = admitMember(built.adminContext, {
    ...{ handle: 'late', name: 'Late', kind: 'OTHER', segment: 'SMALL', allowedOrigins: [] },
    earnRule: { kind: 'PERCENT', percentBps: 100 },
  } as const)
  await expect(newcomer).rejects.toMatchObject({ endsAt: coalition.windDownEndsAt })
  // A local midnight of Moscow: the last of the ninety days is a whole one.
  const endsAt = coalition.windDownEndsAt?.getTime() ?? 0
  expect(endsAt).toBe(endOfDays(coalition.windDownAt ?? new Date(0), 90, 'Europe/Moscow').getTime())
  const exits = await store.prisma.memberExit.findMany({ where: { coalitionId: built.id } })
  expect(exits.map(({ redemptionEndsAt }) => redemptionEndsAt.getUTCHours())).toEqual([21, 21])
  const statuses = await store.prisma.member.findMany({
    where: { coalitionId: built.id },
    orderBy: { id: 'asc' },
  })
  expect(statuses.map(({ status }) => status)).toEqual(['EXITING', 'EXITING', 'CLOSED'])
  expect(await selling(built, 'wash', 20n)).toMatchObject({ pointsRedeemed: 20n, pointsEarned: 0n })
  await expect(closing(built)).rejects.toMatchObject({
    missing: expect.arrayContaining(['REDEMPTION_WINDOW', 'POINTS_TO_EXPIRE']),
  })
  // The clock passes the end of the window, and what is left expires by the breakage of its terms.
  await days(built, 91)
  const account = await store.prisma.customerAccount.findFirstOrThrow({ where: { coalitionId: built.id } })
  expect(account.posted).toBe(0n)
  await stating(built, 'final')
  // 5.00 of fees and 18.00 of spent points are still owed.
  await expect(closing(built)).rejects.toMatchObject({
    missing: ['GUARANTEE'],
    guaranteeNeeded: 23_000_000n,
  })
  await guaranteeing(built, 23_000_000n, 'DEPOSIT')
  expect((await closing(built)).member.status).toBe('CLOSED')
})

test('after all of it the books verify clean', async () => {
  const { findings } = await verifyBooks({ databaseUrl: database.databaseUrl })
  expect(findings).toEqual([])
})

test('security is at most what one command may move, so that no sum of it leaves the database', async () => {
  const built = await town()
  await noticing(built)
  for (const kind of ['DEPOSIT', 'GUARANTEE'] as const) {
    for (const amount of [MAX_COMMAND_MICROS + MICROS_PER_MINOR, 999_999_999_999_999n * 1_000_000n])
      await expect(guaranteeing(built, amount, kind)).rejects.toMatchObject({
        ...{ code: 'INVALID_INPUT', path: ['amount'] },
      })
    const { guarantee } = await guaranteeing(built, MAX_COMMAND_MICROS, kind)
    expect(guarantee.amount).toBe(MAX_COMMAND_MICROS)
  }
})
