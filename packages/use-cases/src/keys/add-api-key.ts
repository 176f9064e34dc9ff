import { KeyLimitReachedError } from '@artel/ledger'
import { makeKeysAlone, type Store } from '@artel/store'
import type { ApiKey, Prisma } from '@artel/store/prisma'
import { earlier, keyThatIsOver, type Replacement } from './overlap.ts'

/** Keys of one owner that work at once: each has a bucket of its own, so their number bounds what all of them may ask for. */
export const MAX_LIVING_KEYS = 50
/** While keys are rotated one after another, each has its successor beside it. */
const MAX_KEYS_WHILE_ROTATING = 2 * MAX_LIVING_KEYS

/**
 * Writes a key down, unless its owner, a member or a coalition's administrators, has as many that work as it may have; in the
 * place of another one, it ends that one with the same commit, and of many that would take one place, at once, one does.
 * `record` comes last in the same transaction. Throws KeyLimitReachedError, and InvalidInputError when the key to replace is over.
 */
export async function addApiKey(
  { prisma }: Pick<Store, 'prisma'>,
  data: Prisma.ApiKeyUncheckedCreateInput & {
    readonly memberId: string | null
    readonly endsAt: Date | null
  },
  replaces: Replacement | null,
  record: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<ApiKey> {
  return prisma.$transaction(async (transaction) => {
    const apiKey = await addWithin(transaction, data, replaces)
    await record(transaction)
    return apiKey
  })
}

async function addWithin(
  transaction: Prisma.TransactionClient,
  data: Parameters<typeof addApiKey>[1],
  replaces: Replacement | null,
): Promise<ApiKey> {
  const { coalitionId, memberId } = data
  const now = await makeKeysAlone(transaction, { coalitionId, memberId })
  const lives = { revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
  const living = await transaction.apiKey.count({ where: { coalitionId, memberId, ...lives } })
  if (replaces === null) {
    if (living >= MAX_LIVING_KEYS) throw new KeyLimitReachedError({ limit: MAX_LIVING_KEYS })
    return transaction.apiKey.create({ data })
  }
  // A key that leaked is replaced at once, however many there are: it leaves as the other comes.
  if (replaces.overlapMs > 0 && living >= MAX_KEYS_WHILE_ROTATING)
    throw new KeyLimitReachedError({ limit: MAX_KEYS_WHILE_ROTATING })
  const { id, overlapMs } = replaces
  const old = await transaction.apiKey.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id } } })
  const { count } = await transaction.apiKey.updateMany({
    where: { coalitionId, id, ...lives },
    data: { endsAt: earlier(old.endsAt, new Date(now.getTime() + overlapMs)) },
  })
  if (count === 0) throw keyThatIsOver(['id'])
  return transaction.apiKey.create({ data: { ...data, endsAt: earlier(old.endsAt, data.endsAt) } })
}
