import type { Store } from '@artel/store'

/** Dealings of a kind that are looked through: a member with as many is found soon enough among the coalition's customers. */
const MOST_LOOKED_AT = 1_000

/**
 * Ids of all customers that a member may have dealt with, where its dealings are few; null where they are many. A list of a small
 * member is read by them: otherwise the customers of the whole coalition would be walked through for the few that are its own.
 * It shows nobody: whoever is listed has to meet `dealtWithBy` all the same.
 */
export async function knownDealings(
  { prisma }: Pick<Store, 'prisma'>,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<string[] | null> {
  const [enrolled, sold, held] = await Promise.all([
    prisma.customer.findMany({
      where: { coalitionId, enrolledById: memberId },
      select: { id: true },
      take: MOST_LOOKED_AT,
    }),
    prisma.purchase.findMany({
      where: { coalitionId, memberId },
      select: { customerId: true },
      orderBy: { id: 'desc' },
      take: MOST_LOOKED_AT,
    }),
    prisma.hold.findMany({
      where: { coalitionId, memberId },
      select: { customerId: true },
      orderBy: { id: 'desc' },
      take: MOST_LOOKED_AT,
    }),
  ])
  if ([enrolled, sold, held].some((each) => each.length === MOST_LOOKED_AT)) return null
  return [
    ...new Set([...enrolled.map(({ id }) => id), ...[...sold, ...held].map(({ customerId }) => customerId)]),
  ]
}
