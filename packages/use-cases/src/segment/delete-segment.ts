import { NotFoundError, SegmentInUseError } from '@artel/ledger'
import { lockSegment, ruleNaming } from '@artel/store'
import type { Segment } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { decidedAt } from '../rule/own-rule.ts'
import { ownSegment } from './own-segment.ts'

/**
 * Deletes a segment of the caller's own, with the list of who was in it. Throws NotFoundError, and SegmentInUseError while a rule that
 * is not over asks for it, a draft too.
 */
export async function deleteSegment(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly segment: Segment }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'deleteSegment' },
  })
  const { coalitionId } = caller
  const { now, today } = await decidedAt(store, coalitionId)
  const segment = await store.prisma.$transaction(async (transaction) => {
    const found = await ownSegment(transaction, caller, id)
    if (!(await lockSegment(transaction, { coalitionId, id: found.id })))
      throw new NotFoundError({ what: 'segment' }, { path: ['id'] })
    const of = { coalitionId, kind: 'segments', ids: [found.id], today } as const
    const ruleId = await ruleNaming(transaction, of)
    if (ruleId !== undefined) throw new SegmentInUseError({ ruleId })
    await transaction.segmentCustomer.deleteMany({ where: { coalitionId, segmentId: found.id } })
    const deleted = await transaction.segment.update({
      where: { coalitionId_id: { coalitionId, id: found.id } },
      data: { deletedAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'segmentDelete', coalitionId, memberId: found.memberId },
      subject: { type: 'segment', id: found.id },
    })
    return deleted
  })
  return { segment }
}
