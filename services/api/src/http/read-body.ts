import type { IncomingMessage } from 'node:http'

/** Largest request body, bytes. */
export const MAX_BODY_BYTES = 1_048_576

/** The body is larger than MAX_BODY_BYTES, by its content-length or as counted. */
export class BodyTooLarge extends Error {}
/** The caller closed the connection before the body was complete. */
export class BodyAborted extends Error {}
/** The body was the oldest unfinished one when unfinished bodies filled their memory. */
export class BodyTooSlow extends Error {}

/** The body was not complete in its time. */
export class BodyTimedOut extends Error {}

/** Reads a body as text. Rejects with BodyTooLarge, BodyAborted, BodyTooSlow or BodyTimedOut. */
export type ReadBody = (request: IncomingMessage) => Promise<string>

interface Unfinished {
  bytes: number
  readonly cutOff: () => void
}

/**
 * Makes the reader of bodies. It counts bytes as they arrive, so neither a false content-length nor an endless chunked
 * body fills the memory. Bodies that have only partly arrived share `maxUnfinishedBytes`: beyond it the oldest is given
 * up, because a body that keeps others waiting for memory is the one that does not end. One that is not complete after
 * `maxMs` is given up too.
 */
export function makeReadBody(maxUnfinishedBytes: number, maxMs: number): ReadBody {
  /** In order of arrival. */
  const unfinished = new Set<Unfinished>()
  let unfinishedBytes = 0

  function forget(body: Unfinished): void {
    if (unfinished.delete(body)) unfinishedBytes -= body.bytes
  }

  function makeRoom(): void {
    for (const body of unfinished) {
      if (unfinishedBytes <= maxUnfinishedBytes) return
      body.cutOff()
    }
  }

  return (request) => {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES)
      return Promise.reject(new BodyTooLarge())
    return new Promise((resolve, reject) => {
      let chunks: Buffer[] = []
      const timer = setTimeout(() => fail(new BodyTimedOut()), maxMs).unref()
      const fail = (error: Error) => {
        clearTimeout(timer)
        forget(body)
        chunks = []
        request.removeAllListeners('data').pause()
        reject(error)
      }
      const aborted = () =>
        fail(new BodyAborted('The caller closed the connection before the body was complete'))
      const body: Unfinished = { bytes: 0, cutOff: () => fail(new BodyTooSlow()) }
      unfinished.add(body)
      request.on('data', (chunk: Buffer) => {
        body.bytes += chunk.length
        unfinishedBytes += chunk.length
        chunks.push(chunk)
        if (body.bytes > MAX_BODY_BYTES) fail(new BodyTooLarge())
        else if (unfinishedBytes > maxUnfinishedBytes) makeRoom()
      })
      request.once('close', aborted)
      request.once('error', aborted)
      request.once('end', () => {
        clearTimeout(timer)
        forget(body)
        request.removeListener('close', aborted)
        resolve(chunks.length === 1 && chunks[0] ? chunks[0].toString() : Buffer.concat(chunks).toString())
      })
    })
  }
}
