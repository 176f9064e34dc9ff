import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'
import { retryAfterSeconds } from '../errors/retry-after.ts'
import { ThrottledError } from '../errors/throttled-error.ts'
import { CallerGone, NoPlaceFree } from './admission.ts'
import type { Exchange } from './exchange.ts'
import { setRateLimitHeaders } from './rate-limit-headers.ts'
import { BodyAborted, BodyTimedOut, BodyTooLarge, BodyTooSlow } from './read-body.ts'
import { type SentError, sendError } from './send-error.ts'

interface Failure extends Pick<SentError, 'code' | 'message'> {
  readonly retryAfterMs?: number
}

const TOO_LARGE: Failure = {
  code: 'REQUEST_TOO_LARGE',
  message: 'The body is larger than 1 MB. Split the request.',
}
const UNAVAILABLE: Failure = {
  code: 'UNAVAILABLE',
  message: 'The database cannot be reached just now. Retry.',
  retryAfterMs: 1_000,
}
const OVERLOADED: Failure = {
  code: 'OVERLOADED',
  message: 'More requests are being served than there is room for. Retry with the same idempotency key.',
  retryAfterMs: 1_000,
}
const INTERNAL: Failure = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side.',
}

/** Answers an error that was thrown outside of GraphQL, in the shape of a GraphQL error. Logs what is a bug. */
export function answerFailure(error: unknown, { request, response, requestId }: Exchange, log: Logger): void {
  if (error instanceof BodyAborted || error instanceof CallerGone || response.destroyed) return
  if (response.headersSent) {
    response.destroy()
    return
  }
  if (error instanceof BodyTimedOut) {
    // As node answers a request that takes too long.
    response.writeHead(408, { connection: 'close' }).end()
    return
  }
  const failure = failureOf(error)
  if (error instanceof ThrottledError) setRateLimitHeaders(response, error.standing)
  // The rest of the body is not read, so the connection cannot be used again.
  if (!request.complete) response.setHeader('connection', 'close')
  if (failure === INTERNAL) log.error({ requestId, err: error }, 'request failed')
  const { code, message, retryAfterMs } = failure
  if (retryAfterMs !== undefined) response.setHeader('retry-after', retryAfterSeconds(retryAfterMs))
  const extensions = retryAfterMs === undefined ? {} : { retryAfterMs }
  sendError(response, { code, message, requestId, extensions })
}

function failureOf(error: unknown): Failure {
  if (error instanceof ThrottledError) return error
  if (error instanceof BodyTooLarge) return TOO_LARGE
  if (error instanceof NoPlaceFree || error instanceof BodyTooSlow) return OVERLOADED
  return isUnavailable(error) ? UNAVAILABLE : INTERNAL
}
