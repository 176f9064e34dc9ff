import type { Prisma } from '@artel/store/prisma'
import type { AdminPrincipal, MemberPrincipal } from '../access/principal.ts'

/** The links that a caller sees: a member those to it and those that it is the source of, an administrator all. */
export const ownLinks = (
  caller:
    | Pick<AdminPrincipal, 'kind' | 'coalitionId'>
    | Pick<MemberPrincipal, 'kind' | 'coalitionId' | 'memberId'>,
): Prisma.LinkWhereInput =>
  caller.kind === 'admin'
    ? { coalitionId: caller.coalitionId }
    : {
        coalitionId: caller.coalitionId,
        OR: [{ memberId: caller.memberId }, { sourceKind: 'MEMBER', sourceId: caller.memberId }],
      }
