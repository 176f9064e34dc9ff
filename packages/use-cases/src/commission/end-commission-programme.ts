import type { CommissionProgramme } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { columnOfDay, ownProgramme, programmeClock } from './own-programme.ts'

/**
 * Ends a programme with today: sales of later days earn nothing; what was earned is approved and paid. Ending twice changes
 * nothing. Scope `rules:write`. Throws NotFoundError, MemberNotActiveError.
 */
export async function endCommissionProgramme(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly programme: CommissionProgramme }> {
  const { store } = context
  const caller = requireMember(context.principal, 'rules:write', 'endCommissionProgramme')
  const { coalitionId, memberId } = caller
  const { now, today } = await programmeClock(store, coalitionId)
  const programme = await store.prisma.$transaction(async (transaction) => {
    const { definition: _, ...before } = await ownProgramme(transaction, caller, input.id)
    if (before.endedOn !== null) return before
    const after = await transaction.commissionProgramme.update({
      where: { coalitionId_id: { coalitionId, id: before.id } },
      data: { endedOn: columnOfDay(today), changedAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'commissionProgrammeEnd', coalitionId, memberId },
      subject: { type: 'commissionProgramme', id: before.id },
      details: { endedOn: today },
    })
    return after
  })
  return { programme }
}
