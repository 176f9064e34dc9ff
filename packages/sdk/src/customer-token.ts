import { ArtelError } from './artel-error.ts'
import { TokenUnavailableError } from './system-errors.ts'
import type { Authorization } from './transport.ts'

/** Fetches a customer token from the member's server; null when nobody is signed in. */
export type GetToken = () => Promise<string | null>

/** Part of a token's life after which the next call fetches another one first. */
const REFRESH_AT = 0.8

interface HeldToken {
  readonly header: string | undefined
  readonly refreshAtMs: number
  readonly endsAtMs: number
}

/**
 * Keeps a customer token fresh. The token's life is counted on this machine's monotonic clock from the moment
 * it arrived, so a page on a machine with a wrong clock works as well. Concurrent calls share one fetch.
 */
export function customerTokenAuthorization(
  getToken: GetToken,
  nowMs: () => number = () => performance.now(),
): Authorization {
  let held: HeldToken | undefined
  let fetching: Promise<HeldToken> | undefined
  /** What was asked for before the last `forget` is not kept. */
  let forgotten = 0

  const fetchToken = async (): Promise<HeldToken> => {
    const before = forgotten
    try {
      const fetched = hold(await getToken(), nowMs())
      if (before === forgotten) held = fetched
      return fetched
    } catch (cause) {
      throw cause instanceof ArtelError ? cause : new TokenUnavailableError(cause)
    }
  }

  return {
    async header() {
      if (held !== undefined && nowMs() < held.refreshAtMs) return held.header
      const old = held
      try {
        if (fetching === undefined) {
          const mine = fetchToken().finally(() => {
            if (fetching === mine) fetching = undefined
          })
          fetching = mine
        }
        return (await fetching).header
      } catch (error) {
        // The last fifth of its life is the time to get over a short failure of the member's server. That nobody is signed in, or
        // another refusal, is no failure: who goes on with the old token acts as somebody who has left.
        const isShort = error instanceof ArtelError && error.retryable
        if (isShort && old !== undefined && old === held && nowMs() < old.endsAtMs) return old.header
        if (!isShort && old === held) held = undefined
        throw error
      }
    },
    replace(refused) {
      // Another call may have fetched a newer token meanwhile: only the refused one is thrown away.
      if (held?.header === refused) held = undefined
      return true
    },
    forget() {
      forgotten += 1
      held = fetching = undefined
    },
  }
}

function hold(token: string | null, nowMs: number): HeldToken {
  // Signed out: asked again at the next call, for a sign-in may have happened meanwhile.
  if (token === null) return { header: undefined, refreshAtMs: nowMs, endsAtMs: nowMs }
  const lifeMs = lifeOf(token)
  return { header: `Bearer ${token}`, refreshAtMs: nowMs + lifeMs * REFRESH_AT, endsAtMs: nowMs + lifeMs }
}

/** Milliseconds from `iat` to `exp`; endless where the token does not say (the API's 401 ends it then). */
function lifeOf(token: string): number {
  try {
    const payload = token.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    const { iat, exp } = Object(claims) as { iat?: unknown; exp?: unknown }
    if (typeof iat === 'number' && typeof exp === 'number' && exp > iat) return (exp - iat) * 1000
  } catch {
    // Not a JWT this code can read; whether it is good is the API's to say.
  }
  return Number.POSITIVE_INFINITY
}
