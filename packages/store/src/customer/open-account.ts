import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'

/**
 * Opens a customer's empty account, as a step of a Prisma transaction. The application may insert the bare account only:
 * its figures are the write function's.
 */
export function openAccount(
  prisma: PrismaClient,
  { coalitionId, customerId }: { readonly coalitionId: string; readonly customerId: string },
): Prisma.PrismaPromise<number> {
  return prisma.$executeRaw`insert into customer_account (coalition_id, customer_id)
    values (${coalitionId}::uuid, ${customerId}::uuid)`
}
