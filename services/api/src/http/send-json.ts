import type { ServerResponse } from 'node:http'

/** Sends a small JSON body that must not be cached. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}

/** Sends the 404 of a path that the API does not serve, or does not serve to this caller. */
export function sendNotFound(response: ServerResponse): void {
  sendJson(response, 404, { error: 'There is nothing here. The routes are listed at /.' })
}
