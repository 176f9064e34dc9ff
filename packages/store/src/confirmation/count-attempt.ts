import type { PrismaClient } from '../generated/prisma/client.ts'
import type { ConfirmationName } from './take-confirmation.ts'

/**
 * Counts a try of a code that is not taken yet and has tries left, and commits that before the code is compared. Returns the
 * tries so far, this one included; undefined when none is left or the code is taken.
 */
export async function countConfirmationAttempt(
  prisma: PrismaClient,
  { coalitionId, id }: ConfirmationName,
  maxAttempts: number,
): Promise<number | undefined> {
  const [row] = await prisma.$queryRaw<{ attempts: number }[]>`update confirmation set attempts = attempts + 1
    where coalition_id = ${coalitionId}::uuid and confirmation_id = ${id}::uuid and used_at is null
      and attempts < ${maxAttempts}
    returning attempts`
  return row?.attempts
}
