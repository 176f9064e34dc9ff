import type { Minor } from '@artel/ledger'
import { PlanApprovedAlreadyError, PlanApproverIsProposerError, PlanChangedError } from '@artel/ledger'

/** One person's yes to the plan with this hash. */
export interface PlanApproval {
  readonly actorId: string
  readonly planHash: string
}

/** A plan as it is now, and who said what to it. */
export interface ProposedPlan {
  /** Hash of the plan as it is now: computed from it, never remembered. */
  readonly planHash: string
  readonly proposedBy: string
  /** What all legs move, minor units. */
  readonly total: Minor
  readonly approvals: readonly PlanApproval[]
}

/** Above this total, minor units, two people approve; null: one always does. */
export interface ApprovalPolicy {
  readonly secondApproverAbove: Minor | null
}

/**
 * Adds an approval. Throws PlanChangedError when the approver read another plan, PlanApproverIsProposerError and
 * PlanApprovedAlreadyError when the approver is not one person more.
 */
export function approvePlan(
  plan: ProposedPlan,
  approval: PlanApproval,
  policy: ApprovalPolicy,
): { readonly approvals: readonly PlanApproval[]; readonly approvalsNeeded: number } {
  if (approval.planHash !== plan.planHash)
    throw new PlanChangedError({ approvedHash: approval.planHash, planHash: plan.planHash })
  if (approval.actorId === plan.proposedBy) throw new PlanApproverIsProposerError()
  const valid = validApprovals(plan)
  if (valid.some(({ actorId }) => actorId === approval.actorId)) throw new PlanApprovedAlreadyError()
  const approvals = [...valid, approval]
  return { approvals, approvalsNeeded: approvalsNeeded({ ...plan, approvals }, policy) }
}

/** Approvals that the plan as it is now still needs. Those of an earlier form of it, and the proposer's, do not count. */
export function approvalsNeeded(plan: ProposedPlan, policy: ApprovalPolicy): number {
  const { secondApproverAbove } = policy
  const needed = secondApproverAbove !== null && plan.total > secondApproverAbove ? 2 : 1
  return Math.max(0, needed - new Set(validApprovals(plan).map(({ actorId }) => actorId)).size)
}

const validApprovals = (plan: ProposedPlan) =>
  plan.approvals.filter(({ actorId, planHash }) => planHash === plan.planHash && actorId !== plan.proposedBy)
