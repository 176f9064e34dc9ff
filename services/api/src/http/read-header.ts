import type { IncomingMessage } from 'node:http'

/** Reads a header that may occur once; null when it is absent. `name` is lower-case. */
export function readHeader(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name]
  return typeof value === 'string' ? value : null
}
