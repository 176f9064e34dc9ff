import type { RequestListener } from 'node:http'
import type { Store } from '@artel/store'
import type { Logger } from 'pino'
import { makeDenials } from './audit/denials.ts'
import type { ApiConfig } from './config.ts'
import { makeAccessLog } from './http/access-log.ts'
import { makeAdmission, NoPlaceFree } from './http/admission.ts'
import { answerFailure } from './http/answer-failure.ts'
import { makeAuthenticateAgain, makeAuthenticateRequest } from './http/authenticate-request.ts'
import { makeCallerLimit } from './http/connection-limit.ts'
import { openExchange } from './http/exchange.ts'
import { makeLaterWork } from './http/later-work.ts'
import { makeStaffDesk } from './http/staff-desk.ts'
import { traceRequest } from './http/trace-request.ts'
import { makeLimits } from './limits/make-limits.ts'
import { makeFeed } from './live/feed.ts'
import { makeStreams } from './live/streams.ts'
import type { ApiMetrics } from './metrics/api-metrics.ts'
import { makeAnswerGraphql } from './routes/answer-graphql.ts'
import { makeFindRoute } from './routes/find-route.ts'
import { makeRoutes } from './routes/routes.ts'
import { makeBoundClicks } from './visits/bound-clicks.ts'
import { makeClickQueue } from './visits/click-queue.ts'
import { makeFindLink } from './visits/find-link.ts'
import { makeHashVisits } from './visits/hash-visits.ts'

export interface ApiOptions {
  readonly store: Store
  readonly config: ApiConfig
  readonly log: Logger
  readonly metrics: ApiMetrics
}

export interface Api {
  /** Serves one request of a node server. */
  readonly handler: RequestListener
  /** From now on /readyz answers 503, and answers say that their connection closes. */
  drain(): void
  /** From now on a connection closes with its answer, also where that no longer says so; streams end, to go on elsewhere. */
  endConnections(): void
  /** Waits for letters that were promised, then writes down what was noted for the audit log, and the clicks that wait. Never rejects. */
  writeNoted(): Promise<void>
}

/** Builds the API over an open store. It does not listen: see `startApi`. */
export function createApi({ store, config, log, metrics }: ApiOptions): Api {
  let draining = false
  let ending = false
  const desk = makeStaffDesk(config)
  const later = makeLaterWork()
  const denials = makeDenials({ store, secretsKey: config.secretsKey, log })
  const limits = makeLimits({ store, config, log, metrics, denials })
  const authenticate = makeAuthenticateRequest({
    ...{ store, config, cookie: desk.cookies.session },
    ...{ credentials: limits.credentials, denials },
  })
  const admission = makeAdmission(config.maxRequests)
  const streams = makeStreams({
    ...{ metrics, max: config.maxStreams, maxPerCaller: config.maxStreamsPerCaller },
    ...{ maxPerCustomer: config.maxStreamsPerCustomer, maxPerAddress: config.maxStreamsPerAddress },
    heartbeatEveryMs: config.heartbeatEveryMs,
  })
  const answerGraphql = makeAnswerGraphql({
    ...{ store, config, log, authenticate, admission, desk, limits, denials, streams, metrics },
    later: later.add,
    feed: makeFeed({ store, log, lookEveryMs: config.lookEveryMs }),
    authenticateAgain: makeAuthenticateAgain({ store, config, cookie: desk.cookies.session }),
  })
  const isDraining = () => draining
  const clicks = makeClickQueue({ store, log, metrics })
  const visits = {
    ...{ findLink: makeFindLink(store), hashVisit: makeHashVisits(store) },
    ...{ boundClicks: makeBoundClicks(), clicks, log },
  }
  const findRoute = makeFindRoute(
    makeRoutes({ store, config, metrics, authenticate, answerGraphql, isDraining, limits, denials, visits }),
  )
  const logExchange = makeAccessLog({ log, metrics })
  const isWithinLimit = makeCallerLimit({
    maxPerAddress: config.maxConnectionsPerAddress,
    addressSource: config,
    onRefused: () => metrics.connectionsRefused.inc(),
  })

  return {
    drain: () => {
      draining = true
    },
    endConnections: () => {
      ending = true
      streams.stop()
    },
    writeNoted: async () => {
      await later.done(config.drainMs)
      await Promise.all([denials.stop(), clicks.stop()])
    },
    handler: (request, response) => {
      const exchange = openExchange(request, response)
      const endSpan = traceRequest(request)
      const { path, requestId } = exchange
      response.setHeader('x-request-id', requestId)
      if (draining) response.setHeader('connection', 'close')
      response.once('close', () => {
        // Not before: the other side may have sent its next request over a connection that it was told would stay open.
        if (ending) request.socket.end()
        logExchange(exchange)
        endSpan(exchange)
      })
      if (!isWithinLimit(request, response)) return answerFailure(new NoPlaceFree(), exchange, log)
      const route = findRoute(path, request.method)
      exchange.routePath = route.path
      route.answer(exchange).catch((error: unknown) => answerFailure(error, exchange, log))
    },
  }
}
