import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Invitations of one place come one after another until commit, so that the limit of a day holds for many at once. A place is a
 * member, or with null the coalition itself. Answers the time at which its turn came: all that the place has sent is earlier.
 */
export async function inviteAlone(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
): Promise<Date> {
  const place = `invitations ${coalitionId} ${memberId ?? ''}`
  const [row] = await transaction.$queryRaw<{ now: Date }[]>`
    select clock_timestamp() as now from pg_advisory_xact_lock(hashtextextended(${place}, 0))`
  if (row === undefined) throw new Error('The database said no time')
  return row.now
}
