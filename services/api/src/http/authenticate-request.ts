import type { Store } from '@artel/store'
import { encodePublicId, type Principal } from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import { type Authentication, makeAuthenticate } from '../auth/authenticate.ts'
import type { ApiConfig } from '../config.ts'
import type { CredentialsWatch } from '../limits/watch-credentials.ts'
import { clientAddress } from './client-address.ts'
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
  credentials: watch,
}: {
  store: Store
  config: ApiConfig
  cookie: Cookie
  credentials: CredentialsWatch
}): AuthenticateRequest {
  const authenticate = makeAuthenticate({
    store,
    operatorKey: config.operatorKey,
    session: config.sessionKey,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return async (exchange) => {
    const { request, response } = exchange
    const credentials = {
      authorization: readHeader(request, 'authorization'),
      origin: readHeader(request, 'origin'),
      cookie: cookie.read(request),
      actingFor: readHeader(request, 'artel-acting-for'),
    }
    const secret = credentials.authorization ?? credentials.cookie
    if (secret === null) return { principal: { kind: 'anonymous' } }
    const address = clientAddress(request, config)
    try {
      const admitted = watch.admit(secret, address)
      if (admitted !== undefined) await admitted
      const principal = await authenticate(credentials)
      if (principal.kind === 'anonymous') {
        // A session that is over is nobody's: the page goes on without it, and is not kept from signing in again.
        cookie.write(response, null)
        watch.wereInvalid(address)
      } else watch.wereValid(secret)
      exchange.keyId = keyIdOf(principal)
      return { principal }
    } catch (error) {
      if (isInvalid(error)) watch.wereInvalid(address)
      // Each route reports it in its own response format.
      return { principal: { kind: 'anonymous' }, authenticationError: error }
    }
  }
}

/** An expired token was valid, and a database that is away says nothing of credentials. */
const isInvalid = (error: unknown) =>
  error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED'

function keyIdOf(principal: Principal): string | undefined {
  if ('sessionId' in principal && principal.sessionId !== undefined)
    return encodePublicId('staffSession', principal.sessionId)
  return principal.kind === 'admin' || principal.kind === 'member'
    ? encodePublicId('apiKey', principal.keyId)
    : undefined
}
