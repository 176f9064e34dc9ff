import type { ArtelError } from './artel-error.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { errorOfReply, firstError, requestIdOf } from './error-of-reply.ts'
import { observe } from './observe.ts'
import { refusalData } from './refusal-data.ts'
import { repeat } from './repeat.ts'
import { NetworkError } from './system-errors.ts'
import type { CallOptions, RequestEvent, Transport } from './transport.ts'
import { refusalOf } from './unwrap.ts'

/** A file of the API, as it comes. */
export interface DownloadedFile {
  /** The name that the API gives it. */
  readonly fileName: string
  readonly mediaType: string
  /** Id of the request in the API's log. */
  readonly requestId: string | undefined
  /**
   * Its bytes, to be read once and to the end, or cancelled. Nothing is fetched ahead of the reader, so a file may be of
   * any length. Fails with an `ArtelError` when the file is cut off or nothing comes for `timeoutMs`, and with the reason
   * of the call's signal: what was read until then is no file.
   */
  readonly body: ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>
}

/**
 * Fetches a file of the API. Attempts are repeated until its first byte, not after it. Throws `NotFoundError`, another
 * `RefusalError` where the API refuses to make the file, and what any call throws.
 */
export function download(
  transport: Transport,
  file: { readonly operationName: string; readonly path: string },
  options: CallOptions = {},
): Promise<DownloadedFile> {
  const { operationName } = file
  const url = new URL(file.path, transport.url).href
  const repeated = { operationName, kind: 'query' as const, url, repeatable: true }
  return repeat(transport, repeated, options, async (event) => {
    const deadline = startDeadline(options.timeoutMs ?? transport.timeoutMs, options.signal)
    try {
      return await begin(transport, event, deadline)
    } catch (error) {
      deadline.release()
      throw error
    }
  })
}

async function begin(transport: Transport, event: RequestEvent, deadline: Deadline): Promise<DownloadedFile> {
  const { signal } = deadline
  const authorization = await deadline.race(transport.authorization.header())
  const { 'content-type': _, accept: __, ...headers } = transport.headers
  signal.throwIfAborted()
  observe('onRequest', transport.onRequest, event)
  const startedAtMs = performance.now()
  // Called bare, as everywhere: a browser's fetch throws as a method of another object.
  const { fetch } = transport
  const init = { headers: { ...headers, ...(authorization !== undefined && { authorization }) }, signal }
  const response = await fetch(event.url, init).catch((cause: unknown) => {
    throw brokenBy(cause, signal)
  })
  const refused = response.ok ? undefined : await response.json().catch(() => undefined)
  signal.throwIfAborted()
  const requestId = requestIdOf(response, refused)
  const elapsedMs = performance.now() - startedAtMs
  observe('onResponse', transport.onResponse, { ...event, status: response.status, requestId, elapsedMs })
  if (!response.ok) throw refusedBy(response, refused)
  return {
    fileName: /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file',
    mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
    requestId,
    body: streamOf(response, deadline),
  }
}

/** A refusal of business as its class: the API says it by code, with the status of a document that cannot be had. */
function refusedBy(response: Response, body: unknown): ArtelError {
  const error = firstError(body)
  const { code, requestId: _, ...facts } = error?.extensions ?? {}
  if ((response.status !== 404 && response.status !== 422) || typeof code !== 'string')
    return errorOfReply(response, body)
  const message = typeof error?.message === 'string' ? error.message : code
  return refusalOf({ ...refusalData(code, message), ...facts }, requestIdOf(response, body))
}

/** The body under a clock that runs while somebody waits for the next piece, and not while they write it down. */
function streamOf(response: Response, deadline: Deadline): DownloadedFile['body'] {
  deadline.pause()
  const reader = response.body?.getReader()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        deadline.resume()
        try {
          const piece = await reader?.read()
          deadline.pause()
          if (piece && !piece.done) return controller.enqueue(piece.value)
          deadline.release()
          controller.close()
        } catch (cause) {
          deadline.release()
          throw brokenBy(cause, deadline.signal)
        }
      },
      async cancel(reason) {
        deadline.release()
        await reader?.cancel(reason)
      },
    },
    // Nothing is pulled before it is asked for.
    { highWaterMark: 0 },
  ) as DownloadedFile['body']
}

/** An abort leaves with the reason it was given: the caller's own, or the time-out. */
const brokenBy = (cause: unknown, signal: AbortSignal): unknown =>
  signal.aborted ? signal.reason : new NetworkError(cause)
