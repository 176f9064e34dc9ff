import type { IncomingMessage, ServerResponse } from 'node:http'
import { type RequestFigures, startFigures } from '../metrics/api-metrics.ts'
import { requestIdOf } from './request-id.ts'

/** One request and its response, with what the API knows about it before anything is read. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The path without its query. It is not decoded, so no encoded character can bypass a comparison. */
  readonly path: string
  readonly requestId: string
  /** Filled in while the request is answered, read when the response closes. */
  readonly figures: RequestFigures
  /** The route's path, `*` for none: a path that nobody knows may be a secret. For the access log; set when it is found. */
  routePath: string
  /** Public id of the API key or the session that authenticated the request, for the access log; set by authentication. */
  keyId: string | undefined
  /** `performance.now()` when the request arrived. */
  readonly startedAtMs: number
}

/** Starts the exchange of a request that has just arrived. */
export function openExchange(request: IncomingMessage, response: ServerResponse): Exchange {
  const startedAtMs = performance.now()
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const requestId = requestIdOf(request.headers['x-request-id'])
  return {
    ...{ request, response, path, requestId, figures: startFigures(path), startedAtMs },
    ...{ routePath: '*', keyId: undefined },
  }
}
