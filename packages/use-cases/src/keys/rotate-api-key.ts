import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { databaseNow } from '@artel/store'
import type { ApiKey } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import { isKeyOver } from '../access/key-end.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { type CreatedApiKey, createApiKey, grantableFor } from './create-api-key.ts'
import { earlier, keyThatIsOver, overlapMsOf } from './overlap.ts'

export interface RotateApiKeyInput {
  readonly id: string
  /** For how long the old key works beside the new one: 0 to 168. */
  readonly overlapHours: number
}

export interface RotatedApiKey extends CreatedApiKey {
  /** The key whose place it takes, with the instant at which it ends. */
  readonly previous: ApiKey
}

/**
 * Makes a key like another one, for the same owner with the same name and scopes, and ends that one after the overlap, so
 * that servers change over one by one; with 0 it is dead at once, as after a leak. The new key acts for whoever rotates, who
 * must be able to give what the old one has, and a key that ends by itself is given no longer life: neither it nor the new one.
 * Throws InvalidInputError, also for a key that is over, NotFoundError, MemberNotActiveError, KeyLimitReachedError.
 */
export async function rotateApiKey(context: Context, input: RotateApiKeyInput): Promise<RotatedApiKey> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'rotateApiKey',
  })
  const { prisma, pool } = context.store
  const { coalitionId } = principal
  const overlapMs = overlapMsOf(input.overlapHours)
  const where = { coalitionId_id: { coalitionId, id: checkId('apiKey', input.id, ['id']) } }
  const found = await prisma.apiKey.findUnique({ where })
  if (!found || (principal.kind === 'member' && found.memberId !== principal.memberId))
    throw new NotFoundError({ what: 'apiKey' }, { path: ['id'] })
  const now = await databaseNow(pool)
  if (isKeyOver(found, now)) throw keyThatIsOver(['id'])
  const { memberId, name, scopes } = found
  const grantable = grantableFor(principal, memberId)
  const lacking = scopes.filter((scope) => !grantable.includes(scope))
  if (lacking.length > 0)
    throw new InvalidInputError({
      path: ['id'],
      problem: `Has scopes that you cannot give: ${lacking.join(', ')}.`,
    })
  const created = await createApiKey(
    context,
    { ...{ memberId, name, scopes }, endsAt: earlier(found.endsAt, principal.endsAt ?? null) },
    { id: found.id, overlapMs },
  )
  return { ...created, previous: await prisma.apiKey.findUniqueOrThrow({ where }) }
}
