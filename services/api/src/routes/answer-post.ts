import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { type GraphQLParams, processRegularResult, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import { requestError } from '../errors/request-error.ts'
import { setRateLimitHeaders } from '../http/rate-limit-headers.ts'
import { sendAnswer } from '../http/send-answer.ts'
import type { Spending } from '../limits/spending.ts'
import type { RequestFigures } from '../metrics/api-metrics.ts'
import { maskError, withEnvelope } from '../plugins/use-error-envelope.ts'
import { noteOutcome } from '../plugins/use-figures.ts'

interface PostContext {
  readonly requestId: string
  readonly figures: RequestFigures
  readonly spending: Pick<Spending, 'settle' | 'standing'>
}

/** The parts of a POST that decide its answer, with the body read. */
interface Post {
  readonly bodyText: string
  readonly contentType: string | null
  readonly accept: string | null
}

const JSON_BODY = /^application\/(graphql\+)?json\s*(;|$)/i
const GRAPHQL_JSON = 'application/graphql-response+json'
const PLAIN_JSON = 'application/json'

/** The first form of JSON that an Accept header names, or undefined when it names none. */
function jsonTypeOf(accept: string | null): string | undefined {
  if (accept === null) return PLAIN_JSON
  for (const range of accept.toLowerCase().split(',')) {
    const type = range.split(';', 1)[0]?.trim()
    if (type === GRAPHQL_JSON || type === PLAIN_JSON) return type
    if (type === '*/*' || type === 'application/*') return PLAIN_JSON
  }
  return undefined
}

/**
 * Makes the answer to POSTs, which are nearly all requests. They run in Yoga's engine with all plugins but without its
 * Request and Response objects: creating and reading those costs as much as deciding a purchase. Other methods go
 * through Yoga as a whole.
 */
export function makeAnswerPost<Context extends PostContext>(
  yoga: YogaServerInstance<Context, object>,
  log: Logger,
) {
  // Plugins read the method from it and nothing else.
  const request = new yoga.fetchAPI.Request('http://localhost/graphql', { method: 'POST' })

  const resultOf = async (post: Post, context: Context): Promise<ExecutionResult> => {
    try {
      const result = await yoga.getResultForParams({ params: paramsOf(post), request }, context)
      if (!result || Symbol.asyncIterator in result) throw new Error('A POST was answered with a stream')
      return result
    } catch (error) {
      return { errors: [maskError(error)] }
    }
  }

  return async (response: ServerResponse, post: Post, context: Context): Promise<void> => {
    const mediaType = jsonTypeOf(post.accept)
    const { requestId, figures, spending } = context
    const given = mediaType === undefined ? { errors: [notAcceptable()] } : await resultOf(post, context)
    const result = given.errors ? withEnvelope(given, { requestId, log }) : given
    noteOutcome(figures, result)
    if (response.destroyed) return
    spending.settle()
    setRateLimitHeaders(response, spending.standing())
    if (result.errors)
      return sendAnswer(response, processRegularResult(result, yoga.fetchAPI, mediaType ?? PLAIN_JSON))
    response.setHeader('content-type', `${mediaType}; charset=utf-8`)
    response.end(JSON.stringify(result))
  }
}

/** Reads the parameters from a body. Throws a GraphQLError that says what a valid body is. */
function paramsOf({ bodyText, contentType }: Post): GraphQLParams {
  if (!JSON_BODY.test(contentType ?? ''))
    throw requestError('UNSUPPORTED_MEDIA_TYPE', 'Send the request as JSON: content-type: application/json.')
  try {
    const body: unknown = JSON.parse(bodyText)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw requestError(
    'BAD_REQUEST',
    'The body must be one JSON object such as {"query": "{ viewer { kind } }"}. Batches are not served.',
  )
}

const notAcceptable = () =>
  requestError('NOT_ACCEPTABLE', `Answers are JSON: accept ${GRAPHQL_JSON} or ${PLAIN_JSON}.`)
