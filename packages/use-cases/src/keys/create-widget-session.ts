import type { Points } from '@artel/ledger'
import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { newId } from '@artel/store'
import { type CryptoKey, type JWK, type KeyObject, SignJWT } from 'jose'
import { requireMemberKey } from '../access/authorise.ts'
import { tokenScopesOf } from '../access/grantable-scopes.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { lookUpCustomer } from '../customer/look-up-customer.ts'
import { PermissionError } from '../errors/system-error.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkPoints } from '../input/money.ts'
import { checkInteger } from '../input/text.ts'
import { loadParticipation } from '../terms/agreement.ts'

/** `kid` of tokens that are signed with the deployment's own key. */
export const SESSION_KID = 'artel-session'

/** The deployment's own signing key: handed in by the door, since a verb has no environment. */
export interface SessionKey {
  readonly privateKey: CryptoKey | KeyObject | JWK
  readonly algorithm: 'EdDSA' | 'ES256'
}

export interface CreateWidgetSessionInput {
  readonly customer: CustomerBy
  /** The page's origin; must be one of the member's allowed origins. */
  readonly origin?: string | null
  /** Most points that are held and captured under this session, all its holds together. */
  readonly maxPoints?: Points | null
  /** 60 to 600. */
  readonly ttlSeconds: number
  readonly sessionKey: SessionKey
}

export interface WidgetSession {
  readonly token: string
  readonly expiresAt: Date
  readonly customerId: string
}

/** Audience of every customer token. */
export const TOKEN_AUDIENCE = 'artel'
/** Longest life of a session. Seconds. */
const MAX_TTL_SECONDS = 600
const MIN_TTL_SECONDS = 60

/**
 * Signs a short token with which a customer's browser reads its own wallet, holds its own points at the calling member and changes
 * what is its own, each only if the calling key may do as much. Issued and expiring by this process's clock, since the token is checked against that, not the ledger's.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function createWidgetSession(
  context: Context,
  input: CreateWidgetSessionInput,
): Promise<WidgetSession> {
  const principal = requireMemberKey(context.principal, 'sessions:write')
  const { coalitionId, memberId } = principal
  const scopes = tokenScopesOf(principal)
  if (scopes.length === 0)
    throw new PermissionError(
      'A session can do at most what its key can. Use a key that also has "wallet:read" or "holds:write".',
      'wallet:read',
    )
  const { store } = context
  const ttlSeconds = checkInteger(['ttlSeconds'], input.ttlSeconds, {
    min: MIN_TTL_SECONDS,
    max: MAX_TTL_SECONDS,
  })
  const maxPoints = input.maxPoints ?? null
  if (maxPoints !== null) checkPoints(['maxPoints'], maxPoints)
  const [{ member }, customer] = await Promise.all([
    loadParticipation(store, { coalitionId, memberId }),
    lookUpCustomer(context, { coalitionId, memberId }, input.customer),
  ])
  refuseStatus('createWidgetSession', member.status as MemberStatus)
  if (customer?.status !== 'ACTIVE') throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  const origin = input.origin ?? null
  if (origin !== null && !member.allowedOrigins.includes(origin))
    throw new InvalidInputError({
      path: ['origin'],
      problem: "Must be one of the member's allowed origins. Add it to the member first.",
    })

  const issuedAt = Math.floor(Date.now() / 1000)
  const expiresAt = issuedAt + ttlSeconds
  const token = await new SignJWT({
    scope: scopes.join(' '),
    ...(origin === null ? {} : { origin }),
    ...(maxPoints === null ? {} : { max_points: String(maxPoints) }),
  })
    .setProtectedHeader({ alg: input.sessionKey.algorithm, kid: SESSION_KID, typ: 'JWT' })
    .setIssuer(encodePublicId('member', memberId))
    .setSubject(encodePublicId('customer', customer.id))
    .setAudience(TOKEN_AUDIENCE)
    .setJti(newId())
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(input.sessionKey.privateKey)
  return { token, expiresAt: new Date(expiresAt * 1000), customerId: customer.id }
}
