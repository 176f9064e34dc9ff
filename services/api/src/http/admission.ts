import type { ServerResponse } from 'node:http'
import { sendJson } from '../routes/health.ts'

/** A till would rather wait so long than ask again; and a refused keep-alive caller comes back no sooner. */
const PATIENCE_MS = 2_000
/** More than this do not wait, so that their memory is bounded. */
const MAX_WAITING = 10_000
const RETRY_AFTER_SECONDS = 1

/** Decides at the door, before a byte of the body is read, when a request is served and whether at all. */
export interface Admission {
  /** Begins when the request has a place, which it gives back by itself when its answer is sent; or refuses it. */
  admit(request: Arrival): void
}

interface Arrival {
  readonly response: ServerResponse
  readonly requestId: string
  readonly begin: () => void
}

/**
 * Serves at most `places` requests at once. The next ones wait at the door in the order in which they came: parsing what
 * cannot be served in time is what drowns a server, waiting costs it next to nothing. Who has waited for two seconds is
 * refused with the typed OVERLOADED of GraphQL, 503 with Retry-After.
 */
export function makeAdmission(places: number): Admission {
  let taken = 0
  /** When each has waited long enough, the first to come first. */
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

  function refuseImpatient(): void {
    timer = undefined
    const now = performance.now()
    for (const [arrival, until] of waiting) {
      if (until > now) {
        timer = setTimeout(refuseImpatient, until - now)
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
      waiting.set(arrival, performance.now() + PATIENCE_MS)
      arrival.response.once('close', () => waiting.delete(arrival))
      if (timer === undefined) timer = setTimeout(refuseImpatient, PATIENCE_MS)
    },
  }
}

function refuse({ response, requestId }: Arrival): void {
  response.setHeader('retry-after', String(RETRY_AFTER_SECONDS))
  sendJson(response, 503, {
    errors: [
      {
        message:
          'More requests are being served than there is room for. Retry with the same idempotency key.',
        extensions: {
          code: 'OVERLOADED',
          requestId,
          retryable: true,
          retryAfterMs: RETRY_AFTER_SECONDS * 1_000,
        },
      },
    ],
  })
}
