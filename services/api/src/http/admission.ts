import type { ServerResponse } from 'node:http'
import { sendJson } from './health.ts'

/** A caller who was refused comes straight back over the same connection: holding the refusal holds the caller. */
const SHORTEST_HOLD_MS = 2_000
const LONGEST_HOLD_MS = 3_000
/** More refusals than this are not held, so that their memory is bounded. */
const MAX_HELD = 10_000
const RETRY_AFTER_SECONDS = 1

/** Decides at the door, before a byte of the body is read, whether a request is served. */
export interface Admission {
  /** True when the request has its place; it gives it back by itself when its answer is sent. Else it is refused. */
  admit(response: ServerResponse, requestId: string): boolean
}

/**
 * Serves at most `places` requests at once. Beyond that a request is cheaper to refuse than to queue: parsing what
 * cannot be served in time is what drowns a server. The refusal is the typed OVERLOADED of GraphQL, 503 with
 * Retry-After, and it is held for two seconds or three: keep-alive callers are slowed to what the server can bear.
 */
export function makeAdmission(places: number): Admission {
  let taken = 0
  let held = 0
  return {
    admit(response, requestId) {
      if (taken < places) {
        taken += 1
        response.once('close', () => {
          taken -= 1
        })
        return true
      }
      if (held >= MAX_HELD) refuse(response, requestId)
      else {
        held += 1
        const holdMs = SHORTEST_HOLD_MS + Math.random() * (LONGEST_HOLD_MS - SHORTEST_HOLD_MS)
        const timer = setTimeout(() => refuse(response, requestId), holdMs)
        response.once('close', () => {
          held -= 1
          clearTimeout(timer)
        })
      }
      return false
    },
  }
}

function refuse(response: ServerResponse, requestId: string): void {
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
