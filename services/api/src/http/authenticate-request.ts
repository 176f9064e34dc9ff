import type { IncomingMessage } from 'node:http'
import type { Store } from '@artel/store'
import { type Authentication, makeAuthenticate } from '../auth/authenticate.ts'
import type { ApiConfig } from '../config.ts'
import { readHeader } from './read-header.ts'

/** Authenticates a request. Never rejects: a failure is part of the result. */
export type AuthenticateRequest = (request: IncomingMessage) => Promise<Authentication>

/** Makes the authentication of requests from their `Authorization` and `Origin` headers. */
export function makeAuthenticateRequest({
  store,
  config,
}: {
  store: Store
  config: ApiConfig
}): AuthenticateRequest {
  const authenticate = makeAuthenticate({
    store,
    operatorKey: config.operatorKey,
    session: config.sessionKey,
    ownOrigin: new URL(config.publicUrl).origin,
  })
  return async (request) => {
    try {
      const credentials = {
        authorization: readHeader(request, 'authorization'),
        origin: readHeader(request, 'origin'),
      }
      return { principal: await authenticate(credentials) }
    } catch (error) {
      // Each route reports it in its own response format.
      return { principal: { kind: 'anonymous' }, authenticationError: error }
    }
  }
}
