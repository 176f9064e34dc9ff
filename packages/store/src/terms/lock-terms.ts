import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Locks a version of the terms until the transaction ends: an acceptance and a withdrawal of it come one after the other.
 * Undefined when there is no such version.
 */
export async function lockTerms(
  transaction: Prisma.TransactionClient,
  { coalitionId, termsId }: { readonly coalitionId: string; readonly termsId: string },
): Promise<{ readonly withdrawn: boolean } | undefined> {
  const [locked] = await transaction.$queryRaw<{ withdrawn: boolean }[]>`
    select withdrawn_at is not null as withdrawn from terms
    where coalition_id = ${coalitionId}::uuid and terms_id = ${termsId}::uuid for update`
  return locked
}
