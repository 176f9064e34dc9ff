import type { Prisma } from '../generated/prisma/client.ts'

/**
 * Holds the end of the coalition's chain until the transaction ends: batches of before are recorded, and those of after see
 * what the transaction wrote. For what a decision about points goes by and no entry says.
 */
export async function holdBooks(transaction: Prisma.TransactionClient, coalitionId: string): Promise<void> {
  await transaction.$executeRaw`select hold_chain(${coalitionId}::uuid)`
}
