import type { ServerResponse } from 'node:http'
import { sendError } from './send-error.ts'

/** Longest wait for a place. For a till, waiting this long is faster than a refusal and a retry. */
const MAX_WAIT_MS = 2_000
/** Requests that may wait at once, which bounds their memory. */
const MAX_WAITING = 10_000
const RETRY_AFTER_SECONDS = 1

/** Decides when a request is served, or refuses it, before its body is read. */
export interface Admission {
  /** Calls `begin` once a place is free and frees the place when the response closes, or refuses the request. */
  admit(request: Arrival): void
}

interface Arrival {
  readonly response: ServerResponse
  readonly requestId: string
  readonly begin: () => void
}

/**
 * Serves at most `places` requests at once. Further requests wait in the order of their arrival, unparsed, because
 * parsing requests that cannot be served in time would overload the server. A request that has waited for two seconds
 * is refused with OVERLOADED: 503 with Retry-After.
 */
export function makeAdmission(places: number): Admission {
  let taken = 0
  /** The deadline of each waiting request (`performance.now()`), in order of arrival. */
  const waiting = new Map<Arrival, number>()
  let timer: NodeJS.Timeout | undefined

  function serve({ response, begin }: Arrival): void {
    taken += 1
    response.once('close', leave)
    begin()
  }

  function leave(): void {
    taken -= 1
    const next = waiting.keys().next().value
    if (!next) return
    waiting.delete(next)
    serve(next)
  }

  function refuseExpired(): void {
    timer = undefined
    const now = performance.now()
    for (const [arrival, until] of waiting) {
      if (until > now) {
        timer = setTimeout(refuseExpired, until - now)
        return
      }
      waiting.delete(arrival)
      refuse(arrival)
    }
  }

  return {
    admit(arrival) {
      if (taken < places) return serve(arrival)
      if (waiting.size >= MAX_WAITING) return refuse(arrival)
      waiting.set(arrival, performance.now() + MAX_WAIT_MS)
      arrival.response.once('close', () => waiting.delete(arrival))
      if (timer === undefined) timer = setTimeout(refuseExpired, MAX_WAIT_MS)
    },
  }
}

function refuse({ response, requestId }: Arrival): void {
  response.setHeader('retry-after', String(RETRY_AFTER_SECONDS))
  sendError(response, {
    code: 'OVERLOADED',
    message: 'More requests are being served than there is room for. Retry with the same idempotency key.',
    requestId,
    extensions: { retryAfterMs: RETRY_AFTER_SECONDS * 1_000 },
  })
}
