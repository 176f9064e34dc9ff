import type { Prisma, PrismaClient } from '../generated/prisma/client.ts'

export interface ConfirmationName {
  readonly coalitionId: string
  readonly id: string
}

/** The command that a code is taken for, by its idempotency key. */
export interface ConfirmationUse {
  readonly scopeId: string
  readonly operation: string
  readonly key: string
}

/** Takes a code for one command; false when another, or the same one in another call, has taken it. */
export async function takeConfirmation(
  client: PrismaClient | Prisma.TransactionClient,
  { coalitionId, id }: ConfirmationName,
  { use, usedAt }: { readonly use: ConfirmationUse; readonly usedAt: Date },
): Promise<boolean> {
  const { count } = await client.confirmation.updateMany({
    where: { coalitionId, id, usedAt: null },
    data: { usedAt, usedScopeId: use.scopeId, usedOperation: use.operation, usedKey: use.key },
  })
  return count === 1
}

/** Makes a code free again that the command had taken: only when the command was refused for good, so that it never acts. */
export async function freeConfirmation(
  prisma: PrismaClient,
  { coalitionId, id }: ConfirmationName,
  { scopeId, operation, key }: ConfirmationUse,
): Promise<void> {
  await prisma.confirmation.updateMany({
    where: { coalitionId, id, usedScopeId: scopeId, usedOperation: operation, usedKey: key },
    data: { usedAt: null, usedScopeId: null, usedOperation: null, usedKey: null },
  })
}
