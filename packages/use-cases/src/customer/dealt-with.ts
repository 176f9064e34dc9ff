import type { Store } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'

/** The customers that a member has dealt with: those that it enrolled, sold to or holds points of. */
export const dealtWithBy = (memberId: string): { OR: Prisma.CustomerWhereInput[] } => ({
  OR: [
    { enrolledById: memberId },
    { purchases: { some: { memberId } } },
    { holds: { some: { memberId, status: 'OPEN' } } },
  ],
})

/** Of some customers those that a member has dealt with, or with one who was merged into them since. Raw UUIDs. */
export async function knownCustomers(
  { prisma }: Pick<Store, 'prisma'>,
  asked: {
    readonly coalitionId: string
    readonly memberId: string
    readonly customerIds: readonly string[]
  },
): Promise<ReadonlySet<string>> {
  const { coalitionId, memberId } = asked
  const some = { in: [...asked.customerIds] }
  const rows = await prisma.customer.findMany({
    where: { coalitionId, AND: [{ OR: [{ id: some }, { mergedIntoId: some }] }, dealtWithBy(memberId)] },
    select: { id: true, mergedIntoId: true },
  })
  return new Set(rows.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [id] : [id, mergedIntoId])))
}
