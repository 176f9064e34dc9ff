import type { Store } from '@artel/store'
import type { Logger } from 'pino'
import type { Denials } from '../audit/denials.ts'
import type { ApiConfig } from '../config.ts'
import { handleOf } from '../context.ts'
import type { Admission } from '../http/admission.ts'
import { makeAllowedOrigins } from '../http/allowed-origins.ts'
import type { AuthenticateAgain, AuthenticateRequest } from '../http/authenticate-request.ts'
import { clientAddress } from '../http/client-address.ts'
import { answerCors } from '../http/cors.ts'
import type { Exchange } from '../http/exchange.ts'
import { setRateLimitHeaders } from '../http/rate-limit-headers.ts'
import { MAX_BODY_BYTES, makeReadBody } from '../http/read-body.ts'
import { readHeader } from '../http/read-header.ts'
import { setPrivateHeaders } from '../http/security-headers.ts'
import { sendAnswer } from '../http/send-answer.ts'
import type { StaffDesk } from '../http/staff-desk.ts'
import type { Limits } from '../limits/make-limits.ts'
import type { Feed } from '../live/feed.ts'
import type { Streams } from '../live/streams.ts'
import { makeLoaders } from '../loaders/loaders.ts'
import { makeYoga, type ServerContext } from '../make-yoga.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { makeWebhookDoor } from '../webhooks/webhook-door.ts'
import { jsonTypeOf, takesEventStream } from './accepted-type.ts'
import { makeAnswerPost } from './answer-post.ts'

/** What the GraphQL endpoint is made of. */
export interface GraphqlOptions {
  readonly store: Store
  readonly config: ApiConfig
  readonly log: Logger
  readonly authenticate: AuthenticateRequest
  /** The places of requests that are served at once. */
  readonly admission: Admission
  readonly desk: StaffDesk
  readonly limits: Limits
  readonly denials: Denials
  readonly feed: Feed
  readonly streams: Streams
  /** Keeps work that goes on after the answer; it never rejects. */
  readonly later: (work: Promise<void>) => void
  readonly authenticateAgain: AuthenticateAgain
  readonly metrics: Pick<ApiMetrics, 'streamsEnded'>
}

/** Memory of all bodies that have only partly arrived. */
const MAX_UNFINISHED_BODY_BYTES = 64 * MAX_BODY_BYTES
/** From the head of a request to the end of its body. */
const MAX_BODY_MS = 30_000

/** Makes the answer to /graphql: CORS, the body, a place, authentication, and then the engine. */
export function makeAnswerGraphql(options: GraphqlOptions) {
  const { store, config, log, authenticate, admission, desk } = options
  const { limits, denials, feed, streams, authenticateAgain, later } = options
  const readBody = makeReadBody(MAX_UNFINISHED_BODY_BYTES, MAX_BODY_MS)
  const yoga = makeYoga({ config, log })
  const answerPost = makeAnswerPost<ServerContext>(yoga, { log, admission, metrics: options.metrics })
  const isAllowedOrigin = makeAllowedOrigins(store)
  const storeHandle = handleOf(store)
  const loaders = makeLoaders(store)
  const errorDocsUrl = `${config.publicUrl}/errors`
  const sessionKey = { privateKey: config.sessionKey.privateKey, algorithm: config.sessionKey.algorithm }
  const webhookDoor = makeWebhookDoor({ allowPrivate: config.allowPrivateWebhooks })

  return async (exchange: Exchange): Promise<void> => {
    const { request, response, requestId, figures } = exchange
    setPrivateHeaders(response)
    if (await answerCors(request, response, isAllowedOrigin)) return
    const bodyText = request.method === 'POST' ? await readBody(request) : undefined
    const place = admission.takePlace(response)
    if (place !== undefined) await place
    // Before Yoga is entered: one asynchronous hook of a plugin would make every later step asynchronous too.
    const { principal, authenticationError } = await authenticate(exchange)
    const address = clientAddress(request, config)
    const spending = limits.spendingOf(principal, address)
    const admitted = spending.admit()
    if (admitted !== undefined) await admitted
    const accept = readHeader(request, 'accept')
    const takesStream = bodyText !== undefined && takesEventStream(accept)
    // Named fields instead of spreads: a spread costs microseconds for every request.
    const context: ServerContext = {
      store: storeHandle,
      loaders,
      errorDocsUrl,
      publicUrl: config.publicUrl,
      sessionKey,
      secretsKey: config.secretsKey,
      messageSender: config.messageSender,
      webhookDoor,
      requestId,
      visit: desk.visitOf(exchange),
      log,
      figures,
      idempotencyKeyHeader: readHeader(request, 'idempotency-key'),
      feed,
      openStream: takesStream
        ? (assertGranted) =>
            streams.open({
              ...{ response, principal, address, assertGranted },
              ...authenticateAgain(exchange),
            })
        : null,
      takesStreamAlone: takesStream && jsonTypeOf(accept) === undefined,
      lastEventId: readHeader(request, 'last-event-id'),
      principal,
      authenticationError,
      spending,
      watchLookUps: limits.watchLookUps,
      watchEarnCodes: limits.watchEarnCodes,
      watchSignIns: limits.signIns,
      denials,
      later,
    }
    if (bodyText === undefined) {
      const answer = await yoga.handleNodeRequestAndResponse(request, response, context)
      spending.settle()
      setRateLimitHeaders(response, spending.standing())
      return sendAnswer(response, answer)
    }
    const contentType = readHeader(request, 'content-type')
    await answerPost(response, { bodyText, contentType, accept }, context)
  }
}
