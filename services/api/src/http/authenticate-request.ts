import { hash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Store } from '@artel/store'
import { encodePublicId, networkShown, type Principal } from '@artel/use-cases'
import { GraphQLError } from 'graphql'
import type { Denials } from '../audit/denials.ts'
import { type Authentication, type Credentials, makeAuthenticate } from '../auth/authenticate.ts'
import type { ApiConfig } from '../config.ts'
import { ThrottledError } from '../errors/throttled-error.ts'
import type { CredentialsWatch } from '../limits/watch-credentials.ts'
import { clientAddress } from './client-address.ts'
import type { Exchange } from './exchange.ts'
import { readHeader } from './read-header.ts'
import type { Cookie } from './session-cookie.ts'

/**
 * Authenticates a request and notes the id of its key. That its credentials are refused is part of the result; rejects where
 * that cannot be told, as while the database is away, and with ThrottledError for an address that sends too many invalid ones:
 * neither is counted for anybody else.
 */
export type AuthenticateRequest = (exchange: Exchange) => Promise<Authentication>

/** How the caller of an open stream is authenticated anew. */
export interface Again {
  /** The same for the same credentials; tells nothing of them. */
  readonly credential: string
  /** Whether many of its kind that are asked about at once cost one read: tokens of customers do. */
  readonly isShared: boolean
  /** Rejects with UNAUTHENTICATED, TOKEN_EXPIRED or FORBIDDEN. */
  readonly authenticate: () => Promise<Principal>
}

/** Finds how the caller of a request is authenticated anew. */
export type AuthenticateAgain = (exchange: Exchange) => Again

/** Makes the authentication of requests from their headers. */
export function makeAuthenticateRequest({
  store,
  config,
  cookie,
  credentials: watch,
  denials,
}: {
  store: Store
  config: ApiConfig
  cookie: Cookie
  credentials: CredentialsWatch
  denials: Pick<Denials, 'note'>
}): AuthenticateRequest {
  const authenticate = makeAuthenticate({
    store,
    operatorKey: config.operatorKey,
    session: config.sessionKey,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return async (exchange) => {
    const { request, response } = exchange
    const credentials = credentialsOf(request, cookie)
    if (credentials.authorization === null && (credentials.cookie ?? null) === null)
      return { principal: { kind: 'anonymous' } }
    try {
      const principal = await authenticate(credentials)
      // A session that is over is nobody's: the page goes on without it, and is not kept from signing in again.
      if (principal.kind === 'anonymous') cookie.write(response, null)
      exchange.keyId = keyIdOf(principal)
      return { principal }
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      const { code } = error.extensions
      if (INVALID.has(code)) {
        const address = clientAddress(request, config)
        // Tokens of customers end all day.
        if (code === 'UNAUTHENTICATED') noteInvalid(denials, exchange, { address, code })
        await watch.wereInvalid(address).catch((throttled: unknown) => {
          if (throttled instanceof ThrottledError)
            noteInvalid(denials, exchange, { address, code: throttled.code })
          throw throttled
        })
      }
      // Each route reports it in its own response format.
      return { principal: { kind: 'anonymous' }, authenticationError: error }
    }
  }
}

function noteInvalid(
  denials: Pick<Denials, 'note'>,
  { requestId }: Exchange,
  { address, code }: { readonly address: string; readonly code: string },
): void {
  const from = { door: 'API', requestId, network: networkShown(address) } as const
  const principal = { kind: 'anonymous' } as const
  denials.note({ principal, from, act: 'credentials', outcome: 'DENIED', code })
}

/** Streams ask seldom, and want to know how it is now. */
const STREAM_CACHE_MS = 500

/**
 * Makes the authentication of streams, with a cache of its own: what is revoked is told nothing some seconds later. That a
 * stream is open is no use of a session, which would else never be idle.
 */
export function makeAuthenticateAgain({
  store,
  config,
  cookie,
}: {
  store: Store
  config: ApiConfig
  cookie: Cookie
}): AuthenticateAgain {
  const authenticate = makeAuthenticate({
    ...{ store, operatorKey: config.operatorKey, session: config.sessionKey, cacheMs: STREAM_CACHE_MS },
    isUse: false,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return ({ request }) => {
    const credentials = credentialsOf(request, cookie)
    return {
      credential: hash('sha256', JSON.stringify(credentials)),
      isShared: SIGNED_TOKEN.test(credentials.authorization ?? ''),
      authenticate: () => authenticate(credentials),
    }
  }
}

/** A JWT: three parts. */
const SIGNED_TOKEN = /^Bearer +[\w-]+\.[\w-]+\.[\w-]+$/i

const credentialsOf = (request: IncomingMessage, cookie: Cookie): Credentials => ({
  authorization: readHeader(request, 'authorization'),
  origin: readHeader(request, 'origin'),
  cookie: cookie.read(request),
  actingFor: readHeader(request, 'artel-acting-for'),
  device: readHeader(request, 'artel-device'),
})

/** Codes of credentials that are nobody's. */
const INVALID: ReadonlySet<unknown> = new Set(['UNAUTHENTICATED', 'TOKEN_EXPIRED'])

function keyIdOf(principal: Principal): string | undefined {
  if ('sessionId' in principal && principal.sessionId !== undefined)
    return encodePublicId('staffSession', principal.sessionId)
  if (principal.kind === 'till') return encodePublicId('till', principal.tillId)
  return principal.kind === 'admin' || principal.kind === 'member'
    ? encodePublicId('apiKey', principal.keyId)
    : undefined
}
