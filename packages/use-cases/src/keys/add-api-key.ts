import { KeyLimitReachedError } from '@artel/ledger'
import { makeKeysAlone, type Store } from '@artel/store'
import type { ApiKey, Prisma } from '@artel/store/prisma'

/** Keys of one owner that work at once: each has a bucket of its own, so their number bounds what all of them may ask for. */
export const MAX_LIVING_KEYS = 50
/** While keys are rotated one after another, each has its successor beside it. */
export const MAX_KEYS_WHILE_ROTATING = 2 * MAX_LIVING_KEYS

/**
 * Writes a key down, unless its owner, a member or a coalition's administrators, has `atMost` that work; null = however many.
 * Throws KeyLimitReachedError.
 */
export async function addApiKey(
  { prisma }: Pick<Store, 'prisma'>,
  data: Prisma.ApiKeyUncheckedCreateInput & { readonly memberId: string | null },
  atMost: number | null,
): Promise<ApiKey> {
  return prisma.$transaction(async (transaction) => {
    const { coalitionId, memberId } = data
    const now = await makeKeysAlone(transaction, { coalitionId, memberId })
    const living = await transaction.apiKey.count({
      where: { coalitionId, memberId, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    })
    if (atMost !== null && living >= atMost) throw new KeyLimitReachedError({ limit: atMost })
    return transaction.apiKey.create({ data })
  })
}
