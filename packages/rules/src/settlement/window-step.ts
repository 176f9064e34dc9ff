import { WindowStepNotReadyError, WindowStepOutOfOrderError } from '@artel/ledger'

/** Where a settlement window stands. Steps move it to the next; a payment taken back moves a SETTLED one to APPROVED. */
export type WindowStatus = 'OPEN' | 'CLOSED' | 'STATED' | 'AGREED' | 'APPROVED' | 'SETTLED'

/** What moves a window on; each leads from one status to the next. */
export type WindowStep = 'CLOSE' | 'STATE' | 'AGREE' | 'APPROVE' | 'SETTLE'

/** What a member said to its statement. STATED: nothing yet. RESOLVED: its disputes were decided, by adjustments in the open window. */
export type StatementStatus = 'STATED' | 'ACCEPTED' | 'DISPUTED' | 'RESOLVED'

/** How far a leg of the approved plan is paid. RECEIVABLE: a missed payment that was booked as owed. */
export type LegStatus = 'OPEN' | 'PARTIAL' | 'PAID' | 'RECEIVABLE'

/** All that a decision about a window's next step looks at. */
export interface WindowFacts {
  readonly status: WindowStatus
  /** First instant at which the window may close. */
  readonly cutOff: Date
  /** Members that must have a statement: those with an opening balance or a line. */
  readonly memberIds: readonly string[]
  readonly statements: readonly {
    readonly memberId: string
    readonly status: StatementStatus
    /** From this instant silence is acceptance. */
    readonly disputeDeadline: Date
  }[]
  /** Approvals that the plan still needs (`approvePlan`); undefined while no plan is proposed. */
  readonly approvalsNeeded: number | undefined
  readonly legs: readonly { readonly legId: string; readonly status: LegStatus }[]
}

/** One thing without which a step cannot be taken. Instants are ISO 8601 in UTC. */
export type MissingForStep =
  | { readonly kind: 'CUT_OFF'; readonly at: string }
  | { readonly kind: 'STATEMENT'; readonly memberId: string }
  | { readonly kind: 'ANSWER'; readonly memberId: string; readonly disputeDeadline: string }
  | { readonly kind: 'RESOLUTION'; readonly memberId: string }
  | { readonly kind: 'PLAN' }
  | { readonly kind: 'APPROVALS'; readonly count: number }
  | { readonly kind: 'PAYMENT'; readonly legId: string }

const STATUSES: readonly WindowStatus[] = ['OPEN', 'CLOSED', 'STATED', 'AGREED', 'APPROVED', 'SETTLED']
const STEPS: readonly WindowStep[] = ['CLOSE', 'STATE', 'AGREE', 'APPROVE', 'SETTLE']

/** The status that a step leads to. */
export function statusAfter(step: WindowStep): WindowStatus {
  return STATUSES[STEPS.indexOf(step) + 1] ?? 'SETTLED'
}

/** The step that follows a status, undefined after the last. What a run that stopped half-way goes on with. */
export function nextStep(status: WindowStatus): WindowStep | undefined {
  return STEPS[STATUSES.indexOf(status)]
}

/**
 * Whether a step is to be taken now: TAKE, or DONE when the window is past it already, so that a retry changes
 * nothing. Throws WindowStepOutOfOrderError when an earlier step was left out and WindowStepNotReadyError when
 * something is missing.
 */
export function decideStep(facts: WindowFacts, step: WindowStep, now: Date): 'TAKE' | 'DONE' {
  const from = STEPS.indexOf(step)
  const standing = STATUSES.indexOf(facts.status)
  if (standing > from) return 'DONE'
  if (standing < from)
    throw new WindowStepOutOfOrderError({
      windowStatus: facts.status,
      step,
      expected: STATUSES[from] ?? 'OPEN',
    })
  const missing = missingForStep(facts, step, now)
  if (missing.length > 0) throw new WindowStepNotReadyError({ step, missing })
  return 'TAKE'
}

/** All that a step still lacks, whatever the window's status; empty when nothing. */
export function missingForStep(facts: WindowFacts, step: WindowStep, now: Date): MissingForStep[] {
  switch (step) {
    case 'CLOSE':
      return now < facts.cutOff ? [{ kind: 'CUT_OFF', at: facts.cutOff.toISOString() }] : []
    case 'STATE': {
      const stated = new Set(facts.statements.map(({ memberId }) => memberId))
      return facts.memberIds
        .filter((memberId) => !stated.has(memberId))
        .map((memberId) => ({ kind: 'STATEMENT', memberId }))
    }
    case 'AGREE':
      return facts.statements.flatMap((statement) => unanswered(statement, now))
    case 'APPROVE':
      if (facts.approvalsNeeded === undefined) return [{ kind: 'PLAN' }]
      return facts.approvalsNeeded > 0 ? [{ kind: 'APPROVALS', count: facts.approvalsNeeded }] : []
    case 'SETTLE':
      return facts.legs
        .filter(({ status }) => status === 'OPEN' || status === 'PARTIAL')
        .map(({ legId }) => ({ kind: 'PAYMENT', legId }))
  }
}

function unanswered(statement: WindowFacts['statements'][number], now: Date): MissingForStep[] {
  const { memberId, status, disputeDeadline } = statement
  if (status === 'DISPUTED') return [{ kind: 'RESOLUTION', memberId }]
  if (status !== 'STATED' || disputeDeadline <= now) return []
  return [{ kind: 'ANSWER', memberId, disputeDeadline: disputeDeadline.toISOString() }]
}
