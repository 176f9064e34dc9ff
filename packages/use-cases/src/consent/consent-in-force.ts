import { consentIdsInForce, type Store } from '@artel/store'
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

/** The same of several customers, by customer, in two queries for any number of them. */
export async function consentsInForceOf(
  store: Store,
  { coalitionId, customerIds }: { readonly coalitionId: string; readonly customerIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly Consent[]>> {
  const inForce = await consentIdsInForce(store, { coalitionId, customerIds })
  const where = { coalitionId, id: { in: inForce.map(({ id }) => id) } }
  const rows = new Map((await store.prisma.consent.findMany({ where })).map((row) => [row.id, row]))
  const found = new Map<string, Consent[]>(customerIds.map((id) => [id, []]))
  for (const { customerId, id } of inForce) {
    const row = rows.get(id)
    if (row) found.get(customerId)?.push(row)
  }
  return found
}
