import { createHash, timingSafeEqual } from 'node:crypto'
import type { Registry } from 'prom-client'
import type { Exchange } from '../http/exchange.ts'
import { sendNotFound } from '../http/send-json.ts'

/**
 * Answers /metrics in Prometheus' text format. Metrics hold no personal data but reveal the volume of business, so they
 * need the token where there is one; without one they are open, except in production, where they are closed.
 */
export async function answerMetrics(
  { request, response }: Exchange,
  { registry, token, production }: { registry: Registry; token: string | null; production: boolean },
): Promise<void> {
  if (token === null ? production : !bears(request.headers.authorization, token))
    return sendNotFound(response)
  const text = await registry.metrics()
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  response.end(text)
}

function bears(authorization: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
