import { NotFoundError } from '@artel/ledger'
import type { Prisma, Segment } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { checkId } from '../input/text.ts'

/** Whose segments a caller has: a member its own, an administrator the coalition's. */
export const ownerOf = (caller: MemberPrincipal | AdminPrincipal) => ({
  coalitionId: caller.coalitionId,
  memberId: caller.kind === 'member' ? caller.memberId : null,
})

/** A segment of the caller's own. Throws NotFoundError for all others, and for one that was deleted. */
export async function ownSegment(
  { segment }: Pick<Prisma.TransactionClient, 'segment'>,
  caller: MemberPrincipal | AdminPrincipal,
  segmentId: string,
): Promise<Segment> {
  const id = checkId('segment', segmentId, ['id'])
  const found = await segment.findFirst({ where: { ...ownerOf(caller), id, deletedAt: null } })
  if (!found) throw new NotFoundError({ what: 'segment' }, { path: ['id'] })
  return found
}
