import type { ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import type { ApiMetrics, RequestFigures } from '../metrics/api-metrics.ts'
import { maskError, withEnvelope } from '../plugins/use-error-envelope.ts'
import { noteOutcome } from '../plugins/use-figures.ts'
import { EVENT_STREAM } from './accepted-type.ts'

interface Sending {
  readonly requestId: string
  readonly figures: RequestFigures
  readonly log: Logger
  readonly metrics: Pick<ApiMetrics, 'streamsEnded'>
}

/** How soon a client may come again, milliseconds: so much, and up to so much more, lest all come back at once. */
const RETRY_MS = 1_000
const RETRY_SPREAD_MS = 2_000

/**
 * Sends the results of a subscription as they come, each a `next` event whose id is its cursor, and at the end `complete`. An
 * error that ends the stream is a last `next` with `errors`, whose code says why. Resolves when the response has ended.
 */
export async function sendEvents(
  response: ServerResponse,
  results: AsyncIterable<ExecutionResult>,
  { requestId, figures, log, metrics }: Sending,
): Promise<void> {
  response.writeHead(200, {
    'content-type': `${EVENT_STREAM}; charset=utf-8`,
    // Proxies that gather answers would keep events back.
    'x-accel-buffering': 'no',
  })
  response.write(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n:\n\n`)
  let code = 'LEFT'
  try {
    for await (const result of results) {
      const told = withEnvelope(result, { requestId, log })
      if (!response.write(nextEvent(told))) await untilDrained(response)
      if (response.destroyed) break
    }
  } catch (error) {
    const told = withEnvelope({ errors: [maskError(error)] }, { requestId, log })
    code = String(told.errors?.[0]?.extensions.code)
    response.write(nextEvent(told))
  }
  metrics.streamsEnded.inc({ code })
  noteOutcome(figures, {})
  response.end('event: complete\ndata:\n\n')
}

function nextEvent({ data, errors, extensions }: ExecutionResult): string {
  const { cursor } = extensions ?? {}
  const id = typeof cursor === 'string' ? `id: ${cursor}\n` : ''
  // JSON has no line breaks outside of escapes, so the data is one line.
  return `event: next\n${id}data: ${JSON.stringify({ data, errors: errors?.map(sentError), extensions })}\n\n`
}

/** An error as it is sent: the status of an answer is no part of an event. */
function sentError(error: GraphQLError): object {
  const { http: _status, ...extensions } = error.extensions
  return { ...error.toJSON(), extensions }
}

function untilDrained(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.once('drain', done)
    response.once('close', done)
  })
}
