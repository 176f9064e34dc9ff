import type { Affiliate, Prisma } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { checkInteger } from '../input/text.ts'

export interface ReadAffiliatesInput {
  /** Raw UUID of the affiliate that the page before ended with. */
  readonly after?: string | null
  /** 1 to 101: a page, and one more to see whether there is another. */
  readonly limit: number
}

/**
 * Affiliates, newest first: all of a coalition for administrators; for a member those that it has a commission programme with.
 * Throws PermissionError, InvalidInputError, MemberNotActiveError.
 */
export async function readAffiliates(
  { store, principal }: Context,
  { after, limit }: ReadAffiliatesInput,
): Promise<readonly Affiliate[]> {
  const caller = requireMemberOrAdmin(principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readAffiliates' },
  })
  return store.prisma.affiliate.findMany({
    where: { AND: [affiliatesSeenBy(caller), after == null ? {} : { id: { lt: after } }] },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}

/** The affiliates that a caller sees: a member those that a programme of its own names, or that have brought it a sale. */
export const affiliatesSeenBy = (caller: MemberPrincipal | AdminPrincipal): Prisma.AffiliateWhereInput => ({
  coalitionId: caller.coalitionId,
  ...(caller.kind === 'member' && {
    OR: [
      { programmes: { some: { memberId: caller.memberId } } },
      { commissions: { some: { payerId: caller.memberId } } },
    ],
  }),
})
