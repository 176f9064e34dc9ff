import { EarnCodeNotUsableError, NotFoundError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { EarnCode } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

/**
 * Takes a code back, so that nobody claims it; twice changes nothing. Throws NotFoundError, MemberNotActiveError, and
 * EarnCodeNotUsableError for one that somebody claimed, or began to.
 */
export async function revokeEarnCode(
  context: Context,
  { id: named }: { readonly id: string },
): Promise<{ readonly earnCode: EarnCode }> {
  const member = requireMember(context.principal, 'purchases:write', 'revokeEarnCode')
  const { coalitionId, memberId } = member
  const { store } = context
  const id = checkId('earnCode', named, ['id'])
  const own = { coalitionId, id, memberId }
  const revokedAt = await coalitionNow(store, coalitionId)
  return store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.earnCode.updateMany({
      where: { ...own, takenAt: null, revokedAt: null },
      data: { revokedAt, revokedById: actorOf(member) },
    })
    const earnCode = await transaction.earnCode.findFirst({ where: own })
    if (!earnCode) throw new NotFoundError({ what: 'earnCode' }, { path: ['id'] })
    if (earnCode.takenAt) throw new EarnCodeNotUsableError({ bar: 'USED' }, { path: ['id'] })
    if (count === 1)
      await recordAct(context, transaction, {
        ...{ act: 'earnCodeRevoke', coalitionId, memberId, subject: { type: 'earnCode', id } },
        details: { receiptRef: earnCode.receiptRef },
      })
    return { earnCode }
  })
}
