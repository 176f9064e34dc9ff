import { ArtelError, AuthenticationError, NetworkError } from '@artel/sdk/browser'
import type { Problem } from './wallet-session.ts'

/** Nobody is signed in. */
export function signedOut(): ArtelError {
  return new ArtelError('SIGNED_OUT', 'No customer is signed in.')
}

/** What a failure means to a person: signed out, offline, or the API's own code. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof AuthenticationError) return signedOut()
  if (failure instanceof NetworkError && navigator.onLine === false) {
    return { code: 'OFFLINE', message: 'The browser is offline.', requestId: undefined, retryable: true }
  }
  if (failure instanceof ArtelError) return failure
  return { code: 'UNEXPECTED', message: String(failure), requestId: undefined, retryable: true }
}
