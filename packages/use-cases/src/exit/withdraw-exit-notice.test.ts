import { micros, minor, points } from '@artel/ledger'
import type { Store } from '@artel/store'
import { createTestDatabase, type TestDatabase, verifyBooks } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advanceClock } from '../coalition/advance-clock.ts'
import { suspendMember } from '../member/suspend-member.ts'
import { recordPurchase } from '../purchase/record-purchase.ts'
import { acceptTerms } from '../terms/accept-terms.ts'
import { proposeTerms } from '../terms/propose-terms.ts'
import { aCoalition, aPerson, BURN_FUNDED_TERMS, type BuiltCoalition, keyed } from '../testing/index.ts'
import { closeMember } from './close-member.ts'
import { estimateExit } from './estimate-exit.ts'
import { giveExitNotice } from './give-exit-notice.ts'
import { readExit } from './read-exit.ts'
import { recordExitGuarantee } from './record-exit-guarantee.ts'
import { windDownCoalition } from './wind-down-coalition.ts'
import { withdrawExitNotice } from './withdraw-exit-notice.ts'

let database: TestDatabase
let store: Store
beforeAll(async () => {
  database = await createTestDatabase()
  store = database.store
})
afterAll(() => database.drop())

/** The service has given 50 points: an estimate before the end of their time is not the final one. */
async function town(): Promise<BuiltCoalition> {
  const built = await aCoalition().withMember('service').withMember('wash').withCustomer('Anna').open(store)
  await selling(built)
  return built
}
let sales = 0
async function selling(built: BuiltCoalition) {
  sales += 1
  const { purchase } = await recordPurchase(built.member('service').context, {
    customer: { id: built.customer('Anna').id },
    receiptRef: `R-${sales}`,
    total: { amountMinor: minor(100_000n), currency: 'RUB' },
    points: points(0n),
    ...keyed(),
  })
  return purchase
}
const serviceOf = (built: BuiltCoalition) => ({
  coalitionId: built.id,
  memberId: built.member('service').id,
})
const noticing = (built: BuiltCoalition, context = built.member('service').context) =>
  giveExitNotice(context, { memberId: built.member('service').id, reason: 'We move', redemptionDays: 60 })
const withdrawing = (built: BuiltCoalition, context = built.member('service').context) =>
  withdrawExitNotice(context, { memberId: built.member('service').id, reason: 'We stay' })
const stating = (built: BuiltCoalition) =>
  estimateExit(built.adminContext, { memberId: built.member('service').id, ...keyed() })
const withdrawals = (built: BuiltCoalition) =>
  store.prisma.outbox.findMany({ where: { coalitionId: built.id, kind: 'member.exit_withdrawn' } })

test('a notice is taken back until the final estimate, with who and when, and another may follow', async () => {
  const built = await town()
  await expect(withdrawing(built)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { exit } = await noticing(built)
  await stating(built)
  expect((await selling(built)).pointsEarned).toBe(0n)
  const back = await withdrawing(built)
  const withdrawnById = built.member('service').principal.keyId
  expect(back).toMatchObject({
    member: { status: 'ACTIVE' },
    exit: { id: exit.id, withdrawalReason: 'We stay', withdrawnById, withdrawnAt: expect.any(Date) },
  })
  expect(await withdrawing(built)).toEqual(back)
  expect((await withdrawals(built)).map(({ payload }) => payload)).toEqual([
    { memberId: serviceOf(built).memberId, withdrawnById, status: 'ACTIVE' },
  ])
  expect((await selling(built)).pointsEarned).toBe(50n)
  expect(await readExit(store, serviceOf(built), new Date())).toBeNull()

  const again = await noticing(built)
  expect(again.exit.id).not.toBe(exit.id)
  await advanceClock(built.adminContext, { seconds: 61 * 86_400 })
  await stating(built)
  const stands = { code: 'EXIT_NOTICE_STANDS', because: 'FINAL_ESTIMATE' }
  await expect(withdrawing(built)).rejects.toMatchObject(stands)
  await expect(withdrawing(built, built.adminContext)).rejects.toMatchObject(stands)
  const { tail } = (await readExit(store, serviceOf(built), new Date())) ?? {}
  await recordExitGuarantee(built.adminContext, {
    ...{ memberId: serviceOf(built).memberId, kind: 'DEPOSIT', reference: 'No. 7', ...keyed() },
    amount: tail?.guaranteeNeeded ?? micros(0n),
  })
  await closeMember(built.adminContext, serviceOf(built))
  await expect(withdrawing(built, built.adminContext)).rejects.toMatchObject({ because: 'CLOSED' })
  const exits = await store.prisma.memberExit.findMany({ where: serviceOf(built), orderBy: { id: 'asc' } })
  expect(exits.map(({ closedAt, withdrawnAt }) => [closedAt !== null, withdrawnAt !== null])).toEqual([
    [false, true],
    [true, false],
  ])
})

test('a suspended member comes back suspended; what the coalition said no member takes back', async () => {
  const built = await town()
  await suspendMember(built.adminContext, serviceOf(built))
  await noticing(built, built.adminContext)
  await expect(withdrawing(built)).rejects.toMatchObject({ because: 'GIVEN_BY_COALITION' })
  const others = withdrawing(built, built.member('wash').context)
  await expect(others).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const all = await Promise.all([1, 2, 3, 4].map(() => withdrawing(built, built.adminContext)))
  expect(all.map(({ member }) => member.status)).toEqual(all.map(() => 'SUSPENDED'))
  expect(await withdrawals(built)).toHaveLength(1)

  await noticing(built)
  await windDownCoalition(built.adminContext, { reason: 'The town has gone' })
  await expect(withdrawing(built, built.adminContext)).rejects.toMatchObject({ because: 'WIND_DOWN' })
})

test('who stays accepts first what the others have agreed on meanwhile', async () => {
  const built = await town()
  await noticing(built)
  const { terms } = await proposeTerms(built.adminContext, {
    startsAt: new Date(Date.now() + 86_400_000),
    terms: { ...BURN_FUNDED_TERMS, contractTextEn: 'Anew.', contractTextRu: 'Снова.' },
    ...keyed(),
  })
  const accepting = { termsId: terms.id, contractHash: terms.contractHash, acceptedBy: 'I. Petrov' }
  await acceptTerms(built.member('wash').context, accepting)
  await advanceClock(built.adminContext, { seconds: 2 * 86_400 })
  await expect(withdrawing(built)).rejects.toMatchObject({ code: 'TERMS_NOT_ACCEPTED', termsId: terms.id })
  await acceptTerms(built.member('service').context, accepting)
  expect((await withdrawing(built)).member.status).toBe('ACTIVE')
})

test('after all of it the books verify clean', async () => {
  expect((await verifyBooks({ databaseUrl: database.databaseUrl })).findings).toEqual([])
})

test("a notice that an administrator gave is the coalition's word, whatever roles that person has at the member", async () => {
  const built = await town()
  const { personId } = built.admin
  const { email } = await store.prisma.person.findUniqueOrThrow({ where: { id: personId ?? '' } })
  const service = built.member('service')
  await aPerson(service.context, { email, role: 'MEMBER_MANAGER' })
  const { exit } = await noticing(built, built.adminContext)
  expect(exit).toMatchObject({ noticedById: personId, noticedForId: built.id })
  const asMember = { ...service.context, principal: { ...service.principal, personId: personId ?? null } }
  await expect(withdrawing(built, asMember)).rejects.toMatchObject({ because: 'GIVEN_BY_COALITION' })
  await withdrawing(built, built.adminContext)
  expect((await noticing(built, asMember)).exit).toMatchObject({ noticedForId: service.id })
  expect((await withdrawing(built, asMember)).member.status).toBe('ACTIVE')
})
