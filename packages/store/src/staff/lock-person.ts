import type { Prisma } from '../generated/prisma/client.ts'

/** Holds a person until the transaction ends: whoever changes how it signs in comes before or after. */
export async function lockPerson(
  transaction: Pick<Prisma.TransactionClient, '$queryRaw'>,
  personId: string,
): Promise<void> {
  await transaction.$queryRaw`select 1 from person where person_id = ${personId}::uuid for no key update`
}
