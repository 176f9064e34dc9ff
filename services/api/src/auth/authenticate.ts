import type { Store } from '@artel/store'
import type { Principal } from '@artel/use-cases'
import { requestError } from '../errors/request-error.ts'
import { makeApiKeyProof } from './authenticate-api-key.ts'
import { makeCustomerTokenProof, type SessionVerifier } from './authenticate-customer-token.ts'
import { isOperatorKey } from './operator-key.ts'

/** What a request says about its caller. Nothing else of it is believed. */
export interface Credentials {
  readonly authorization: string | null
  readonly origin: string | null
}

/** Turns credentials into a principal; throws UNAUTHENTICATED or TOKEN_EXPIRED. No credentials are a stranger. */
export type Authenticate = (credentials: Credentials) => Promise<Principal>

const BEARER = /^Bearer +([A-Za-z0-9._~+/=-]{1,4096})$/i
const API_KEY = /^(sk|ak)_(test|live)_/

export interface AuthenticationOptions {
  readonly store: Store
  /** The deployment's own secret; null = there is no operator. */
  readonly operatorKey: string | null
  readonly session: SessionVerifier
  /** Origin of the API's own pages, always allowed. */
  readonly ownOrigin: string
}

export function makeAuthenticate({
  store,
  operatorKey,
  session,
  ownOrigin,
}: AuthenticationOptions): Authenticate {
  const proveApiKey = makeApiKeyProof(store)
  const proveCustomerToken = makeCustomerTokenProof({ store, session, ownOrigin })
  return async ({ authorization, origin }) => {
    if (authorization === null) return { kind: 'anonymous' }
    const bearer = BEARER.exec(authorization)?.[1]
    if (bearer === undefined) {
      throw requestError('UNAUTHENTICATED', 'Send the key as "Authorization: Bearer <API key or token>".')
    }
    if (API_KEY.test(bearer)) return proveApiKey(bearer)
    if (isOperatorKey(bearer, operatorKey)) return { kind: 'operator' }
    return proveCustomerToken(bearer, origin)
  }
}
