import type { Affiliate, Prisma } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
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
  const { coalitionId } = caller
  const { prisma } = store
  const seen = caller.kind === 'member' ? await affiliatesOfMember(prisma, caller) : {}
  return prisma.affiliate.findMany({
    where: { AND: [{ coalitionId }, seen, after == null ? {} : { id: { lt: after } }] },
    orderBy: { id: 'desc' },
    take: checkInteger(['first'], limit, { min: 1, max: 101 }),
  })
}

/** Which affiliates a member sees: those that a programme of its own names, or all that were admitted where one is for all. */
export async function affiliatesOfMember(
  prisma: Pick<Prisma.TransactionClient, 'commissionProgramme'>,
  { coalitionId, memberId }: Pick<MemberPrincipal, 'coalitionId' | 'memberId'>,
): Promise<Prisma.AffiliateWhereInput> {
  const named = await prisma.commissionProgramme.findMany({
    where: { coalitionId, memberId, payeeKind: 'AFFILIATE' },
    select: { payeeId: true },
    distinct: ['payeeId'],
  })
  const ids = named.flatMap(({ payeeId }) => payeeId ?? [])
  const isForAll = named.some(({ payeeId }) => payeeId === null)
  return { OR: [{ id: { in: ids } }, ...(isForAll ? [{ status: { not: 'APPLIED' } }] : [])] }
}
