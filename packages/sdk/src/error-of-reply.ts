import type { ArtelError, ArtelErrorDetails, ErrorCode } from './artel-error.ts'
import { parseRetryAfter } from './retry-delay.ts'
import {
  AuthenticationError,
  InvalidRequestError,
  OverloadedError,
  PermissionError,
  ServerError,
  ThrottledError,
  UnexpectedResponseError,
} from './system-errors.ts'

interface GraphQLErrorBody {
  readonly message?: unknown
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** The id the API gave a request, from the header or from the errors. */
export function requestIdOf(response: Response, body: unknown): string | undefined {
  const header = response.headers.get('x-request-id')
  if (header !== null) return header
  const fromError = firstError(body)?.extensions?.requestId
  return typeof fromError === 'string' ? fromError : undefined
}

/** The first of a reply's GraphQL errors, or undefined. */
export function firstError(body: unknown): GraphQLErrorBody | undefined {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return undefined
  const errors: unknown = body.errors
  return Array.isArray(errors) ? (errors[0] as GraphQLErrorBody | undefined) : undefined
}

/** The error that a reply stands for, from the GraphQL error's code or else from the HTTP status. */
export function errorOfReply(response: Response, body: unknown): ArtelError {
  const error = firstError(body)
  const extensions = error?.extensions ?? {}
  const status = response.status
  const code = typeof extensions.code === 'string' ? extensions.code : codeOfStatus(status)
  const details: ArtelErrorDetails = {
    status,
    requestId: requestIdOf(response, body),
    retryAfterMs: retryAfterMs(response, extensions),
    ...(typeof extensions.docUrl === 'string' && { docUrl: extensions.docUrl }),
    ...(typeof extensions.retryable === 'boolean' && { retryable: extensions.retryable }),
  }
  if (code === undefined) {
    return new UnexpectedResponseError(response, { ...details, retryable: status < 300 || status >= 500 })
  }
  const message = typeof error?.message === 'string' ? error.message : `The API answered HTTP ${status}.`
  return errorOfCode(code, message, details)
}

function errorOfCode(code: ErrorCode, message: string, details: ArtelErrorDetails) {
  if (details.status === 401) return new AuthenticationError(code, message, details)
  switch (code) {
    case 'UNAUTHENTICATED':
    case 'TOKEN_EXPIRED':
      return new AuthenticationError(code, message, details)
    case 'FORBIDDEN':
      return new PermissionError(code, message, details)
    case 'THROTTLED':
      return new ThrottledError(code, message, { retryable: true, ...details })
    case 'OVERLOADED':
      return new OverloadedError(code, message, { retryable: true, ...details })
    case 'UNAVAILABLE':
    case 'INTERNAL_SERVER_ERROR':
      return new ServerError(code, message, { retryable: code === 'UNAVAILABLE', ...details })
    default:
      return new InvalidRequestError(code, message, details)
  }
}

function codeOfStatus(status: number): ErrorCode | undefined {
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 403) return 'FORBIDDEN'
  if (status === 429) return 'THROTTLED'
  if (status === 503) return 'OVERLOADED'
  if (status === 502 || status === 504) return 'UNAVAILABLE'
  return undefined
}

function retryAfterMs(response: Response, extensions: Readonly<Record<string, unknown>>): number | undefined {
  const { retryAfterMs: asked } = extensions
  if (typeof asked === 'number' && Number.isFinite(asked) && asked >= 0) return asked
  return parseRetryAfter(response.headers.get('retry-after'), Date.now())
}
