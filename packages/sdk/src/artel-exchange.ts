import { CombinedError, type Exchange, type Operation, type OperationResult } from '@urql/core'
import { makeFetchBody } from '@urql/core/internal'
import { filter, make, merge, mergeMap, pipe, type Source, takeUntil } from 'wonka'
import { ArtelError } from './artel-error.ts'
import { requestIdOf } from './error-of-reply.ts'
import { graphqlCall } from './graphql-call.ts'
import { send } from './send.ts'
import type { CallOptions, Transport } from './transport.ts'

interface Reply {
  readonly response: Response
  readonly body: unknown
}

/**
 * Makes urql's last exchange: it carries queries and mutations out over a transport, with its retries and
 * time-outs, and reads `CallOptions` from `context.artel`. A failure is a `CombinedError` whose `cause` is the
 * `ArtelError`, or the reason of the call's signal. The request's id is in `extensions.requestId`.
 */
export function artelExchange(transport: Transport): Exchange {
  return ({ forward }) =>
    (operations$) => {
      const carried$ = pipe(
        operations$,
        filter(isCarried),
        mergeMap((operation) => {
          const teardown$ = pipe(
            operations$,
            filter(({ kind, key }) => kind === 'teardown' && key === operation.key),
          )
          return pipe(resultOf(transport, operation), takeUntil(teardown$))
        }),
      )
      const others$ = pipe(
        operations$,
        filter((operation) => !isCarried(operation)),
        forward,
      )
      return merge([carried$, others$])
    }
}

function isCarried({ kind }: Operation): boolean {
  return kind === 'query' || kind === 'mutation'
}

/** The one result of an operation. Nobody listening any more ends it, as the caller's own signal does. */
function resultOf(transport: Transport, operation: Operation): Source<OperationResult> {
  return make(({ next, complete }) => {
    const options: CallOptions = operation.context.artel ?? {}
    const caller = options.signal
    const ended = new AbortController()
    const onAbort = () => ended.abort(caller?.reason)
    if (caller?.aborted === true) onAbort()
    caller?.addEventListener('abort', onAbort)
    carryOut(transport, operation, { ...options, signal: ended.signal })
      .finally(() => caller?.removeEventListener('abort', onAbort))
      .then((result) => {
        next(result)
        complete()
      })
    return () => ended.abort()
  })
}

async function carryOut(
  transport: Transport,
  operation: Operation,
  options: CallOptions,
): Promise<OperationResult> {
  let reply: Reply | undefined
  const onReply = (response: Response, body: unknown) => {
    reply = { response, body }
  }
  try {
    const kind = operation.kind === 'query' ? 'query' : 'mutation'
    const body = makeFetchBody(operation)
    const call = graphqlCall(kind, { body, operationName: body.operationName }, operation.variables)
    const { data } = await send({ ...transport, onReply }, call, options)
    return resultWith(operation, data, undefined, reply)
  } catch (thrown) {
    // Only an error that a reply stands for has a status; after any other, the reply is of an earlier attempt.
    const refused = thrown instanceof ArtelError && thrown.status !== undefined ? reply : undefined
    return resultWith(operation, fieldOf(refused, 'data'), combinedError(thrown, refused), refused)
  }
}

function resultWith(
  operation: Operation,
  data: unknown,
  error: CombinedError | undefined,
  reply: Reply | undefined,
): OperationResult {
  const sent = fieldOf(reply, 'extensions')
  const requestId = reply && requestIdOf(reply.response, reply.body)
  const extensions = {
    ...(typeof sent === 'object' && sent !== null && sent),
    ...(requestId !== undefined && { requestId }),
  }
  return { operation, data, ...(error && { error }), extensions, stale: false, hasNext: false }
}

function combinedError(thrown: unknown, reply: Reply | undefined): CombinedError {
  const errors = fieldOf(reply, 'errors')
  const graphQLErrors = Array.isArray(errors) ? errors.filter(isErrorBody) : []
  const networkError = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown })
  const error = new CombinedError({
    ...(graphQLErrors.length > 0 ? { graphQLErrors } : { networkError }),
    response: reply?.response,
  })
  return Object.defineProperty(error, 'cause', { value: thrown })
}

function isErrorBody(error: unknown): boolean {
  return typeof error === 'object' && error !== null
}

function fieldOf(reply: Reply | undefined, field: string): unknown {
  const body = reply?.body
  if (typeof body !== 'object' || body === null) return undefined
  return (body as Readonly<Record<string, unknown>>)[field]
}
