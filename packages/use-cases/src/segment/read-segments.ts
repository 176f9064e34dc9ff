import type { Segment } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

export interface ReadSegmentsInput {
  /** Raw UUID of the segment that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Segments that are there, newest first: all for administrators; its own and the coalition's, which its rules may ask for too, for
 * a member. Throws PermissionError, InvalidInputError, MemberNotActiveError.
 */
export async function readSegments(
  { store, principal }: Context,
  { after, limit }: ReadSegmentsInput,
): Promise<readonly Segment[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readSegments' },
  })
  const { coalitionId } = caller
  return store.prisma.segment.findMany({
    where: {
      AND: [
        { coalitionId, deletedAt: null },
        caller.kind === 'member' ? { OR: [{ memberId: caller.memberId }, { memberId: null }] } : {},
        after == null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
