import { ArtelError, type ArtelErrorDetails } from './artel-error.ts'

/** The client was set up in a way that cannot work or is not safe. Code `CONFIGURATION`. */
export class ConfigurationError extends ArtelError {
  override readonly name = 'ConfigurationError'
  declare readonly code: 'CONFIGURATION'

  constructor(message: string) {
    super('CONFIGURATION', message)
  }
}

/** A message is not proven to come from Artel. Code `WEBHOOK_SIGNATURE`; `cause` is what the verification threw. */
export class WebhookSignatureError extends ArtelError {
  override readonly name = 'WebhookSignatureError'
  declare readonly code: 'WEBHOOK_SIGNATURE'

  constructor(message: string, cause?: unknown) {
    super('WEBHOOK_SIGNATURE', message, { cause })
  }
}

/** The key or token is missing, wrong, expired or revoked. */
export class AuthenticationError extends ArtelError {
  override readonly name = 'AuthenticationError'
}

/** `getToken` failed, so nothing was sent. Code `TOKEN_UNAVAILABLE`; `cause` is what it threw. */
export class TokenUnavailableError extends ArtelError {
  override readonly name = 'TokenUnavailableError'
  declare readonly code: 'TOKEN_UNAVAILABLE'

  constructor(cause: unknown) {
    super('TOKEN_UNAVAILABLE', `getToken failed: ${messageOf(cause)}.`, { retryable: true, cause })
  }
}

/** The key or token is good and may not do this. */
export class PermissionError extends ArtelError {
  override readonly name = 'PermissionError'
}

/** The API refused the request itself: an unknown field, a bad variable, a document over the limits. */
export class InvalidRequestError extends ArtelError {
  override readonly name = 'InvalidRequestError'
}

/** The API failed inside; `requestId` finds the failure in its log. */
export class ServerError extends ArtelError {
  override readonly name = 'ServerError'
}

/** Too many requests; `retryAfterMs` says how long to wait, where the API said it. */
export class ThrottledError extends ArtelError {
  override readonly name = 'ThrottledError'
}

/** The API is up and has too much to do; nothing was written. `retryAfterMs` says how long to wait. */
export class OverloadedError extends ArtelError {
  override readonly name = 'OverloadedError'
}

/** No reply within `timeoutMs`. The request may have been done: repeat it with the same idempotency key. */
export class TimeoutError extends ArtelError {
  override readonly name = 'TimeoutError'
  declare readonly code: 'TIMEOUT'
  declare readonly timeoutMs: number

  constructor(timeoutMs: number) {
    super('TIMEOUT', `No reply within ${timeoutMs} ms.`, { retryable: true })
    this.timeoutMs = timeoutMs
  }
}

/** The connection failed or broke. The request may have been done: repeat it with the same idempotency key. */
export class NetworkError extends ArtelError {
  override readonly name = 'NetworkError'
  declare readonly code: 'NETWORK'

  constructor(cause: unknown, url = 'The API') {
    super('NETWORK', `${url} could not be reached, or the reply was cut: ${messageOf(cause)}.`, {
      retryable: true,
      cause,
    })
  }
}

/** A reply came that no Artel API sends, for example a page of a proxy. */
export class UnexpectedResponseError extends ArtelError {
  override readonly name = 'UnexpectedResponseError'
  declare readonly code: 'UNEXPECTED_RESPONSE'

  constructor({ status, url }: Pick<Response, 'status' | 'url'>, details: ArtelErrorDetails) {
    super('UNEXPECTED_RESPONSE', `The reply of ${url} (HTTP ${status}) is not one of the Artel API.`, {
      status,
      ...details,
    })
  }
}

function messageOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  return cause.cause instanceof Error ? cause.cause.message : cause.message
}
