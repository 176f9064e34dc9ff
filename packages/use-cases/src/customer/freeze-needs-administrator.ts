import type { Prisma } from '@artel/store/prisma'

/**
 * Whether an administrator alone may lift the freeze that a customer is under: one of an administrator's own, or one that said
 * that the phone is gone which codes go to.
 */
export async function needsAdministrator(
  client: Pick<Prisma.TransactionClient, 'customerFreeze'>,
  customer: { readonly coalitionId: string; readonly id: string; readonly frozenAt: Date | null },
): Promise<boolean> {
  const { coalitionId, id: customerId, frozenAt } = customer
  if (frozenAt === null) return false
  const ofThisFreeze = { coalitionId, customerId, needsAdmin: true, changedAt: { gte: frozenAt } }
  return (await client.customerFreeze.count({ where: ofThisFreeze, take: 1 })) > 0
}
