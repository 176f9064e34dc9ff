import { points } from '@artel/ledger'
import { newId } from '@artel/store'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { requirePerson } from '../access/actor.ts'
import type { Context } from '../access/principal.ts'
import { advanceClock } from '../coalition/advance-clock.ts'
import { requestHash } from '../posting/request-hash.ts'
import { forgetAgreement } from '../terms/agreement.ts'
import { aCoalition, type BuiltCoalition, colleagueOf, keyed } from '../testing/index.ts'
import { approveAdjustment } from './approve-adjustment.ts'
import { awardPromo } from './award-promo.ts'
import { postAward } from './post-award.ts'
import { proposeAdjustment } from './propose-adjustment.ts'
import { recordProposal } from './record-proposal.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

let town: BuiltCoalition
beforeEach(async () => {
  town = await aCoalition()
    .withMember('wash')
    .withMember('cafe')
    .withCustomer('Anna')
    .withCustomer('Boris')
    .open(database.store)
})

const giving = (n: bigint, to = 'Anna', payers: readonly string[] = ['wash']) => ({
  ...{ customer: { id: town.customer(to).id }, points: points(n), ...keyed() },
  payers: payers.map((name) => ({ memberId: town.member(name).id, share: 1 })),
})
const goodwill = (n: bigint) => ({
  ...{
    customer: { id: town.customer('Anna').id },
    memberId: town.member('wash').id,
    points: points(n),
    ...keyed(),
  },
  ...{ kind: 'GOODWILL' as const, reason: 'Broken machine' },
})
const waits = { adjustment: { status: 'PROPOSED' }, balanceAfter: null }
/** So many keys as you like that act for nobody. */
const byKey = (keyId: string): Context => ({
  ...town.adminContext,
  principal: { ...town.admin, personId: null, keyId },
})

test('many small gifts of one administrator in a day come to no more than a large one', async () => {
  const first = giving(600n)
  expect((await awardPromo(town.adminContext, first)).adjustment).toBeNull()
  // The same once more counts nothing, and neither does what is refused.
  expect(await awardPromo(town.adminContext, first)).toMatchObject({ replayed: true, points: 600n })
  expect((await proposeAdjustment(town.adminContext, goodwill(400n))).adjustment.status).toBe('POSTED')
  const second = await awardPromo(town.adminContext, giving(1n, 'Boris'))
  expect(second).toMatchObject(waits)
  expect(await proposeAdjustment(town.adminContext, goodwill(1n))).toMatchObject(waits)
  // Another payer, another person, what is taken back, and another day.
  expect((await awardPromo(town.adminContext, giving(1_000n, 'Boris', ['cafe']))).adjustment).toBeNull()
  const colleague = await colleagueOf(town.adminContext)
  expect((await awardPromo(colleague, giving(10n, 'Boris'))).adjustment).toBeNull()
  expect((await proposeAdjustment(town.adminContext, goodwill(-500n))).adjustment.status).toBe('POSTED')
  const adjustmentId = second.adjustment?.id ?? ''
  expect((await approveAdjustment(colleague, { adjustmentId, ...keyed() })).adjustment.status).toBe('POSTED')
  await advanceClock(town.adminContext, { seconds: 86_400 })
  expect((await awardPromo(town.adminContext, giving(1_000n))).adjustment).toBeNull()
})

test('keys that act for nobody are one giver, and beyond its day they need a person', async () => {
  expect((await awardPromo(byKey(town.id), giving(900n))).adjustment).toBeNull()
  const other = byKey(town.member('wash').id)
  await expect(awardPromo(other, giving(200n, 'Boris'))).rejects.toMatchObject({ code: 'PERSON_REQUIRED' })
  expect((await awardPromo(other, giving(100n, 'Boris'))).adjustment).toBeNull()
})

test('of a crowd at once no more is given than the limit, and shares count for whoever pays them', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      awardPromo(town.adminContext, giving(200n, at % 2 ? 'Anna' : 'Boris', ['wash', 'cafe'])),
    ),
  )
  // A hundred of each of two payers.
  expect(outcomes.filter(({ adjustment }) => adjustment === null)).toHaveLength(10)
})

test('a gift that was booked under its key is not given again by whoever approves the twin that waited', async () => {
  const gift = giving(600n)
  const { coalitionId } = town.admin
  const draft = { memberId: town.member('wash').id, points: 600n, kind: 'PROMO', reason: '', payers: [] }
  const name = { coalitionId, keyScopeId: coalitionId, operation: 'promoAward', key: gift.idempotencyKey }
  // As the twin records it that finds the day used up while the first is on its way.
  const { adjustment } = await recordProposal(town.adminContext, {
    ...{ ...name, requestHash: requestHash({ ...gift, idempotencyKey: null }), ...draft },
    ...{ customerId: town.customer('Anna').id, status: 'PROPOSED', proposedById: requirePerson(town.admin) },
    payers: gift.payers,
  })
  const own = { scopeId: coalitionId, ...name, requestHash: adjustment.requestHash }
  await postAward(town.adminContext, {
    ...{ coalitionId, customerId: adjustment.customerId, awardId: newId(), points: points(600n) },
    ...{ shares: gift.payers, lifeDays: null, key: own, byTwoPeople: false, coalitionAgrees: true },
  })
  const colleague = await colleagueOf(town.adminContext)
  const approval = { adjustmentId: adjustment.id, ...keyed() }
  await expect(approveAdjustment(colleague, approval)).rejects.toMatchObject({ code: 'ADJUSTMENT_NOT_OPEN' })
  const where = { coalitionId, customerId: adjustment.customerId }
  expect((await database.store.prisma.customerAccount.findFirstOrThrow({ where })).posted).toBe(600n)
})

test('what is refused stays counted: the same once more may be booked yet', async () => {
  const where = { id: town.id }
  await database.store.prisma.coalition.update({ where, data: { dailyAwardLimitPoints: 500n } })
  forgetAgreement(database.store, town.id)
  const given = goodwill(600n)
  await expect(proposeAdjustment(town.adminContext, given)).rejects.toMatchObject({
    code: 'AWARD_LIMIT_REACHED',
  })
  expect((await proposeAdjustment(town.adminContext, goodwill(401n))).adjustment.status).toBe('PROPOSED')
})
