import { ArtelError } from '@artel/sdk/browser'

/** The ways in which a page provides the customer's token. The first one that is set is used. */
export interface Credentials {
  readonly token?: string | undefined
  /** Returns a fresh token, or null when nobody is signed in. */
  readonly getToken?: (() => Promise<string | null> | string | null) | undefined
  /** Address on the page's own server that answers `{ "token": "..." }`, or 401 or 204 when nobody is signed in. */
  readonly tokenEndpoint?: string | undefined
}

/** Fetches a token from the page's server by POST, or by GET where POST is not allowed; null when nobody is signed in. */
export async function fetchToken(endpoint: string): Promise<string | null> {
  const request = { credentials: 'same-origin', headers: { accept: 'application/json' } } as const
  let answer = await fetch(endpoint, { ...request, method: 'POST' })
  if (answer.status === 404 || answer.status === 405) answer = await fetch(endpoint, request)
  if (answer.status === 401 || answer.status === 204) return null
  if (!answer.ok) {
    throw new ArtelError('TOKEN_UNAVAILABLE', `The token endpoint answered ${answer.status}.`, {
      retryable: true,
      status: answer.status,
    })
  }
  const body: { readonly token?: unknown } | null = await answer.json()
  return typeof body?.token === 'string' ? body.token : null
}
