import { AdjustmentNotOpenError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Adjustment } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import type { AdjustmentStatus } from './adjustment-status.ts'

/**
 * Takes a PROPOSED adjustment or award back, for good: nobody approves it any more. A member takes back what was proposed in
 * its name, an administrator any. It takes no person: what a key proposed before there were persons, nobody approves.
 * Withdrawing twice changes nothing. Throws NotFoundError, AdjustmentNotOpenError, MemberNotActiveError.
 */
export async function withdrawAdjustment(
  context: Context,
  input: { readonly adjustmentId: string },
): Promise<{ readonly adjustment: Adjustment }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    member: 'adjustments:write',
    admin: 'adjustments:write',
    verb: 'withdrawAdjustment',
  })
  const { coalitionId } = caller
  const id = checkId('adjustment', input.adjustmentId, ['adjustmentId'])
  const where = { coalitionId_id: { coalitionId, id } }
  const found = await store.prisma.adjustment.findUnique({ where })
  // A proposal is kept under the name that it was made in.
  if (!found || (caller.kind === 'member' && found.keyScopeId !== caller.memberId))
    throw new NotFoundError({ what: 'adjustment' }, { path: ['adjustmentId'] })
  const withdrawn = { withdrawnById: actorOf(caller), withdrawnAt: await coalitionNow(store, coalitionId) }
  // The status in the condition lets one of several decide.
  await store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.adjustment.updateMany({
      where: { coalitionId, id, status: 'PROPOSED' },
      data: { status: 'WITHDRAWN', ...withdrawn },
    })
    const { memberId } = found
    const subject = { type: 'adjustment', id } as const
    if (count > 0)
      await recordAct(context, transaction, { act: 'adjustmentWithdraw', coalitionId, memberId, subject })
  })
  const adjustment = await store.prisma.adjustment.findUniqueOrThrow({ where })
  if (adjustment.status === 'WITHDRAWN') return { adjustment }
  throw new AdjustmentNotOpenError({ adjustmentStatus: adjustment.status as AdjustmentStatus })
}
