import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'
import type { Exchange } from './exchange.ts'
import { BodyAborted, BodyTooLarge } from './read-body.ts'
import { type SentError, sendError } from './send-error.ts'

type Failure = Pick<SentError, 'code' | 'message'>

const TOO_LARGE: Failure = {
  code: 'REQUEST_TOO_LARGE',
  message: 'The body is larger than 1 MB. Split the request.',
}
const UNAVAILABLE: Failure = {
  code: 'UNAVAILABLE',
  message: 'The database cannot be reached just now. Retry.',
}
const INTERNAL: Failure = {
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side.',
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
  sendError(response, { ...failure, requestId })
}
