import { MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { coalitionNow, openWindows } from '@artel/store'
import type { Member, Prisma } from '@artel/store/prisma'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import type { ActName } from '../audit/acts.ts'
import { recordAct } from '../audit/record-act.ts'
import { type OutboxKind, outboxRow } from '../posting/outbox.ts'
import { forgetAgreement, forgetParticipation } from '../terms/agreement.ts'

/**
 * Moves a member to `to` if its status is one of `from`, and announces it. Already there is no change and no error. With
 * the closing its keys end, in the same transaction.
 * Throws NotFoundError, and MemberNotActiveError with the status that does not allow the step.
 */
export async function changeMemberStatus(
  context: Context,
  step: {
    readonly coalitionId: string
    readonly memberId: string
    readonly from: readonly MemberStatus[]
    readonly to: MemberStatus
    readonly event: OutboxKind
    readonly act: ActName
  },
): Promise<Member> {
  const { coalitionId, memberId } = step
  const { prisma } = context.store
  const where = { coalitionId_id: { coalitionId, id: memberId } }
  const now = await coalitionNow(context.store, coalitionId)
  // Whose acceptance is waited for decides what is in force, and so when the next windows end.
  await openWindows(context.store, coalitionId)
  const member = await prisma.$transaction(async (transaction) => {
    const before = await transaction.member.findUnique({ where, select: { status: true } })
    const changed = await transaction.member.updateMany({
      where: { coalitionId, id: memberId, status: { in: [...step.from] } },
      data: { status: step.to, ...(step.to === 'CLOSED' ? { closedAt: now } : {}) },
    })
    const found = await transaction.member.findUnique({ where })
    if (!found) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
    if (found.status !== step.to)
      throw new MemberNotActiveError({ memberStatus: found.status as MemberStatus })
    if (changed.count > 0 && step.to === 'CLOSED')
      await revokeKeys(transaction, { coalitionId, memberId }, now)
    if (changed.count > 0) {
      await transaction.outbox.create({
        data: outboxRow(coalitionId, now, {
          kind: step.event,
          subjectId: memberId,
          payload: { memberId },
        }),
      })
      await recordAct(context, transaction, {
        ...{ act: step.act, coalitionId, memberId, subject: { type: 'member', id: memberId } },
        details: { status: { before: before?.status ?? null, after: step.to } },
      })
    }
    return found
  })
  forgetParticipation(context.store, { coalitionId, memberId })
  // Whose acceptance is waited for has changed with it.
  forgetAgreement(context.store, coalitionId)
  return member
}

/** Nobody acts for a closed member: its API keys and the keys that its customers' tokens are signed with are revoked. */
async function revokeKeys(
  transaction: Prisma.TransactionClient,
  owner: { readonly coalitionId: string; readonly memberId: string },
  revokedAt: Date,
): Promise<void> {
  const where = { ...owner, revokedAt: null }
  await transaction.apiKey.updateMany({ where, data: { revokedAt } })
  await transaction.tokenKey.updateMany({ where, data: { revokedAt } })
}
