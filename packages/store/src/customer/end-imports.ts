import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Gives up the imports whose rows may name a customer who is erased: whoever handed the file in does so again, without that customer. What is
 * recorded stays. Rows that were not taken are taken away here, those that wait with the next removal, and nobody is given them from now on.
 */
export async function endImportsOfPersons(
  client: Prisma.TransactionClient,
  coalitionId: string,
): Promise<void> {
  await client.$executeRaw`update import_job set state = 'CANCELLED', is_paused = false, moved_at = statement_timestamp()
    where coalition_id = ${coalitionId}::uuid and state in ('CHECKING', 'CHECKED', 'RUNNING')`
  await client.$executeRaw`delete from import_row r using import_job j
    where r.coalition_id = ${coalitionId}::uuid and j.coalition_id = r.coalition_id and j.import_job_id = r.import_job_id
      and j.state = 'DONE'`
}
