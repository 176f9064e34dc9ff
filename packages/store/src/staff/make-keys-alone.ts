import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Keys of one owner come one after another until commit, so that the limit of them holds for many that are made at once. An
 * owner is a member, or with null the coalition's administrators. Answers the database's time at which its turn came.
 */
export async function makeKeysAlone(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
): Promise<Date> {
  const owner = `keys ${coalitionId} ${memberId ?? ''}`
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`
    select clock_timestamp() as now from pg_advisory_xact_lock(hashtextextended(${owner}, 0))`
  if (row === undefined) throw new Error('The database said no time')
  return row.now
}
