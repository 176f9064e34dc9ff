import { minor } from '@artel/ledger'
import { acceptStatement, createApiKey, encodePublicId, openDispute, recordPurchase } from '@artel/use-cases'
import {
  aCoalition,
  aSale,
  aTreasurer,
  type BuiltCoalition,
  colleagueOf,
  roubles,
  stated,
} from '@artel/use-cases/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshKey } from '../../testing/operations.ts'
import { startTestApi, type TestApi } from '../../testing/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
})
afterAll(() => api.stop())

const mutate = async (field: string, input: Record<string, unknown>, key: string, selection: string) => {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}`
  const query = `mutation ($input: ${type}Input!) { ${field}(input: $input) {
    ... on UserError { code } ${selection} } }`
  const { data, errors } = await api.call(query, { input: { idempotencyKey: freshKey(), ...input } }, { key })
  expect(errors).toEqual([])
  return data[field]
}
const propose = async (windowNo: number, key: string, method = 'HUB') => {
  const { plan } = await mutate(
    'planPropose',
    { windowNo, method },
    key,
    '... on PlanProposePayload { plan { id hash } }',
  )
  return { planId: plan.id as string, planHash: plan.hash as string }
}
const approve = (approval: { planId: string; planHash: string }, key: string) =>
  mutate('planApprove', approval, key, '... on PlanApprovePayload { window { status } }')
const APPROVED = { window: { status: 'APPROVED' } }

/** A town that has traded, with the keys of three people who may each propose and approve. */
async function aTown(secondApproverAboveMinor: bigint | null = null) {
  const town = await aCoalition({
    terms:
      secondApproverAboveMinor === null ? {} : { secondApproverAboveMinor: minor(secondApproverAboveMinor) },
  })
    .withMember('wash')
    .withMember('parts')
    .withCustomer('Anna')
    .open(api.store)
  const people = await Promise.all(
    ['Vera', 'Pavel', 'Olga'].map(async (name) => {
      const scopes = ['settlement:propose', 'settlement:approve']
      const colleague = await colleagueOf(town.adminContext)
      return (await createApiKey(colleague, { name, scopes })).secret
    }),
  )
  return { town, people: people as [string, string, string] }
}

/** Sells, closes and states the window; the wash disputes its line if told so, and both accept. */
async function agreed(town: BuiltCoalition, windowNo: number, { disputing = false } = {}) {
  for (const handle of ['wash', 'parts'])
    await recordPurchase(
      town.member(handle).context,
      aSale(town.customer('Anna'), { total: roubles(20_000) }),
    )
  const statements = await stated(aTreasurer(town), windowNo)
  let disputeId = ''
  for (const { id, memberId } of statements) {
    const { context } = town.member(memberId === town.member('wash').id ? 'wash' : 'parts')
    if (disputing && memberId === town.member('wash').id) {
      const line = await town.store.prisma.transfer.findFirstOrThrow({
        where: { coalitionId: town.id, debitKind: 'CLEARING', debitOwnerId: memberId },
        orderBy: { batchNo: 'desc' },
      })
      const { entryId, position } = line
      const { dispute } = await openDispute(context, {
        ...{ statementId: id, entryId, position, reason: 'Not ours', idempotencyKey: freshKey() },
      })
      disputeId = dispute.id
    }
    await acceptStatement(context, { statementId: id, idempotencyKey: freshKey() })
  }
  return { disputeId: disputeId && encodePublicId('dispute', disputeId) }
}

const legsOf = (town: BuiltCoalition, windowNo: number) =>
  town.store.prisma.paymentLeg.count({ where: { coalitionId: town.id, windowNo } })

test('who proposed a plan does not approve it, whatever the key may do otherwise', async () => {
  const { town, people } = await aTown()
  const [vera, pavel] = people
  await agreed(town, 1)
  const plan = await propose(1, vera)
  expect(await approve(plan, vera)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  // Proposing it once more makes no other plan, and nobody else its proposer.
  expect(await propose(1, pavel)).toEqual(plan)
  expect(await approve(plan, vera)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  expect(await legsOf(town, 1)).toBe(0)
  expect(await approve(plan, pavel)).toEqual(APPROVED)
  expect(await legsOf(town, 1)).toBe(2)
  expect(await approve(plan, pavel)).toEqual({ code: 'WINDOW_STEP_OUT_OF_ORDER' })
})

test('an approval is of what was read: a plan that was proposed anew, or came to differ since, has none', async () => {
  const { town, people } = await aTown()
  const [vera, pavel, olga] = people
  await agreed(town, 1)
  const hub = await propose(1, vera)
  const peer = await propose(1, pavel, 'PEER')
  expect(peer.planId).not.toBe(hub.planId)
  expect(await approve(hub, olga)).toEqual({ code: 'PLAN_CHANGED' })
  expect(await approve({ ...peer, planHash: hub.planHash }, olga)).toEqual({ code: 'PLAN_CHANGED' })
  expect(await approve(peer, pavel)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  expect(await legsOf(town, 1)).toBe(0)
  expect(await approve(peer, olga)).toEqual(APPROVED)

  // The line in dispute was left out of the plan; then the wash is told to pay it after all.
  const { disputeId } = await agreed(town, 2, { disputing: true })
  const without = await propose(2, vera)
  const verdict = { disputeId, outcome: 'REJECTED', note: 'The receipt is there' }
  const resolved = await mutate('disputeResolve', verdict, olga, '... on DisputePayload { dispute { id } }')
  expect(resolved).toEqual({ dispute: { id: disputeId } })
  expect(await approve(without, pavel)).toEqual({ code: 'PLAN_CHANGED' })
  expect(await legsOf(town, 2)).toBe(0)
  const whole = await propose(2, vera)
  expect(whole.planHash).not.toBe(without.planHash)
  expect(await approve(whole, vera)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  expect(await approve(whole, pavel)).toEqual(APPROVED)
})

test('a large plan takes two people besides its proposer', async () => {
  const { town, people } = await aTown(1n)
  const [vera, pavel, olga] = people
  await agreed(town, 1)
  const plan = await propose(1, vera)
  expect(await approve(plan, pavel)).toEqual({ window: { status: 'AGREED' } })
  expect(await approve(plan, pavel)).toEqual({ code: 'PLAN_APPROVED_ALREADY' })
  expect(await approve(plan, vera)).toEqual({ code: 'PLAN_APPROVER_IS_PROPOSER' })
  expect(await legsOf(town, 1)).toBe(0)
  expect(await approve(plan, olga)).toEqual(APPROVED)
})
