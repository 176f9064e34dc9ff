import { ArtelError } from './artel-error.ts'
import { errorOfReply, firstError } from './error-of-reply.ts'
import { observe } from './observe.ts'
import { readEvents } from './read-events.ts'
import { wait } from './repeat.ts'
import { retryDelay } from './retry-delay.ts'
import { AuthenticationError, NetworkError, TimeoutError } from './system-errors.ts'
import type { Transport } from './transport.ts'

/** Options of a subscription. */
export interface SubscribeOptions {
  /** Ends the subscription: what reads it gets the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /**
   * Cursor of the last event that you have dealt with: the stream goes on after it.
   *
   * @defaultValue from now on
   */
  readonly after?: string | undefined
}

/** One event of a subscription. */
export interface LiveEvent<Data> {
  readonly data: Data
  /** Keep it with what you made of the event: `after` goes on from here. */
  readonly cursor: string
}

/** The body and the name of a subscription's document. */
export interface SubscriptionCall {
  readonly body: string
  readonly operationName: string | undefined
}

/** The API says something every 15 seconds; a connection that is silent for longer is dead. */
const SILENCE_MS = 45_000
/** A process that stops ends all of its streams at once: the first pause is one that spreads them over a second and a half. */
const SPREAD = 3

/**
 * The events of a subscription for as long as somebody reads them. What breaks or is ended by the API for a while is opened
 * again after the last cursor, with growing pauses; what it refuses for good is thrown as an `ArtelError`.
 */
export async function* subscribe<Data>(
  transport: Transport,
  call: SubscriptionCall,
  { signal, after }: SubscribeOptions,
): AsyncGenerator<LiveEvent<Data>, undefined> {
  let cursor = after
  let attempts = 0
  let refused: string | undefined
  for (;;) {
    signal?.throwIfAborted()
    const header = await transport.authorization.header()
    try {
      for await (const event of openOnce<Data>(transport, call, { header, cursor, signal })) {
        cursor = event.cursor
        attempts = 0
        refused = undefined
        yield event
      }
      return
    } catch (error) {
      if (signal?.aborted) throw signal.reason
      if (!(error instanceof ArtelError)) throw error
      // A token ends in the middle of a stream: once with another one, and at once.
      const isRenewed =
        error instanceof AuthenticationError && header !== refused && transport.authorization.replace(header)
      refused = header
      if (isRenewed) continue
      attempts += 1
      const delayMs = retryDelay(error, attempts + SPREAD, Math.random())
      if (!error.retryable || delayMs === undefined) throw error
      const { operationName } = call
      const event = { operationName, kind: 'subscription', attempt: attempts, url: transport.url } as const
      observe('onRetry', transport.onRetry, { ...event, delayMs, error })
      await wait(delayMs, signal)
    }
  }
}

interface Opening {
  readonly header: string | undefined
  readonly cursor: string | undefined
  readonly signal: AbortSignal | undefined
}

/** One connection. Ends when the API says `complete`; throws an `ArtelError` for an error in it, and where it breaks. */
async function* openOnce<Data>(
  transport: Transport,
  { body }: SubscriptionCall,
  { header, cursor, signal }: Opening,
): AsyncGenerator<LiveEvent<Data>, undefined> {
  const watchdog = startWatchdog(signal)
  try {
    const { fetch } = transport
    const response = await fetch(transport.url, {
      method: 'POST',
      headers: {
        ...transport.headers,
        accept: 'text/event-stream',
        ...(header !== undefined && { authorization: header }),
        ...(cursor !== undefined && { 'last-event-id': cursor }),
      },
      body,
      signal: watchdog.signal,
    })
    if (!response.headers.get('content-type')?.startsWith('text/event-stream'))
      throw errorOfReply(response, parsed(await response.text()))
    for await (const { name, data, id } of readEvents(response.body ?? new ReadableStream(), watchdog.rest)) {
      if (name === 'complete') return
      const result = parsed(data)
      if (firstError(result) !== undefined) throw errorOfReply(response, result)
      // The document's type is the schema's word on the shape of its data.
      yield { data: (result as { data: Data }).data, cursor: id ?? '' }
    }
    throw new NetworkError(new Error('the stream broke off'), transport.url)
  } catch (error) {
    if (error instanceof ArtelError) throw error
    if (watchdog.signal.aborted) throw watchdog.signal.reason
    throw new NetworkError(error, transport.url)
  } finally {
    watchdog.release()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A page of a proxy: the status decides which error it is.
    return undefined
  }
}

/** Aborts a connection over which nothing comes, or whose reader has left. */
function startWatchdog(caller: AbortSignal | undefined) {
  const controller = new AbortController()
  const onAbort = () => controller.abort(caller?.reason)
  const startTimer = () => setTimeout(() => controller.abort(new TimeoutError(SILENCE_MS)), SILENCE_MS)
  let timer = startTimer()
  if (caller?.aborted) onAbort()
  caller?.addEventListener('abort', onAbort)
  return {
    signal: controller.signal,
    rest() {
      clearTimeout(timer)
      timer = startTimer()
    },
    release() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
      controller.abort()
    },
  }
}
