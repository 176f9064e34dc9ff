import { AlreadyExistsError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { TokenKey } from '@artel/store/prisma'
import { requireMember } from '../access/authorise.ts'
import { tokenScopesOf } from '../access/grantable-scopes.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { checkTokenKey, type TokenKeyInput } from './token-key-input.ts'

/**
 * Registers the public half of the key that the calling member signs customer tokens with. Its algorithm is fixed
 * here, by the kind of key, and so is its reach: its tokens may do at most what the API key may that registers it.
 * Throws InvalidInputError (also for private material) and AlreadyExistsError for a used kid.
 */
export async function registerTokenKey(
  context: Context,
  input: TokenKeyInput,
): Promise<{ readonly tokenKey: TokenKey }> {
  const principal = requireMember(context.principal, 'member:write', 'registerTokenKey')
  const { coalitionId, memberId } = principal
  const { prisma } = context.store
  const key = await checkTokenKey(input)
  const createdAt = await coalitionNow(context.store, coalitionId)
  try {
    const data = { coalitionId, memberId, ...key, scopes: tokenScopesOf(principal), createdAt }
    const [tokenKey] = await prisma.$transaction([
      prisma.tokenKey.create({ data }),
      recordAct(context, prisma, {
        ...{ act: 'tokenKeyRegister', coalitionId, subject: { type: 'member', id: memberId } },
        details: { kid: key.kid, algorithm: key.algorithm, scopes: data.scopes },
      }),
    ])
    return { tokenKey }
  } catch (error) {
    throw asUsedKid(error)
  }
}

/** What a key of a name that the member has had already fails with: names are not used twice, not even a revoked key's. */
export const asUsedKid = (error: unknown): unknown =>
  isUniqueViolation(error)
    ? new AlreadyExistsError({ what: 'tokenKey', existingId: null }, { path: ['kid'] })
    : error
