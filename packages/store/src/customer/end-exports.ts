import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Ends the files that may name a customer who is erased, also those that are being written: whoever asked asks again. Their pieces go with the
 * next removal, and nobody is given them from now on.
 */
export async function endExportsOfPersons(
  client: Prisma.TransactionClient,
  coalitionId: string,
): Promise<void> {
  await client.$executeRaw`update list_export set state = 'ENDED', moved_at = statement_timestamp()
    where coalition_id = ${coalitionId}::uuid and kind = 'CUSTOMERS' and state in ('QUEUED', 'RUNNING', 'READY')`
}
