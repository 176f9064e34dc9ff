import { NotFoundError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { Till } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId } from '../input/text.ts'

/**
 * Revokes a till for good, and ends the sessions that were begun at it; within five seconds no process accepts either. A member
 * revokes its own. Revoking twice changes nothing. Throws NotFoundError, MemberNotActiveError.
 */
export async function revokeTill(
  context: Context,
  input: { readonly id: string },
): Promise<{ readonly till: Till }> {
  const { store, principal } = context
  const caller = requireMemberOrAdmin(principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'revokeTill',
  })
  const { coalitionId } = caller
  const { prisma, pool } = store
  const where = { coalitionId_id: { coalitionId, id: checkId('till', input.id, ['id']) } }
  const found = await prisma.till.findUnique({ where })
  if (!found || (caller.kind === 'member' && found.memberId !== caller.memberId))
    throw new NotFoundError({ what: 'till' }, { path: ['id'] })
  if (found.revokedAt !== null) return { till: found }
  const revokedAt = await databaseNow(pool)
  const [till] = await prisma.$transaction([
    prisma.till.update({ where, data: { revokedAt, revokedById: actorOf(caller) } }),
    prisma.staffSession.updateMany({
      where: { coalitionId, tillId: found.id, endedAt: null },
      data: { endedAt: revokedAt },
    }),
    recordAct(context, prisma, {
      ...{
        act: 'tillRevoke',
        coalitionId,
        memberId: found.memberId,
        subject: { type: 'till', id: found.id },
      },
    }),
  ])
  return { till }
}
