import { FAILURES, type FailureCode, Refusal } from '@artel/ledger'
import { OverloadedError, SystemError } from '@artel/use-cases'
import { type ExecutionResult, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { ApiContext } from '../context.ts'
import { isUnavailable } from '../errors/is-unavailable.ts'
import { retryAfterSeconds } from '../errors/retry-after.ts'
import { ThrottledError } from '../errors/throttled-error.ts'

const INTERNAL_MESSAGE =
  'Something went wrong on our side. Retry with the same idempotency key, and tell us the request id if it stays.'
const UNAVAILABLE_RETRY_AFTER_MS = 1_000

/**
 * Turns any thrown value into an error that a caller may read: known failures with their code, everything else masked.
 * A masked error keeps its cause for the log; the cause is never sent.
 */
export function maskError(error: unknown): GraphQLError {
  const cause = originOf(error)
  if (cause instanceof GraphQLError) return error instanceof GraphQLError ? error : cause
  return new GraphQLError(messageOf(cause), {
    ...(error instanceof GraphQLError ? placeOf(error) : {}),
    originalError:
      cause instanceof Error ? cause : new Error('A value that is no error was thrown', { cause }),
    extensions: extensionsOf(cause),
  })
}

function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? originOf(error.originalError) : error
}

/** The position of an error in the document and in the result. */
function placeOf({ nodes, source, positions, path }: GraphQLError) {
  return { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null, path: path ?? null }
}

function messageOf(cause: unknown): string {
  if (cause instanceof SystemError || cause instanceof Refusal) return cause.message
  if (isUnavailable(cause))
    return 'The database cannot be reached just now. Retry with the same idempotency key.'
  return INTERNAL_MESSAGE
}

function extensionsOf(cause: unknown): Record<string, unknown> {
  if (cause instanceof OverloadedError || cause instanceof ThrottledError)
    return retryLater(cause.code, cause.retryAfterMs)
  if (cause instanceof SystemError) return failedWith(cause.code)
  // A refusal of a query, whose fields have no result union: for example an invalid argument.
  if (cause instanceof Refusal) return { code: cause.code, retryable: cause.retryable, http: { status: 400 } }
  if (isUnavailable(cause)) return retryLater('UNAVAILABLE', UNAVAILABLE_RETRY_AFTER_MS)
  return failedWith('INTERNAL_SERVER_ERROR')
}

function failedWith(code: FailureCode) {
  const { status, retryable = false } = FAILURES[code]
  return { code, retryable, http: { status } }
}

function retryLater(code: FailureCode, retryAfterMs: number): Record<string, unknown> {
  const { http, ...failed } = failedWith(code)
  const headers = { 'retry-after': retryAfterSeconds(retryAfterMs) }
  return { ...failed, retryAfterMs, http: { ...http, headers } }
}

/** Completes every error of a result that Yoga sends; see {@link withEnvelope}. */
export function useErrorEnvelope(log: Logger): Plugin<ApiContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (Array.isArray(result) || Symbol.asyncIterator in result) return
      const { requestId } = serverContext as unknown as ApiContext
      setResult(withEnvelope(result, { requestId, log }))
    },
  }
}

/**
 * Gives every error of a result a code, the request id and whether to retry, and logs those that were masked. Errors
 * keep their HTTP status only when the result has no data: by GraphQL over HTTP a result with data is a 200.
 */
export function withEnvelope(
  result: ExecutionResult,
  { requestId, log }: { readonly requestId: string; readonly log: Logger },
): ExecutionResult {
  if (!result.errors) return result
  const hasData = result.data != null
  const executed = 'data' in result
  const errors = result.errors.map((error) => completed(error, { requestId, hasData, executed, log }))
  return { ...result, errors }
}

function completed(
  error: GraphQLError,
  {
    requestId,
    hasData,
    executed,
    log,
  }: { requestId: string; hasData: boolean; executed: boolean; log: Logger },
): GraphQLError {
  const { http, originalError: _hidden, unexpected: _flag, ...shown } = error.extensions
  const code = typeof shown.code === 'string' ? shown.code : 'BAD_USER_INPUT'
  if (code === 'INTERNAL_SERVER_ERROR')
    log.error({ requestId, err: error.originalError ?? error }, 'request failed')
  const status = http ?? (executed ? undefined : { status: 400 })
  return new GraphQLError(error.message, {
    ...placeOf(error),
    extensions: {
      retryable: false,
      ...shown,
      code,
      requestId,
      ...(status && !hasData ? { http: status } : {}),
    },
  })
}
