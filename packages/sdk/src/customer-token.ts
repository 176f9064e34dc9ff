import { ArtelError } from './artel-error.ts'
import type { Authorization } from './transport.ts'

/** Fetches a customer token from the member's server; null when nobody is signed in. */
export type GetToken = () => Promise<string | null>

/** Part of a token's life after which the next call fetches another one first. */
const REFRESH_AT = 0.8

interface Held {
  readonly token: string | null
  readonly refreshAtMs: number
  readonly endsAtMs: number
}

/**
 * Keeps a customer token fresh. The token's life is counted on this machine's monotonic clock from the moment
 * it arrived, so a page on a machine with a wrong clock works as well. Concurrent calls share one fetch.
 */
export function customerTokenAuthorization(getToken: GetToken): Authorization {
  let held: Held | undefined
  let fetching: Promise<Held> | undefined

  const fetchToken = (): Promise<Held> => {
    fetching ??= getToken()
      .then(
        (token) => hold(token),
        (cause) => {
          throw new ArtelError('TOKEN_UNAVAILABLE', 'getToken failed to give a customer token.', {
            retryable: true,
            cause,
          })
        },
      )
      .then((fresh) => {
        held = fresh
        return fresh
      })
      .finally(() => {
        fetching = undefined
      })
    return fetching
  }

  const current = async (): Promise<Held> => {
    const now = performance.now()
    if (held !== undefined && now < held.refreshAtMs) return held
    const old = held
    try {
      return await fetchToken()
    } catch (error) {
      // The last fifth of its life is the time to get over a short failure of the member's server.
      if (old !== undefined && performance.now() < old.endsAtMs) return old
      throw error
    }
  }

  return {
    async header() {
      const { token } = await current()
      return token === null ? undefined : `Bearer ${token}`
    },
    async renew() {
      held = undefined
      return (await fetchToken()).token !== null
    },
  }
}

function hold(token: string | null): Held {
  const now = performance.now()
  // Signed out: asked again at the next call, for a sign-in may have happened meanwhile.
  if (token === null) return { token, refreshAtMs: now, endsAtMs: now }
  const lifeMs = lifeOf(token)
  return { token, refreshAtMs: now + lifeMs * REFRESH_AT, endsAtMs: now + lifeMs }
}

/** Milliseconds from `iat` to `exp`; endless where the token does not say (the API's 401 ends it then). */
function lifeOf(token: string): number {
  const payload = token.split('.')[1]
  if (payload === undefined) return Number.POSITIVE_INFINITY
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    if (typeof claims !== 'object' || claims === null) return Number.POSITIVE_INFINITY
    const { iat, exp } = claims as { iat?: unknown; exp?: unknown }
    if (typeof iat !== 'number' || typeof exp !== 'number' || exp <= iat) return Number.POSITIVE_INFINITY
    return (exp - iat) * 1000
  } catch {
    // Not a JWT this code can read; whether it is good is the API's to say.
    return Number.POSITIVE_INFINITY
  }
}
