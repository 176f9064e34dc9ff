import type { StatementStatus } from '@artel/rules'
import type { Dispute, DisputeResolution, Statement, StatementResponse } from '@artel/store/prisma'

/** A statement with what its member said to it. */
export type AnsweredStatement = Statement & {
  readonly response: StatementResponse | null
  readonly disputes: readonly (Dispute & { readonly resolution: DisputeResolution | null })[]
}

/** What to include so that a statement's status can be told. */
export const WITH_ANSWERS = { response: true, disputes: { include: { resolution: true } } } as const

/** What a member has said to its statement; DISPUTED while a dispute waits for its outcome. */
export function statementStatus({ response, disputes }: AnsweredStatement): StatementStatus {
  if (disputes.some(({ resolution }) => resolution === null)) return 'DISPUTED'
  if (disputes.length > 0) return 'RESOLVED'
  return response === null ? 'STATED' : 'ACCEPTED'
}

/**
 * The same for the question whether the window may go on. A disputed line waits for its outcome however late, and no plan
 * asks for it until then; the window does not wait. But until the member has accepted the rest, or its days are over,
 * it may dispute more.
 */
export function statusForAgreement(statement: AnsweredStatement, now: Date): StatementStatus {
  if (statement.disputes.length === 0) return statementStatus(statement)
  return statement.response !== null || statement.disputeDeadline <= now ? 'RESOLVED' : 'STATED'
}
