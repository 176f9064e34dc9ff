import { NotFoundError } from '@artel/ledger'
import type { Prisma, Segment } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { groupOwner } from '../rule/group-owner.ts'

/** A segment of the caller's own. Throws NotFoundError for all others, and for one that was deleted. */
export async function ownSegment(
  { segment }: Pick<Prisma.TransactionClient, 'segment'>,
  caller: MemberPrincipal | AdminPrincipal,
  segmentId: string,
): Promise<Segment> {
  const id = checkId('segment', segmentId, ['id'])
  const found = await segment.findFirst({ where: { ...groupOwner(caller), id, deletedAt: null } })
  if (!found) throw new NotFoundError({ what: 'segment' }, { path: ['id'] })
  return found
}
