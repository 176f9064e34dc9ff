import type { CombinedError } from 'urql'

/** Why a question has no answer, as far as a person can do something about it. */
export interface Failure {
  /**
   * - `offline`: no answer came; asking again may help.
   * - `signed-out`: the session is over.
   * - `not-allowed`: the role does not reach so far, or there is no such thing.
   * - `busy`: asked too much, or the server is full.
   * - `failed`: the server is at fault; `requestId` finds it in the log.
   */
  readonly kind: 'offline' | 'signed-out' | 'not-allowed' | 'busy' | 'failed'
  readonly code: string | null
  readonly requestId: string | null
  /** How long the server asks to wait, milliseconds. */
  readonly retryAfterMs?: number
}

const KINDS: Readonly<Record<string, Failure['kind']>> = {
  UNAUTHENTICATED: 'signed-out',
  TOKEN_EXPIRED: 'signed-out',
  FORBIDDEN: 'not-allowed',
  NOT_FOUND: 'not-allowed',
  THROTTLED: 'busy',
  OVERLOADED: 'busy',
}

/** What an error of the client means to a person. */
export function failureOf(error: CombinedError): Failure {
  const told = error.graphQLErrors.map(({ extensions }) => extensions ?? {})
  // Of several, that the session is over explains the others.
  const over = told.find(({ code }) => KINDS[String(code)] === 'signed-out')
  const { code, requestId, retryAfterMs } = (over ?? told[0] ?? {}) as Record<string, unknown>
  const said = typeof code === 'string' ? code : null
  if (said === null && error.networkError) return { kind: 'offline', code: null, requestId: null }
  return {
    kind: KINDS[said ?? ''] ?? 'failed',
    code: said,
    requestId: typeof requestId === 'string' ? requestId : null,
    ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
  }
}
