import { hash, type KeyObject } from 'node:crypto'
import { MAX_AMOUNT, type Points, points } from '@artel/ledger'
import { databaseNow, type Store } from '@artel/store'
import {
  CUSTOMER_SCOPES,
  type CustomerPrincipal,
  decodePublicId,
  isSessionAlive,
  PAGE_SCOPES,
  readMemberStatus,
  SESSION_KID,
  statusAllows,
} from '@artel/use-cases'
import type { GraphQLError } from 'graphql'
import {
  type CryptoKey,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  type JWTPayload,
  errors as joseErrors,
  jwtVerify,
} from 'jose'
import { type BoundedCache, makeBoundedCache } from '../cache/bounded-cache.ts'
import { requestError } from '../errors/request-error.ts'
import { type Load, makeBatchedLoad } from '../loaders/batched-load.ts'

/** Longest lifetime of a token and the tolerated clock difference, seconds. */
const MAX_LIFETIME_SECONDS = 600
const CLOCK_TOLERANCE_SECONDS = 5
const MAX_CACHED = 20_000
const AUDIENCE = 'artel'
/** Header fields that carry a key or its address: a token that has one is refused (RFC 8725). */
const KEY_MATERIAL = ['jwk', 'jku', 'x5c', 'x5u', 'x5t', 'x5t#S256', 'crit'] as const
const TOKEN_ID = /^[\x21-\x7e]{1,128}$/
const DECIMAL = /^(0|[1-9]\d{0,18})$/

/** The public half of the deployment's own session key. */
export interface SessionVerifier {
  readonly publicKey: KeyObject
  readonly algorithm: 'EdDSA' | 'ES256'
}

export interface CustomerTokenOptions {
  readonly store: Store
  readonly session: SessionVerifier
  readonly ownOrigin: string
  /** How long an authenticated token is cached, milliseconds: a revoked signing key works for at most this long. */
  readonly cacheMs: number
}

interface VerifyingKey {
  /** What its tokens may do at most: what the API key could that registered it. */
  readonly scopes: readonly string[]
  readonly key: CryptoKey | KeyObject | Uint8Array
  readonly algorithm: string
}
interface Issuer {
  readonly coalitionId: string
  /** Null for the coalition, whose tokens the deployment alone signs, for sessions of its own page. */
  readonly memberId: string | null
  readonly allowedOrigins: readonly string[]
  readonly key: VerifyingKey | undefined
}
interface AuthenticatedToken {
  readonly principal: CustomerPrincipal
  /** Of a token of the coalition's page: the session that it ends with. Raw UUID. */
  readonly sessionId: string | null
  readonly allowedOrigins: readonly string[]
}

/** Turns a customer token, sent from `origin` (null = no page), into its principal. Throws UNAUTHENTICATED, TOKEN_EXPIRED. */
export type AuthenticateCustomerToken = (token: string, origin: string | null) => Promise<CustomerPrincipal>

/** Makes the authentication of customer tokens. The origin is checked for every request, the rest once per token. */
export function makeAuthenticateCustomerToken(options: CustomerTokenOptions): AuthenticateCustomerToken {
  const cache = makeBoundedCache<AuthenticatedToken>({ ttlMs: options.cacheMs, maxEntries: MAX_CACHED })
  const reads = makeReads(options)
  const sessions = makeBoundedCache<LiveSession>({ ttlMs: options.cacheMs, maxEntries: MAX_CACHED })
  return async (token, origin) => {
    const cached = cache.get(token)
    const authenticated =
      cached ?? (await authenticateToken(token, reads, (value, untilMs) => cache.set(token, value, untilMs)))
    assertOrigin(authenticated, { origin, ownOrigin: options.ownOrigin })
    await assertIssuer(options.store, authenticated, sessions)
    return authenticated.principal
  }
}

/** What authenticating a token reads. Tokens that come at the same time share it: streams are confirmed many at once. */
interface Reads {
  readonly readIssuer: (kid: string, iss: string) => Promise<Issuer | undefined>
  /** Null for a customer that there is not. */
  readonly readStatus: Load<string>
}

function makeReads({ store, session }: CustomerTokenOptions): Reads {
  const inFlight = new Map<string, Promise<Issuer | undefined>>()
  return {
    readIssuer(kid, iss) {
      const name = `${iss} ${kid}`
      const running = inFlight.get(name)
      if (running) return running
      const reading = readIssuer(store, { kid, iss, session }).finally(() => inFlight.delete(name))
      inFlight.set(name, reading)
      return reading
    },
    readStatus: makeBatchedLoad(async (coalitionId, ids) => {
      const where = { coalitionId, id: { in: ids } }
      const rows = await store.prisma.customer.findMany({ where, select: { id: true, status: true } })
      return new Map(rows.map(({ id, status }) => [id, status]))
    }),
  }
}

async function authenticateToken(
  token: string,
  { readIssuer, readStatus }: Reads,
  keep: (token: AuthenticatedToken, untilMs: number) => void,
): Promise<AuthenticatedToken> {
  const { kid, iss } = readUnverified(token)
  const issuer = await readIssuer(kid, iss)
  if (!issuer?.key) throw badToken('its key is not registered with its issuer')
  const claims = await verified(token, issuer.key, iss)
  const customerId = decodePublicId('customer', claims.sub ?? '')
  if (!customerId) throw badToken('its sub is not a customer id')
  const { coalitionId, memberId, allowedOrigins } = issuer
  const status = await readStatus({ coalitionId, id: customerId })
  if (status === null) throw badToken("its sub is not a customer of the issuer's coalition")
  if (status !== 'ACTIVE') throw badToken('its customer has left, or was merged into another one')
  const principal: CustomerPrincipal = {
    kind: 'customer',
    coalitionId,
    memberId,
    customerId,
    scopes: scopesOf(claims, issuer.key.scopes),
    tokenId: tokenIdOf(claims, token),
    maxPoints: maxPointsOf(claims),
    origin: originOf(claims),
  }
  const authenticated = {
    principal,
    allowedOrigins,
    sessionId: memberId === null ? sessionIdOf(claims) : null,
  }
  keep(authenticated, ((claims.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1_000)
  return authenticated
}

/** A session of the coalition's page that was alive when it was read: whose it is. */
interface LiveSession {
  readonly customerId: string
}

/** Where the issuer stands is asked for every request, however long the token is cached. */
async function assertIssuer(
  store: Store,
  { principal, sessionId }: AuthenticatedToken,
  sessions: BoundedCache<LiveSession>,
): Promise<void> {
  const { coalitionId, memberId } = principal
  if (memberId === null) return assertSession(store, { principal, sessionId: sessionId ?? '' }, sessions)
  if (!statusAllows('actAsCustomer', await readMemberStatus(store, { coalitionId, memberId })))
    throw badToken('its issuer is not an active member')
}

/** Whoever signs out is out within seconds, and so are all when the coalition takes its page away. */
async function assertSession(
  store: Store,
  { principal, sessionId }: { readonly principal: CustomerPrincipal; readonly sessionId: string },
  sessions: BoundedCache<LiveSession>,
): Promise<void> {
  const { coalitionId, customerId } = principal
  const known = sessions.get(sessionId)
  const session = known ?? (await liveSession(store, coalitionId, sessionId))
  if (session && !known) sessions.set(sessionId, session)
  if (session?.customerId !== customerId) throw badToken('its session is over')
}

async function liveSession(store: Store, coalitionId: string, id: string): Promise<LiveSession | undefined> {
  const found = await store.prisma.customerSession.findUnique({
    where: { coalitionId_id: { coalitionId, id } },
    include: { customer: { select: { coalition: { select: { hostedPage: true } } } } },
  })
  if (!found?.customer.coalition.hostedPage) return undefined
  return isSessionAlive(found, await databaseNow(store.pool)) ? { customerId: found.customerId } : undefined
}

/** Reads the names of the key and of the issuer before the signature is verified. Both are only looked up. */
function readUnverified(token: string): { kid: string; iss: string } {
  try {
    const header = decodeProtectedHeader(token)
    for (const name of KEY_MATERIAL) {
      if (name in header) throw badToken(`its header carries ${name}; keys are registered, not sent`)
    }
    const { iss } = decodeJwt(token)
    if (typeof header.kid !== 'string' || typeof iss !== 'string') throw badToken('it names no kid or iss')
    return { kid: header.kid, iss }
  } catch (error) {
    if (error instanceof joseErrors.JOSEError || error instanceof TypeError || error instanceof SyntaxError) {
      throw badToken('it is neither an API key nor a signed token')
    }
    throw error
  }
}

async function readIssuer(
  store: Store,
  { kid, iss, session }: { kid: string; iss: string; session: SessionVerifier },
): Promise<Issuer | undefined> {
  const memberId = decodePublicId('member', iss)
  if (!memberId) return readCoalitionIssuer({ kid, iss, session })
  const member = await store.prisma.member.findFirst({
    where: { id: memberId },
    select: {
      coalitionId: true,
      allowedOrigins: true,
      tokenKeys: {
        where: { kid, revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }] },
        select: { algorithm: true, publicJwk: true, scopes: true },
      },
    },
  })
  if (!member) return undefined
  const { coalitionId, allowedOrigins, tokenKeys } = member
  // A session was given its scopes by the API key that asked for it.
  const own = { key: session.publicKey, algorithm: session.algorithm, scopes: CUSTOMER_SCOPES }
  const key = kid === SESSION_KID ? own : await importedKey(tokenKeys[0])
  return { coalitionId, memberId, allowedOrigins, key }
}

/** The coalition issues for its own page: under the deployment's key alone, never to hold points, from the deployment's own origin. */
function readCoalitionIssuer({
  kid,
  iss,
  session,
}: {
  kid: string
  iss: string
  session: SessionVerifier
}): Issuer | undefined {
  const coalitionId = decodePublicId('coalition', iss)
  if (!coalitionId) return undefined
  const own = { key: session.publicKey, algorithm: session.algorithm, scopes: PAGE_SCOPES }
  return { coalitionId, memberId: null, allowedOrigins: [], key: kid === SESSION_KID ? own : undefined }
}

async function importedKey(
  registered: { algorithm: string; publicJwk: unknown; scopes: string[] } | undefined,
): Promise<VerifyingKey | undefined> {
  if (!registered) return undefined
  const { algorithm, publicJwk, scopes } = registered
  return { key: await importJWK(publicJwk as JWK, algorithm), algorithm, scopes }
}

async function verified(
  token: string,
  { key, algorithm }: VerifyingKey,
  issuer: string,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      issuer,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: MAX_LIFETIME_SECONDS,
    })
    const lifetime = (payload.exp ?? 0) - (payload.iat ?? 0)
    if (lifetime > MAX_LIFETIME_SECONDS)
      throw badToken(`it lives longer than ${MAX_LIFETIME_SECONDS} seconds`)
    return payload
  } catch (error) {
    if (error instanceof joseErrors.JWTExpired) {
      throw requestError(
        'TOKEN_EXPIRED',
        'The token has expired. Fetch a new one from your server and repeat the request.',
      )
    }
    if (error instanceof joseErrors.JWTClaimValidationFailed)
      throw badToken(`its claim ${error.claim} is wrong`)
    if (error instanceof joseErrors.JOSEError || error instanceof TypeError)
      throw badToken('its signature does not hold')
    throw error
  }
}

/** A token bound to an origin works from that origin alone, any other token from every allowed origin of its member. */
function assertOrigin(
  { principal, allowedOrigins }: AuthenticatedToken,
  { origin, ownOrigin }: { origin: string | null; ownOrigin: string },
): void {
  if (principal.origin !== null && principal.origin !== origin)
    throw badToken('it is bound to another origin')
  if (origin === null || origin === ownOrigin) return
  if (!allowedOrigins.includes(origin))
    throw badToken("the page's origin is not one of its issuer's allowed origins")
}

/**
 * What names the token: its `jti`, or the hash of what was signed. Not of the signature: a signature of ES256 has a second
 * form that holds as well.
 */
function tokenIdOf({ jti }: JWTPayload, token: string): string {
  if (jti === undefined) return hash('sha256', token.slice(0, token.lastIndexOf('.')), 'hex')
  if (typeof jti !== 'string' || !TOKEN_ID.test(jti))
    throw badToken('its jti is not 1 to 128 plain characters')
  return jti
}

/** What the token asks for, as far as its key reaches. */
function scopesOf({ scope }: JWTPayload, granted: readonly string[]): ReadonlySet<string> {
  if (typeof scope !== 'string') throw badToken('it has no scope')
  const asked = scope.split(' ')
  return new Set(CUSTOMER_SCOPES.filter((known) => asked.includes(known) && granted.includes(known)))
}

function maxPointsOf({ max_points: cap }: JWTPayload): Points | null {
  if (cap === undefined) return null
  if (typeof cap !== 'string' || !DECIMAL.test(cap) || BigInt(cap) > MAX_AMOUNT) {
    throw badToken('its max_points is not a decimal string')
  }
  return points(BigInt(cap))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function sessionIdOf({ sid }: JWTPayload): string {
  if (typeof sid === 'string' && UUID.test(sid)) return sid
  throw badToken('its sid is no session')
}

function originOf({ origin }: JWTPayload): string | null {
  if (origin === undefined) return null
  if (typeof origin !== 'string') throw badToken('its origin is not a string')
  return origin
}

function badToken(reason: string): GraphQLError {
  return requestError('UNAUTHENTICATED', `The token is refused: ${reason}. Have your server issue a new one.`)
}
