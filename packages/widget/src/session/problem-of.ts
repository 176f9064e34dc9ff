import { ArtelError, AuthenticationError, NetworkError } from '@artel/sdk/browser'

/** Nobody is signed in. */
export function signedOut(): ArtelError {
  return new ArtelError('SIGNED_OUT', 'No customer is signed in.')
}

/** What a failure means to a person: signed out, offline, or the API's own code. */
export function problemOf(failure: unknown): ArtelError {
  if (failure instanceof AuthenticationError) return signedOut()
  if (failure instanceof NetworkError && navigator.onLine === false) {
    return new ArtelError('OFFLINE', 'The browser is offline.', { retryable: true })
  }
  if (failure instanceof ArtelError) return failure
  return new ArtelError('UNEXPECTED', String(failure), { retryable: true })
}
