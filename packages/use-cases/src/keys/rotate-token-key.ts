import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { coalitionNow, databaseNow } from '@artel/store'
import type { TokenKey } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import { requireMember } from '../access/authorise.ts'
import { tokenScopesOf } from '../access/grantable-scopes.ts'
import { isKeyOver } from '../access/key-end.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { addTokenKey } from './add-token-key.ts'
import { keyThatIsOver, overlapMsOf } from './overlap.ts'
import { checkTokenKey, type TokenKeyInput } from './token-key-input.ts'

export interface RotateTokenKeyInput extends TokenKeyInput {
  /** Name of the key whose place the new one takes. */
  readonly replaces: string
  /** For how long tokens of the old key are accepted beside those of the new one: 0 to 168. */
  readonly overlapHours: number
}

export interface RotatedTokenKey {
  readonly tokenKey: TokenKey
  /** The key whose place it takes, with the instant at which it ends. */
  readonly previous: TokenKey
}

/**
 * Registers a signing key in another one's place, with the same reach, and ends that one after the overlap, so that servers
 * change over one by one; with 0 its tokens are refused at once, as after a leak. Both or nothing. The caller must be able to
 * give what the old key has. Throws InvalidInputError, also for a key that is over, NotFoundError, AlreadyExistsError and KeyLimitReachedError.
 */
export async function rotateTokenKey(context: Context, input: RotateTokenKeyInput): Promise<RotatedTokenKey> {
  const principal = requireMember(context.principal, 'member:write', 'rotateTokenKey')
  const { coalitionId, memberId } = principal
  const { prisma, pool } = context.store
  const overlapMs = overlapMsOf(input.overlapHours)
  const key = await checkTokenKey(input)
  const where = { coalitionId_memberId_kid: { coalitionId, memberId, kid: input.replaces } }
  // PostgreSQL has no text with a NUL, so no key can have such a name.
  const found = input.replaces.includes('\u0000') ? null : await prisma.tokenKey.findUnique({ where })
  if (!found) throw new NotFoundError({ what: 'tokenKey' }, { path: ['replaces'] })
  const now = await databaseNow(pool)
  if (isKeyOver(found, now)) throw keyThatIsOver(['replaces'])
  const grantable: readonly string[] = tokenScopesOf(principal)
  const lacking = found.scopes.filter((scope) => !grantable.includes(scope))
  if (lacking.length > 0)
    throw new InvalidInputError({
      path: ['replaces'],
      problem: `Has scopes that you cannot give: ${lacking.join(', ')}.`,
    })
  const createdAt = await coalitionNow(context.store, coalitionId)
  const data = {
    coalitionId,
    memberId,
    ...key,
    scopes: found.scopes,
    createdAt,
    madeByKeyId: makerKeyOf(principal),
  }
  const tokenKey = await addTokenKey(context.store, data, { id: found.kid, overlapMs }, (transaction) =>
    recordAct(context, transaction, {
      ...{ act: 'tokenKeyRotate', coalitionId, subject: { type: 'member', id: memberId } },
      details: {
        kid: { before: found.kid, after: key.kid },
        algorithm: key.algorithm,
        overlapHours: input.overlapHours,
      },
    }),
  )
  return { tokenKey, previous: await prisma.tokenKey.findUniqueOrThrow({ where }) }
}
