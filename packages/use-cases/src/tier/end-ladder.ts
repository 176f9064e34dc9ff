import { LadderInUseError, NotFoundError } from '@artel/ledger'
import { lockLadder, ruleNaming } from '@artel/store'
import type { TierLadder } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'
import { groupOwner } from '../rule/group-owner.ts'
import { decidedAt } from '../rule/own-rule.ts'

/**
 * Ends the caller's ladder for good: nobody holds a tier of it any more. Throws NotFoundError, and LadderInUseError while a rule that is
 * not over asks for a tier of it, a draft too.
 */
export async function endTierLadder(
  context: Context,
  { id }: { readonly id: string },
): Promise<{ readonly ladder: TierLadder }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'endTierLadder' },
  })
  const { coalitionId, memberId } = groupOwner(caller)
  const ladderId = checkId('tierLadder', id, ['id'])
  const { now, today } = await decidedAt(store, coalitionId)
  const ladder = await store.prisma.$transaction(async (transaction) => {
    const where = { coalitionId, memberId, id: ladderId, endedAt: null }
    const found = await transaction.tierLadder.findFirst({ where, include: { tiers: true } })
    if (!found || !(await lockLadder(transaction, { coalitionId, id: ladderId })))
      throw new NotFoundError({ what: 'tierLadder' }, { path: ['id'] })
    const ids = found.tiers.map((tier) => tier.id)
    const ruleId = await ruleNaming(transaction, { coalitionId, kind: 'tiers', ids, today })
    if (ruleId !== undefined) throw new LadderInUseError({ ruleId })
    const ended = await transaction.tierLadder.update({
      where: { coalitionId_id: { coalitionId, id: ladderId } },
      data: { endedAt: now },
    })
    await recordAct(context, transaction, {
      ...{ act: 'tierLadderEnd', coalitionId, memberId, subject: { type: 'tierLadder', id: ladderId } },
    })
    return ended
  })
  return { ladder }
}
