import {
  AdjustmentNotOpenError,
  ApproverIsProposerError,
  NotFoundError,
  PersonRequiredError,
} from '@artel/ledger'
import { coalitionNow, isPerson } from '@artel/store'
import type { Adjustment } from '@artel/store/prisma'
import { requirePerson } from '../access/actor.ts'
import { refuseStatusOf, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId, checkIdempotencyKey } from '../input/text.ts'
import { keyOfOtherRequest } from '../posting/refuse-other-request.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import type { AdjustmentStatus } from './adjustment-status.ts'
import { type AdjustmentOutcome, postAdjustment } from './post-adjustment.ts'

export interface ApproveAdjustmentInput {
  readonly adjustmentId: string
  readonly idempotencyKey: string
}

/**
 * Approves a PROPOSED adjustment as the second person, and books it. A member approves those in its own name, an
 * administrator any. Of two who approve at once one does; a crash in between is healed by the same call again.
 * Throws NotFoundError, PersonRequiredError, ApproverIsProposerError, AdjustmentNotOpenError, IdempotencyKeyMismatchError, and what booking
 * throws: CustomerClosedError, MemberNotActiveError, InsufficientPointsError, CreditLimitReachedError,
 * PromoFundShortError, OverloadedError.
 */
export async function approveAdjustment(
  context: Context,
  input: ApproveAdjustmentInput,
): Promise<AdjustmentOutcome> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'adjustments:approve',
    admin: 'adjustments:approve',
  })
  const approvalKey = checkIdempotencyKey(input.idempotencyKey)
  const adjustment = await reachable(context, principal, input.adjustmentId)
  const approval = { approvedForId: scopeOf(principal), approvalKey }
  // Answered whoever the key acts for by now: the person may have left since.
  if (isApprovedWith(adjustment, approval))
    return { ...(await postAdjustment(context, adjustment)), replayed: true }
  refuseStatusOf(principal, 'approveAdjustment')
  const approvedById = requirePerson(principal)
  if (adjustment.proposedById === approvedById) throw new ApproverIsProposerError()
  const approved = await approve(context, adjustment, { ...approval, approvedById })
  return { ...(await postAdjustment(context, approved)), replayed: false }
}

/** The adjustment, if it is in the caller's reach. Throws NotFoundError. */
async function reachable(
  { store }: Context,
  principal: MemberPrincipal | AdminPrincipal,
  adjustmentId: string,
): Promise<Adjustment> {
  const { coalitionId } = principal
  const id = checkId('adjustment', adjustmentId, ['adjustmentId'])
  const found = await store.prisma.adjustment.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  const isInReach =
    found && (principal.kind === 'admin' || (found.memberId === principal.memberId && paidByOne(found)))
  if (!isInReach) throw new NotFoundError({ what: 'adjustment' }, { path: ['adjustmentId'] })
  return found
}

/** What several members pay for, no one of them approves alone. */
const paidByOne = ({ payers }: Adjustment): boolean => !Array.isArray(payers) || payers.length === 1

/** In whose name an approval is, the member's or the coalition's, and under which key. */
interface Approval {
  readonly approvedForId: string
  readonly approvalKey: string
}

const isApprovedWith = (adjustment: Adjustment, { approvedForId, approvalKey }: Approval): boolean =>
  adjustment.approvedForId === approvedForId && adjustment.approvalKey === approvalKey

async function approve(
  context: Context,
  { coalitionId, id, memberId, proposedById, status }: Adjustment,
  approval: Approval & { readonly approvedById: string },
): Promise<Adjustment> {
  const { store } = context
  if (status === 'PROPOSED' && !(await isPerson(store.pool, proposedById))) throw new PersonRequiredError()
  const approvedAt = await coalitionNow(store, coalitionId)
  try {
    // The status in the condition is what lets one of several win.
    await store.prisma.$transaction(async (transaction) => {
      const { count } = await transaction.adjustment.updateMany({
        where: { coalitionId, id, status: 'PROPOSED' },
        data: { status: 'APPROVED', ...approval, approvedAt },
      })
      if (count === 0) return
      await recordAct(context, transaction, {
        ...{ act: 'adjustmentApprove', coalitionId, memberId, subject: { type: 'adjustment', id } },
        details: { person: encodePublicId('person', approval.approvedById) },
      })
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw keyOfOtherRequest()
    throw error
  }
  const now = await store.prisma.adjustment.findUniqueOrThrow({
    where: { coalitionId_id: { coalitionId, id } },
  })
  if (isApprovedWith(now, approval) && now.approvedById === approval.approvedById) return now
  throw new AdjustmentNotOpenError({ adjustmentStatus: now.status as AdjustmentStatus })
}
