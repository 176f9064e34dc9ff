import type { Store } from '@artel/store'
import { isSessionSecret, type Principal } from '@artel/use-cases'
import type { GraphQLError } from 'graphql'
import { requestError } from '../errors/request-error.ts'
import { makeAuthenticateApiKey } from './authenticate-api-key.ts'
import { makeAuthenticateCustomerToken, type SessionVerifier } from './authenticate-customer-token.ts'
import { makeAuthenticateSession } from './authenticate-session.ts'
import { makeAuthenticateTill } from './authenticate-till.ts'
import { isOperatorKey } from './operator-key.ts'

/** The only parts of a request that say who the caller is. */
export interface Credentials {
  readonly authorization: string | null
  readonly origin: string | null
  /** The secret of a session that came by cookie; counts where there is no `Authorization`. */
  readonly cookie?: string | null
  /** The `Artel-Acting-For` header: the place that somebody signed in is asking for. */
  readonly actingFor?: string | null
  /** The `Artel-Device` header: what a customer's page keeps to be known again by. */
  readonly device?: string | null
}

/** Result of authenticating a request. */
export interface Authentication {
  /** Anonymous when there are no credentials or when they are invalid. */
  readonly principal: Principal
  /** Why credentials were refused. Absent where they are valid, and without any. */
  readonly authenticationError?: GraphQLError | undefined
}

/**
 * Turns credentials into a principal, anonymous without any, and where a browser still sends the cookie of a session that is
 * over. Throws UNAUTHENTICATED or TOKEN_EXPIRED.
 */
export type Authenticate = (credentials: Credentials) => Promise<Principal>

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i
const API_KEY = /^(sk|ak)_(test|live)_/
const TILL = /^tl_/
const DEVICE = /^[A-Za-z0-9_-]{20,64}$/

export interface AuthenticationOptions {
  readonly store: Store
  /** The operator's secret; null = nobody is the operator. */
  readonly operatorKey: string | null
  readonly session: SessionVerifier
  /** Origin of the API's own pages, which is always allowed. */
  readonly ownOrigin: string
  /** How long credentials are cached, milliseconds: what was revoked works for at most this long. Default: 5 000. */
  readonly cacheMs?: number
  /** Whether it is written down as a use of the credentials. Default: true. */
  readonly isUse?: boolean
}

const DEFAULT_CACHE_MS = 5_000

/** Makes the authentication of credentials: API keys, sessions, tills, the operator's key, customer tokens. */
export function makeAuthenticate({
  store,
  operatorKey,
  session,
  ownOrigin,
  cacheMs = DEFAULT_CACHE_MS,
  isUse = true,
}: AuthenticationOptions): Authenticate {
  const authenticateApiKey = makeAuthenticateApiKey(store, { cacheMs, isUse })
  const authenticateCustomerToken = makeAuthenticateCustomerToken({ store, session, ownOrigin, cacheMs })
  const authenticateSession = makeAuthenticateSession(store, { cacheMs, isUse })
  const authenticateTill = makeAuthenticateTill(store)
  return async ({ authorization, origin, cookie = null, actingFor = null, device = null }) => {
    if (authorization === null)
      return (cookie === null ? null : await authenticateSession(cookie, actingFor)) ?? { kind: 'anonymous' }
    const bearer = BEARER.exec(authorization)?.[1]
    if (bearer === undefined) {
      throw requestError('UNAUTHENTICATED', 'Send the key as "Authorization: Bearer <API key or token>".')
    }
    if (API_KEY.test(bearer)) return authenticateApiKey(bearer)
    if (isSessionSecret(bearer)) return (await authenticateSession(bearer, actingFor)) ?? sessionOver()
    if (TILL.test(bearer)) return authenticateTill(bearer)
    if (isOperatorKey(bearer, operatorKey)) return { kind: 'operator' }
    return { ...(await authenticateCustomerToken(bearer, origin)), deviceId: deviceIdOf(device) }
  }
}

/** Throws BAD_REQUEST for what no page of Artel makes: it is random, and says nothing of whoever has it. */
function deviceIdOf(device: string | null): string | null {
  if (device === null || DEVICE.test(device)) return device
  throw requestError('BAD_REQUEST', 'Artel-Device must be 20 to 64 letters, digits, - and _.')
}

function sessionOver(): never {
  throw requestError('UNAUTHENTICATED', 'This session is over. Sign in again.')
}
