import { points } from '@artel/ledger'
import { asSuperuser, createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCoalition, colleagueOf, keyed } from '../testing/index.ts'
import { approveAdjustment } from './approve-adjustment.ts'
import { awardPromo } from './award-promo.ts'
import { withdrawAdjustment } from './withdraw-adjustment.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function waiting() {
  const built = await aCoalition()
    .withMember('service', { inPerson: true })
    .withMember('wash', { inPerson: true })
    .withCustomer('Anna')
    .open(database.store)
  const service = built.member('service').context
  const award = { customer: { id: built.customer('Anna').id }, points: points(1_001n), ...keyed() }
  const { adjustment } = await awardPromo(service, award)
  return { built, service, award, adjustmentId: adjustment?.id ?? '' }
}

test('what a key proposed before there were persons is taken back, approved by nobody, and answered as it is', async () => {
  const { built, service, award, adjustmentId } = await waiting()
  await asSuperuser(
    database.databaseUrl,
    `update adjustment set proposed_by_id = (select api_key_id from api_key where coalition_id = '${built.id}'
      and person_id is null and member_id is null) where adjustment_id = '${adjustmentId}'`,
  )
  const approving = async () =>
    approveAdjustment(await colleagueOf(service), { adjustmentId, ...keyed() }).catch(({ code }) => code)
  expect(await approving()).toBe('PERSON_REQUIRED')
  const { principal } = built.member('service')
  const server = { ...service, principal: { ...principal, personId: null } }
  const { adjustment } = await withdrawAdjustment(server, { adjustmentId })
  expect(adjustment).toMatchObject({ status: 'WITHDRAWN', withdrawnById: principal.keyId })
  expect((await withdrawAdjustment(built.adminContext, { adjustmentId })).adjustment).toEqual(adjustment)
  expect(await approving()).toBe('ADJUSTMENT_NOT_OPEN')
  expect(await awardPromo(service, award)).toMatchObject({
    ...{ replayed: true, points: 0n, balanceAfter: null, adjustment: { status: 'WITHDRAWN' } },
  })
})

test("is a member's own word, an administrator's of any, and comes too late once it is booked", async () => {
  const { built, service, adjustmentId } = await waiting()
  const refusal = async (context = service) =>
    withdrawAdjustment(context, { adjustmentId }).catch(({ code }) => code)
  expect(await refusal(built.member('wash').context)).toBe('NOT_FOUND')
  await approveAdjustment(await colleagueOf(service), { adjustmentId, ...keyed() })
  expect(await refusal(built.adminContext)).toBe('ADJUSTMENT_NOT_OPEN')
  const another = await waiting()
  const { adjustment } = await withdrawAdjustment(another.built.adminContext, another)
  expect(adjustment.withdrawnById).toBe(another.built.admin.personId)
})
