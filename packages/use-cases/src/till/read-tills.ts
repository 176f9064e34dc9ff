import type { Till } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

export interface ReadTillsInput {
  /** Only those of this member. Raw UUID. */
  readonly memberId?: string | null
  /** Only those that were not revoked. */
  readonly standing?: boolean | null
  /** Raw UUID of the till that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Tills, newest first: of all members for administrators, its own for a member. Throws PermissionError, InvalidInputError,
 * MemberNotActiveError.
 */
export async function readTills(
  { store, principal }: Context,
  { memberId, standing, after, limit }: ReadTillsInput,
): Promise<readonly Till[]> {
  // Who reads the whole coalition reads this too.
  const admin =
    principal.kind === 'admin' && principal.scopes.has('coalition:read') ? 'coalition:read' : 'members:write'
  const caller = requireMemberOrAdmin(principal, { member: 'member:write', admin, verb: 'readTills' })
  const { coalitionId } = caller
  return store.prisma.till.findMany({
    where: {
      AND: [
        caller.kind === 'member' ? { coalitionId, memberId: caller.memberId } : { coalitionId },
        memberId == null ? {} : { memberId },
        standing ? { revokedAt: null } : {},
        after == null ? {} : { id: { lt: after } },
      ],
    },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}
