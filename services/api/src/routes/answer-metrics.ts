import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Registry } from 'prom-client'
import { sendJson } from './health.ts'

/**
 * Answers /metrics in Prometheus' text. The figures name nobody, but they tell how much business a deployment does: in
 * production they are shown only to who has the token, and to nobody where there is none.
 */
export async function answerMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  { registry, token, production }: { registry: Registry; token: string | null; production: boolean },
): Promise<void> {
  if (token === null ? production : !bears(request.headers.authorization, token))
    return sendJson(response, 404, { error: 'There is nothing here. The routes are listed at /.' })
  const text = await registry.metrics()
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  response.end(text)
}

function bears(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
