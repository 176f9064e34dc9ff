import type { IncomingMessage } from 'node:http'

/** Largest request body, bytes. */
export const MAX_BODY_BYTES = 1_048_576

/** The body is larger than MAX_BODY_BYTES, by its content-length or as counted. */
export class BodyTooLarge extends Error {}
/** The caller closed the connection before the body was complete. */
export class BodyAborted extends Error {}

/**
 * Reads a body as text and counts its bytes as they arrive, so neither a false content-length nor an endless chunked
 * body fills the memory. Rejects with BodyTooLarge at the limit, with BodyAborted when the caller disconnects.
 */
export function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES)
    return Promise.reject(new BodyTooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const aborted = () =>
      reject(new BodyAborted('The caller closed the connection before the body was complete'))
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk)
      else {
        request.removeAllListeners('data').pause()
        reject(new BodyTooLarge())
      }
    })
    request.once('close', aborted)
    request.once('error', aborted)
    request.once('end', () => {
      request.removeListener('close', aborted)
      resolve(chunks.length === 1 && chunks[0] ? chunks[0].toString() : Buffer.concat(chunks).toString())
    })
  })
}
