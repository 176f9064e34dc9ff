import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Gives up the imports whose rows may name a customer who is erased: whoever handed the file in does so again, without that customer. What is
 * recorded stays. Rows that wait and rows that were not taken go with the next removals, and nobody is given them from now on.
 */
export async function endImportsOfPersons(
  client: Prisma.TransactionClient,
  coalitionId: string,
): Promise<void> {
  await client.$executeRaw`update import_job set state = 'CANCELLED', is_paused = false, moved_at = statement_timestamp()
    where coalition_id = ${coalitionId}::uuid and state in ('CHECKING', 'CHECKED', 'RUNNING')`
  // Rows are kept a week (`IMPORT_ROWS_DAYS`), which is over for these: a removal takes them away piece by piece, where deleting them here would
  // hold all sales up.
  await client.$executeRaw`update import_job set moved_at = statement_timestamp() - interval '8 days'
    where coalition_id = ${coalitionId}::uuid and state = 'DONE' and moved_at > statement_timestamp() - interval '8 days'`
}
