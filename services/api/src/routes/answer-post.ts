import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { type GraphQLParams, processRegularResult, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from 'pino'
import { requestError } from '../errors/request-error.ts'
import type { Admission } from '../http/admission.ts'
import { setRateLimitHeaders } from '../http/rate-limit-headers.ts'
import { sendAnswer } from '../http/send-answer.ts'
import type { Spending } from '../limits/spending.ts'
import type { ApiMetrics, RequestFigures } from '../metrics/api-metrics.ts'
import { maskError, withEnvelope } from '../plugins/use-error-envelope.ts'
import { noteOutcome } from '../plugins/use-figures.ts'
import { EVENT_STREAM, GRAPHQL_JSON, jsonTypeOf, PLAIN_JSON, takesEventStream } from './accepted-type.ts'
import { sendEvents } from './send-events.ts'

type Result = ExecutionResult | AsyncIterable<ExecutionResult>

interface PostOptions {
  readonly log: Logger
  readonly admission: Pick<Admission, 'leavePlace'>
  readonly metrics: Pick<ApiMetrics, 'streamsEnded'>
}

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

/**
 * Makes the answer to POSTs, which are nearly all requests. They run in Yoga's engine with all plugins but without its
 * Request and Response objects: creating and reading those costs as much as deciding a purchase. Other methods go
 * through Yoga as a whole.
 */
export function makeAnswerPost<Context extends PostContext>(
  yoga: YogaServerInstance<Context, object>,
  { log, admission, metrics }: PostOptions,
) {
  // Plugins read the method from it and nothing else.
  const request = new yoga.fetchAPI.Request('http://localhost/graphql', { method: 'POST' })

  const resultOf = async (post: Post, context: Context): Promise<Result> => {
    try {
      const result = await yoga.getResultForParams({ params: paramsOf(post), request }, context)
      if (!result) throw new Error('A POST was answered with nothing')
      return result
    } catch (error) {
      return { errors: [maskError(error)] }
    }
  }

  return async (response: ServerResponse, post: Post, context: Context): Promise<void> => {
    const mediaType = jsonTypeOf(post.accept)
    const { requestId, figures, spending } = context
    const isTaken = mediaType !== undefined || takesEventStream(post.accept)
    const given = isTaken ? await resultOf(post, context) : { errors: [notAcceptable()] }
    if (Symbol.asyncIterator in given) {
      admission.leavePlace(response)
      setRateLimitHeaders(response, spending.standing())
      return sendEvents(response, given, { requestId, figures, log, metrics })
    }
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
  requestError(
    'NOT_ACCEPTABLE',
    `Answers are JSON: accept ${GRAPHQL_JSON} or ${PLAIN_JSON}; for a subscription ${EVENT_STREAM}.`,
  )
