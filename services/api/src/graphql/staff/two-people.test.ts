import { asSuperuser } from '@artel/store/testing'
import { acceptStatement, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, aTreasurer, type BuiltCoalition, roubles, stated } from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

/** A coalition whose first window has been agreed. */
async function anAgreedTown(): Promise<BuiltCoalition> {
  const town = await aCoalition().withMember('wash').withCustomer('Anna').open(api.store)
  const { context } = town.member('wash')
  await recordPurchase(context, aSale(town.customer('Anna'), { total: roubles(20_000) }))
  for (const { id } of await stated(aTreasurer(town), 1))
    await acceptStatement(context, { statementId: id, idempotencyKey: freshKey() })
  return town
}

const PROPOSE = `mutation ($key: ID!) { planPropose(input: { windowNo: 1, idempotencyKey: $key }) {
  ... on PlanProposePayload { plan { id hash proposedById } } ... on UserError { code } } }`
const APPROVE = `mutation ($key: ID!, $planId: ID!, $planHash: String!) {
  planApprove(input: { planId: $planId, planHash: $planHash, idempotencyKey: $key }) {
    ... on PlanApprovePayload { window { status } } ... on UserError { code } } }`
const propose = async (key: string) =>
  (await api.call(PROPOSE, { key: freshKey() }, { key })).data.planPropose
const approve = async ({ id, hash }: { id: string; hash: string }, key: string) =>
  (await api.call(APPROVE, { key: freshKey(), planId: id, planHash: hash }, { key })).data.planApprove

test('two people with three keys: no plan is proposed and approved by one person', async () => {
  const town = await anAgreedTown()
  const made = await api.call(
    'mutation { apiKeyCreate(input: { name: "second of the chair" }) { ... on ApiKeyCreatePayload { secret } } }',
    {},
    { key: town.adminKey },
  )
  const chair = [town.adminKey, made.data.apiKeyCreate.secret as string]
  for (const proposer of chair) {
    const { plan } = await propose(proposer)
    expect(plan.proposedById).toMatch(/^per_/)
    for (const key of chair) expect(await approve(plan, key)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  }
  const { plan } = await propose(chair[1] ?? '')
  expect(await approve(plan, town.treasurerKey)).toEqual({ window: { status: 'APPROVED' } })
})

test('a key that acts for nobody neither proposes nor approves, and what it once proposed is proposed again', async () => {
  const town = await anAgreedTown()
  expect(await propose(town.firstKey)).toEqual({ code: 'PERSON_REQUIRED' })
  const { plan } = await propose(town.adminKey)
  expect(await approve(plan, town.firstKey)).toEqual({ code: 'PERSON_REQUIRED' })
  // As it was written down before keys acted for people.
  await asSuperuser(
    api.databaseUrl,
    `update plan set proposed_by_id = (select api_key_id from api_key where coalition_id = '${town.id}'
      and person_id is null and member_id is null) where coalition_id = '${town.id}'`,
  )
  expect(await approve(plan, town.treasurerKey)).toEqual({ code: 'PERSON_REQUIRED' })
  const { plan: again } = await propose(town.adminKey)
  expect(again).toMatchObject({ hash: plan.hash, proposedById: expect.stringMatching(/^per_/) })
  expect(again.id).not.toBe(plan.id)
  expect(await approve(again, town.treasurerKey)).toEqual({ window: { status: 'APPROVED' } })
})
