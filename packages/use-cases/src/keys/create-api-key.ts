import { InvalidInputError } from '@artel/ledger'
import { coalitionNow, databaseNow, newId } from '@artel/store'
import type { ApiKey } from '@artel/store/prisma'
import { makerKeyOf } from '../access/actor.ts'
import { makeApiSecret } from '../access/api-secret.ts'
import { memberInQuestion, requireAdmin, requireMemberOrAdmin } from '../access/authorise.ts'
import { adminScopesOf, memberScopesOf } from '../access/grantable-scopes.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkId, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { addApiKey } from './add-api-key.ts'
import type { Replacement } from './overlap.ts'

export interface CreateApiKeyInput {
  /** Administrators name the member, or none for another administrator's key; a member makes its own. */
  readonly memberId?: string | null
  readonly name: string
  /** Defaults to all that its maker can give. */
  readonly scopes?: readonly string[] | null
  /** When it ends by itself; null or left out: with the key that makes it, which may be never. */
  readonly endsAt?: Date | null
}

export interface CreatedApiKey {
  readonly apiKey: ApiKey
  /** Shown this once; only its SHA-256 is stored. */
  readonly secret: string
}

/**
 * Makes an API key: a member for itself, an administrator for a member or for another administrator. No key gives a
 * scope that its maker lacks or outlives the key that makes it. It acts for the person who makes it, or for whom the making key
 * acts; one that an administrator makes for a member is handed over and acts for nobody. What an administrator needs for each scope of a member is in
 * `access/grantable-scopes.ts`.
 * Throws InvalidInputError, also for a CLOSED member, NotFoundError, and KeyLimitReachedError for one that has as many keys that
 * work as it may have.
 */
export async function createApiKey(
  context: Context,
  input: CreateApiKeyInput,
  replaces: Replacement | null = null,
): Promise<CreatedApiKey> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'member:write',
    admin: 'members:write',
    verb: 'createApiKey',
  })
  const { store } = context
  const { coalitionId } = principal
  const named = memberInQuestion(principal, input.memberId)
  const name = checkText(['name'], input.name, MAX_NAME_LENGTH)
  const memberId = named === undefined ? null : checkId('member', named, ['memberId'])
  if (principal.kind === 'admin' && memberId === null) requireAdmin(principal, 'coalition:write')
  const scopes = scopesOf(principal, memberId, input.scopes)
  const endsAt = await endOf(context, principal, input.endsAt)
  const [{ coalition }, now, participation] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    memberId === null ? undefined : loadParticipation(store, { coalitionId, memberId }),
  ])
  if (participation?.member.status === 'CLOSED')
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must not name a closed member.' })
  const secret = makeApiSecret(memberId === null ? 'admin' : 'member', coalition)
  const id = newId()
  const apiKey = await addApiKey(
    store,
    {
      coalitionId,
      id,
      memberId,
      // A member's key is handed over: whoever holds it then is not the administrator who made it.
      personId: principal.kind === 'admin' && memberId !== null ? null : (principal.personId ?? null),
      name,
      secretHash: secret.secretHash,
      lastFour: secret.lastFour,
      scopes,
      createdAt: now,
      endsAt,
      madeByKeyId: makerKeyOf(principal),
    },
    replaces,
    (transaction) =>
      recordAct(context, transaction, {
        ...{ coalitionId, memberId, ...actOf(id, replaces) },
        details: { scopes, endsAt: endsAt?.toISOString() ?? null, ...overlapOf(id, replaces) },
      }),
  )
  return { apiKey, secret: secret.secret }
}

/** When a key is to end. Throws InvalidInputError for what is past, and for what is later than the end of the key that makes it. */
async function endOf(
  { store }: Context,
  { endsAt: bound = null }: MemberPrincipal | AdminPrincipal,
  asked: Date | null | undefined,
): Promise<Date | null> {
  const path = ['endsAt']
  if (!asked) return bound
  if (asked <= (await databaseNow(store.pool)))
    throw new InvalidInputError({ path, problem: 'Must be in the future.' })
  if (bound !== null && asked > bound)
    throw new InvalidInputError({
      path,
      problem: `Must not be later than ${bound.toISOString()}, when your key ends.`,
    })
  return asked
}

/** The scopes that a caller can give to a key of a member, or with null to one of the coalition. */
export const grantableFor = (
  principal: MemberPrincipal | AdminPrincipal,
  memberId: string | null,
): readonly string[] =>
  principal.kind === 'admin' && memberId === null ? adminScopesOf(principal) : memberScopesOf(principal)

function scopesOf(
  principal: MemberPrincipal | AdminPrincipal,
  memberId: string | null,
  asked: readonly string[] | null | undefined,
): string[] {
  const grantable = grantableFor(principal, memberId)
  if (!asked) return [...grantable]
  if (asked.length === 0)
    throw new InvalidInputError({ path: ['scopes'], problem: 'Must have one scope or more.' })
  for (const [index, scope] of asked.entries())
    if (!grantable.includes(scope))
      throw new InvalidInputError({
        path: ['scopes', String(index)],
        problem: `Must be one of ${grantable.join(', ')}.`,
      })
  return [...new Set(asked)]
}

/** A key that takes another one's place is told of that one. */
const actOf = (id: string, replaces: Replacement | null) =>
  replaces === null
    ? { act: 'apiKeyCreate' as const, subject: { type: 'apiKey' as const, id } }
    : { act: 'apiKeyRotate' as const, subject: { type: 'apiKey' as const, id: replaces.id } }

const overlapOf = (id: string, replaces: Replacement | null) =>
  replaces === null
    ? {}
    : { overlapHours: replaces.overlapMs / 3_600_000, replacedBy: encodePublicId('apiKey', id) }
