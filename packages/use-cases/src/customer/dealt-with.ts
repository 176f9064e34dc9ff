import type { Prisma } from '@artel/store/prisma'

/** The customers that a member has dealt with: those that it enrolled, sold to or holds points of. */
export const dealtWithBy = (memberId: string): { OR: Prisma.CustomerWhereInput[] } => ({
  OR: [
    { enrolledById: memberId },
    { purchases: { some: { memberId } } },
    { holds: { some: { memberId, status: 'OPEN' } } },
  ],
})
