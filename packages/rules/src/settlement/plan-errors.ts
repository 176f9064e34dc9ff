import { Refusal } from '@artel/ledger'

/** Who proposed a plan does not approve it. */
export class PlanApproverIsProposerError extends Refusal {
  constructor(facts: { actorId: string }) {
    super('PLAN_APPROVER_IS_PROPOSER', 'the plan is to be approved by another person', {
      actorId: facts.actorId,
    })
  }
}

/** One person approves once: the second approval is another's. */
export class PlanApprovedAlreadyError extends Refusal {
  constructor(facts: { actorId: string }) {
    super('PLAN_APPROVED_ALREADY', 'the plan has this approval and needs another person', {
      actorId: facts.actorId,
    })
  }
}

/** What was approved is not what the plan is now. Hashes are hex. */
export class PlanChangedError extends Refusal {
  readonly approvedHash: string
  readonly planHash: string

  constructor(facts: { approvedHash: string; planHash: string }) {
    super('PLAN_CHANGED', 'the plan has changed since it was read', { ...facts })
    this.approvedHash = facts.approvedHash
    this.planHash = facts.planHash
  }
}
