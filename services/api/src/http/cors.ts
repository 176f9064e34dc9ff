import type { IncomingMessage, ServerResponse } from 'node:http'
import type { IsAllowedOrigin } from './allowed-origins.ts'

const ALLOWED_HEADERS =
  'authorization, content-type, accept, idempotency-key, last-event-id, x-request-id, artel-acting-for, artel-device'
const EXPOSED_HEADERS = 'x-request-id, retry-after, ratelimit, ratelimit-policy'
/** How long a browser may keep a preflight's answer, seconds. */
const PREFLIGHT_SECONDS = '600'

/**
 * Sets the CORS headers of a request from an allowed origin and answers preflights. Cookies are never allowed, because
 * callers authenticate with a header. Resolves to true when the response has been sent.
 */
export async function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  isAllowedOrigin: IsAllowedOrigin,
): Promise<boolean> {
  const { origin } = request.headers
  const preflight = request.method === 'OPTIONS'
  if (origin === undefined) {
    if (!preflight) return false
    response.writeHead(204, { allow: 'GET, POST, OPTIONS' }).end()
    return true
  }
  response.setHeader('vary', 'Origin')
  const allowed = await isAllowedOrigin(origin)
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('access-control-expose-headers', EXPOSED_HEADERS)
  }
  if (!preflight) return false
  if (!allowed) response.writeHead(403).end()
  else {
    response.writeHead(204, {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': ALLOWED_HEADERS,
      'access-control-max-age': PREFLIGHT_SECONDS,
    })
    response.end()
  }
  return true
}
