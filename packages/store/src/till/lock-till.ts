import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Holds a till until the transaction ends, so that sessions there follow one another and none begins while it is being revoked.
 * Answers whether it stands.
 */
export async function lockTill(
  transaction: Prisma.TransactionClient,
  { coalitionId, tillId }: { readonly coalitionId: string; readonly tillId: string },
): Promise<boolean> {
  const rows = await transaction.$queryRaw<object[]>`select 1 from till
    where coalition_id = ${coalitionId}::uuid and till_id = ${tillId}::uuid and revoked_at is null for update`
  return rows.length > 0
}
