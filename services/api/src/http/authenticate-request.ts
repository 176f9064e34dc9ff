import type { Store } from '@artel/store'
import { encodePublicId, type Principal } from '@artel/use-cases'
import { type Authentication, makeAuthenticate } from '../auth/authenticate.ts'
import type { ApiConfig } from '../config.ts'
import type { Exchange } from './exchange.ts'
import { readHeader } from './read-header.ts'
import type { Cookie } from './session-cookie.ts'

/** Authenticates a request and notes the id of its key. Never rejects: a failure is part of the result. */
export type AuthenticateRequest = (exchange: Exchange) => Promise<Authentication>

/** Makes the authentication of requests from their headers. */
export function makeAuthenticateRequest({
  store,
  config,
  cookie,
}: {
  store: Store
  config: ApiConfig
  cookie: Cookie
}): AuthenticateRequest {
  const authenticate = makeAuthenticate({
    store,
    operatorKey: config.operatorKey,
    session: config.sessionKey,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return async (exchange) => {
    const { request, response } = exchange
    try {
      const credentials = {
        authorization: readHeader(request, 'authorization'),
        origin: readHeader(request, 'origin'),
        cookie: cookie.read(request),
        actingFor: readHeader(request, 'artel-acting-for'),
      }
      const principal = await authenticate(credentials)
      // A session that is over is nobody's: the page goes on without it, and is not kept from signing in again.
      const isStale = credentials.authorization === null && credentials.cookie !== null
      if (isStale && principal.kind === 'anonymous') cookie.write(response, null)
      exchange.keyId = keyIdOf(principal)
      return { principal }
    } catch (error) {
      // Each route reports it in its own response format.
      return { principal: { kind: 'anonymous' }, authenticationError: error }
    }
  }
}

function keyIdOf(principal: Principal): string | undefined {
  if ('sessionId' in principal && principal.sessionId !== undefined)
    return encodePublicId('staffSession', principal.sessionId)
  return principal.kind === 'admin' || principal.kind === 'member'
    ? encodePublicId('apiKey', principal.keyId)
    : undefined
}
