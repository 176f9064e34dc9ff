import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'
import type { Exchange } from './exchange.ts'
import { BodyAborted, BodyTooLarge } from './read-body.ts'
import { sendJson } from './send-json.ts'

interface Failure {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly retryable: boolean
}

const TOO_LARGE: Failure = {
  status: 413,
  code: 'REQUEST_TOO_LARGE',
  message: 'The body is larger than 1 MB. Split the request.',
  retryable: false,
}
const UNAVAILABLE: Failure = {
  status: 503,
  code: 'UNAVAILABLE',
  message: 'The database cannot be reached just now. Retry.',
  retryable: true,
}
const INTERNAL: Failure = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side.',
  retryable: true,
}

/** Answers an error that was thrown outside of GraphQL, in the shape of a GraphQL error. Logs what is a bug. */
export function answerFailure(error: unknown, { response, requestId }: Exchange, log: Logger): void {
  if (error instanceof BodyAborted || response.destroyed) return
  if (response.headersSent) {
    response.destroy()
    return
  }
  const failure = error instanceof BodyTooLarge ? TOO_LARGE : isUnavailable(error) ? UNAVAILABLE : INTERNAL
  // The rest of the body is not read, so the connection cannot be used again.
  if (failure === TOO_LARGE) response.setHeader('connection', 'close')
  if (failure === UNAVAILABLE) response.setHeader('retry-after', '1')
  if (failure === INTERNAL) log.error({ requestId, err: error }, 'request failed')
  const { status, code, message, retryable } = failure
  sendJson(response, status, { errors: [{ message, extensions: { code, requestId, retryable } }] })
}
