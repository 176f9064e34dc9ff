import type { Prisma } from '../generated/prisma/client.ts'

/** Holds a person until the transaction ends, so that what looks at their roles and then changes something is alone with them. */
export async function lockPerson(transaction: Prisma.TransactionClient, personId: string): Promise<void> {
  await transaction.$queryRaw`select from person where person_id = ${personId}::uuid for update`
}
