import type { Store } from '@artel/store'
import type { Consent, Prisma } from '@artel/store/prisma'

/**
 * What a customer last said for each purpose, at most one row a purpose: the latest by when it was said, so that an old form
 * that is handed in late undoes nothing. What was said as somebody who was merged into it since counts as its own.
 */
export async function consentsInForce(
  store: Store,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
  client: Prisma.TransactionClient = store.prisma,
): Promise<Consent[]> {
  return client.consent.findMany({
    where: { coalitionId, customer: { OR: [{ id: customerId }, { mergedIntoId: customerId }] } },
    orderBy: [{ purpose: 'asc' }, { happenedAt: 'desc' }, { id: 'desc' }],
    distinct: ['purpose'],
  })
}
