import { coalitionNow } from '@artel/store'
import type { TokenKey } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import { tokenScopesOf } from '../access/grantable-scopes.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { addTokenKey } from './add-token-key.ts'
import { checkTokenKey, type TokenKeyInput } from './token-key-input.ts'

/**
 * Registers the public half of the key that the calling member signs customer tokens with. Its algorithm is fixed
 * here, by the kind of key, and so is its reach: its tokens may do at most what the API key may that registers it.
 * Throws InvalidInputError (also for private material) AlreadyExistsError for a used kid, KeyLimitReachedError.
 */
export async function registerTokenKey(
  context: Context,
  input: TokenKeyInput,
): Promise<{ readonly tokenKey: TokenKey }> {
  const principal = requireMember(context.principal, 'member:write', 'registerTokenKey')
  const { coalitionId, memberId } = principal
  const key = await checkTokenKey(input)
  const createdAt = await coalitionNow(context.store, coalitionId)
  const data = {
    coalitionId,
    memberId,
    ...key,
    scopes: tokenScopesOf(principal),
    createdAt,
    madeByKeyId: makerKeyOf(principal),
  }
  return {
    tokenKey: await addTokenKey(context.store, data, null, (transaction) =>
      recordAct(context, transaction, {
        ...{ act: 'tokenKeyRegister', coalitionId, subject: { type: 'member', id: memberId } },
        details: { kid: key.kid, algorithm: key.algorithm, scopes: data.scopes },
      }),
    ),
  }
}
