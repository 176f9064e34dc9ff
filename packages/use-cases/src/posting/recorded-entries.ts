import type { CommandKey, Store } from '@artel/store'
import type { Entry } from '@artel/store/prisma'

/** The entries of a posted group in their order, by the key that it was posted under. Throws when there is none. */
export async function recordedEntries(
  store: Store,
  coalitionId: string,
  name: Pick<CommandKey, 'scopeId' | 'operation' | 'key'>,
): Promise<readonly [Entry, ...Entry[]]> {
  const { prisma } = store
  const first = await prisma.entry.findUniqueOrThrow({
    where: {
      coalitionId_keyScopeId_keyOperation_key: {
        coalitionId,
        keyScopeId: name.scopeId,
        keyOperation: name.operation,
        key: name.key,
      },
    },
  })
  const { customerId, customerSequence } = first
  const rest = await prisma.entry.findMany({
    where: { coalitionId, customerId, customerSequence, position: { gt: 0 } },
    orderBy: { position: 'asc' },
  })
  return [first, ...rest]
}

/** Whether something was posted under the name. */
export async function isPosted(
  { prisma }: Store,
  coalitionId: string,
  { scopeId: keyScopeId, operation: keyOperation, key }: Pick<CommandKey, 'scopeId' | 'operation' | 'key'>,
): Promise<boolean> {
  const coalitionId_keyScopeId_keyOperation_key = { coalitionId, keyScopeId, keyOperation, key }
  const found = await prisma.entry.findUnique({
    where: { coalitionId_keyScopeId_keyOperation_key },
    select: { id: true },
  })
  return found !== null
}

/** How much a group changed its customer's balance. */
export const changeOf = (entries: readonly Entry[]): bigint =>
  entries.reduce((sum, entry) => sum + entry.pointsDelta, 0n)
