import { ArtelError, AuthenticationError, NetworkError } from '@artel/sdk/browser'
import type { Problem } from './wallet-session.ts'

/** The error of a call that needs a customer when nobody is signed in. */
export function signedOut(): ArtelError {
  return new ArtelError('SIGNED_OUT', 'Signed out.')
}

/** The error of a call that the API refused. */
export function refusalError({ code, message, retryable }: Problem): ArtelError {
  return new ArtelError(code, message, { retryable })
}

/** What an element shows for a problem. */
export const stateOf = ({ code }: Problem): 'signed-out' | 'offline' | 'error' =>
  code === 'SIGNED_OUT' ? 'signed-out' : code === 'OFFLINE' ? 'offline' : 'error'

/** Turns any failure into an error with a code that the elements can show: signed out, offline, or the API's own. */
export function problemOf(failure: unknown): ArtelError {
  if (failure instanceof AuthenticationError) return signedOut()
  if (failure instanceof NetworkError && navigator.onLine === false) {
    return new ArtelError('OFFLINE', 'Offline.', { retryable: true })
  }
  if (failure instanceof ArtelError) return failure
  return new ArtelError('UNEXPECTED', String(failure), { retryable: true })
}
