import type { Prisma } from '../generated/prisma/client.ts'

/** Locks two customers until the transaction ends, always in one order: two that lock the same people never deadlock. */
export async function lockCustomers(
  transaction: Prisma.TransactionClient,
  coalitionId: string,
  [one, other]: readonly [string, string],
): Promise<void> {
  await transaction.$queryRaw`select 1 from customer where coalition_id = ${coalitionId}::uuid
    and customer_id in (${one}::uuid, ${other}::uuid) order by customer_id for update`
}
