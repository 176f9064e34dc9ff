import { minor } from '@artel/ledger'
import { describe, expect, it } from 'vitest'
import { approvalsNeeded, approvePlan, type ProposedPlan } from './approve-plan.ts'

const plan = (over: Partial<ProposedPlan> = {}): ProposedPlan => ({
  planHash: 'aa',
  proposedBy: 'olga',
  total: minor(100_000n),
  approvals: [],
  ...over,
})
const one = { secondApproverAbove: null }
const twoAbove = (limit: bigint) => ({ secondApproverAbove: minor(limit) })

describe('approvePlan', () => {
  it('is done with one other person up to the limit, and with two above it', () => {
    const byIvan = { actorId: 'ivan', planHash: 'aa' }
    expect(approvePlan(plan(), byIvan, one)).toEqual({ approvals: [byIvan], approvalsNeeded: 0 })
    expect(approvePlan(plan(), byIvan, twoAbove(100_000n)).approvalsNeeded).toBe(0)
    const first = approvePlan(plan(), byIvan, twoAbove(99_999n))
    expect(first.approvalsNeeded).toBe(1)
    const second = approvePlan(plan(first), { actorId: 'anna', planHash: 'aa' }, twoAbove(99_999n))
    expect(second.approvalsNeeded).toBe(0)
  })

  it('refuses who proposed it', () => {
    expect(() => approvePlan(plan(), { actorId: 'olga', planHash: 'aa' }, one)).toThrow(
      expect.objectContaining({ code: 'PLAN_APPROVER_IS_PROPOSER' }),
    )
  })

  it('refuses the same person twice', () => {
    const approvals = [{ actorId: 'ivan', planHash: 'aa' }]
    expect(() => approvePlan(plan({ approvals }), { actorId: 'ivan', planHash: 'aa' }, twoAbove(1n))).toThrow(
      expect.objectContaining({ code: 'PLAN_APPROVED_ALREADY' }),
    )
  })

  it('refuses an approval of a plan that has changed, and drops approvals of what it was', () => {
    expect(() => approvePlan(plan(), { actorId: 'ivan', planHash: 'bb' }, one)).toThrow(
      expect.objectContaining({ code: 'PLAN_CHANGED', details: { approvedHash: 'bb', planHash: 'aa' } }),
    )
    const approvals = [{ actorId: 'ivan', planHash: 'bb' }]
    expect(approvalsNeeded(plan({ approvals }), one)).toBe(1)
    expect(approvePlan(plan({ approvals }), { actorId: 'ivan', planHash: 'aa' }, one).approvals).toHaveLength(
      1,
    )
  })

  it('counts neither the proposer nor one person twice, however they were stored', () => {
    const by = (actorId: string) => ({ actorId, planHash: 'aa' })
    expect(approvalsNeeded(plan({ approvals: [by('olga')] }), one)).toBe(1)
    expect(approvalsNeeded(plan({ approvals: [by('ivan'), by('ivan')] }), twoAbove(1n))).toBe(1)
  })
})
