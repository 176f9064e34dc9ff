import { AlreadyExistsError, KeyLimitReachedError } from '@artel/ledger'
import { makeKeysAlone, type Store } from '@artel/store'
import type { Prisma, TokenKey } from '@artel/store/prisma'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { earlier, keyThatIsOver, type Replacement } from './overlap.ts'

/** Signing keys of one member that work at once, those included that a rotation leaves beside their successors. */
export const MAX_LIVING_TOKEN_KEYS = 20

/**
 * Writes a signing key down, unless its member has as many that work as it may have; in the place of another one, it ends that
 * one with the same commit, and of many that would take one place, at once, one does.
 * Throws KeyLimitReachedError, AlreadyExistsError for a name that the member has had already, not even a revoked key's is used
 * twice, and InvalidInputError when the key to replace is over.
 */
export async function addTokenKey(
  { prisma }: Pick<Store, 'prisma'>,
  data: Prisma.TokenKeyUncheckedCreateInput,
  replaces: Replacement | null,
  record: (transaction: Prisma.TransactionClient) => Promise<unknown>,
): Promise<TokenKey> {
  const { coalitionId, memberId } = data
  try {
    return await prisma.$transaction(async (transaction) => {
      const now = await makeKeysAlone(transaction, { coalitionId, memberId })
      const lives = { revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
      // With no overlap the old one leaves as the new one comes: a key that leaked is replaced, however many there are.
      if (replaces === null || replaces.overlapMs > 0) {
        const living = await transaction.tokenKey.count({ where: { coalitionId, memberId, ...lives } })
        if (living >= MAX_LIVING_TOKEN_KEYS) throw new KeyLimitReachedError({ limit: MAX_LIVING_TOKEN_KEYS })
      }
      if (replaces !== null) {
        const { id: kid, overlapMs } = replaces
        const where = { coalitionId_memberId_kid: { coalitionId, memberId, kid } }
        const { endsAt } = await transaction.tokenKey.findUniqueOrThrow({ where })
        const { count } = await transaction.tokenKey.updateMany({
          where: { coalitionId, memberId, kid, ...lives },
          data: { endsAt: earlier(endsAt, new Date(now.getTime() + overlapMs)) },
        })
        if (count === 0) throw keyThatIsOver(['replaces'])
      }
      const tokenKey = await transaction.tokenKey.create({ data })
      await record(transaction)
      return tokenKey
    })
  } catch (error) {
    throw isUniqueViolation(error)
      ? new AlreadyExistsError({ what: 'tokenKey', existingId: null }, { path: ['kid'] })
      : error
  }
}
