import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The metrics of an API. Label values come from fixed lists: never a tenant, a person, or text that a caller sent. */
export interface ApiMetrics {
  readonly registry: Registry
  readonly requests: Counter<'kind' | 'code'>
  readonly requestSeconds: Histogram<'kind'>
  readonly connectionsRefused: Counter
  readonly throttled: Counter<'limit'>
  readonly bucketTakings: Counter<'outcome'>
  readonly guesses: Counter<'of'>
  readonly clicks: Counter<'outcome'>
  readonly streams: Gauge
  readonly streamsEnded: Counter<'code'>
}

const SECONDS_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Makes the metrics of an API in a registry that other parts of the process may share. */
export function makeApiMetrics(registry: Registry = new Registry()): ApiMetrics {
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'artel_http_requests_total',
      help: 'Answered requests, by kind (query, mutation, subscription, refused before it ran, page) and code (OK, an error code, an HTTP status).',
      labelNames: ['kind', 'code'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'artel_http_request_duration_seconds',
      help: 'Time from the request to the end of its answer, by kind.',
      labelNames: ['kind'],
      buckets: SECONDS_BUCKETS,
      registers,
    }),
    connectionsRefused: new Counter({
      name: 'artel_http_connections_refused_total',
      help: 'Connections, or behind a proxy requests, refused because their address held too many.',
      registers,
    }),
    throttled: new Counter({
      name: 'artel_throttled_total',
      help: 'Requests refused by a rate limit, by the name of the limit.',
      labelNames: ['limit'],
      registers,
    }),
    bucketTakings: new Counter({
      name: 'artel_rate_bucket_takings_total',
      help: 'Slices asked of the shared buckets of rate limits, by outcome (granted, refused, failed).',
      labelNames: ['outcome'],
      registers,
    }),
    guesses: new Counter({
      name: 'artel_guesses_total',
      help: 'What was tried and there is not: credentials, customers looked for by phone or card, codes of links, earn codes, codes to sign in.',
      labelNames: ['of'],
      registers,
    }),
    clicks: new Counter({
      name: 'artel_clicks_total',
      help: 'Visits by links, by outcome: written down (the first of an hour once), or dropped because too many waited.',
      labelNames: ['outcome'],
      registers,
    }),
    streams: new Gauge({
      name: 'artel_streams_open',
      help: 'Subscriptions that are open on this process.',
      registers,
    }),
    streamsEnded: new Counter({
      name: 'artel_streams_ended_total',
      help: 'Subscriptions that have ended, by why: LEFT where the caller closed it, else the code that it was told.',
      labelNames: ['code'],
      registers,
    }),
  }
}

/** Label values of one request, filled in while it is answered. */
export interface RequestFigures {
  kind: 'query' | 'mutation' | 'subscription' | 'refused' | 'page'
  /** OK or a stable error code; undefined = the HTTP status is used instead. */
  code: string | undefined
}

/** The label values of a request that has just arrived. */
export const startFigures = (path: string): RequestFigures => ({
  kind: path === '/graphql' ? 'refused' : 'page',
  code: undefined,
})
