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
  const { errors } = Object(body) as { errors?: unknown }
  return Array.isArray(errors) ? (errors[0] as GraphQLErrorBody | undefined) : undefined
}

/** The error that a reply stands for, from the GraphQL error's code or else from the HTTP status. */
export function errorOfReply(response: Response, body: unknown): ArtelError {
  const error = firstError(body)
  const extensions = error?.extensions ?? {}
  const status = response.status
  const code = typeof extensions.code === 'string' ? extensions.code : CODE_OF_STATUS[status]
  const details: ArtelErrorDetails = {
    status,
    requestId: requestIdOf(response, body),
    retryAfterMs: retryAfterMs(response, extensions),
    retryable: PASSING.includes(code as ErrorCode),
    ...(typeof extensions.docUrl === 'string' && { docUrl: extensions.docUrl }),
    ...(typeof extensions.retryable === 'boolean' && { retryable: extensions.retryable }),
  }
  if (code === undefined) {
    return new UnexpectedResponseError(response, { ...details, retryable: status < 300 || status >= 500 })
  }
  const message = typeof error?.message === 'string' ? error.message : `The API answered HTTP ${status}.`
  const otherwise = details.retryable ? ServerError : InvalidRequestError
  const ErrorClass = status === 401 ? AuthenticationError : (CLASS_OF_CODE[code] ?? otherwise)
  return new ErrorClass(code, message, details)
}

/** What a code means; any other that may pass is the server's, and else it is the API's refusal of the request itself. */
const CLASS_OF_CODE: Partial<Record<ErrorCode, typeof ArtelError>> = {
  UNAUTHENTICATED: AuthenticationError,
  TOKEN_EXPIRED: AuthenticationError,
  FORBIDDEN: PermissionError,
  THROTTLED: ThrottledError,
  OVERLOADED: OverloadedError,
  INTERNAL_SERVER_ERROR: ServerError,
  TOO_MANY_STREAMS: ThrottledError,
}

/** What a status without a code means: a gateway's. */
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'THROTTLED',
  502: 'UNAVAILABLE',
  503: 'OVERLOADED',
  504: 'UNAVAILABLE',
}

const PASSING: readonly ErrorCode[] = ['THROTTLED', 'OVERLOADED', 'UNAVAILABLE']

function retryAfterMs(response: Response, extensions: Readonly<Record<string, unknown>>): number | undefined {
  const { retryAfterMs: asked } = extensions
  if (typeof asked === 'number' && Number.isFinite(asked) && asked >= 0) return asked
  return parseRetryAfter(response.headers.get('retry-after'), Date.now())
}
