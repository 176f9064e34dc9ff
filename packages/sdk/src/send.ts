import { ArtelError } from './artel-error.ts'
import { errorOfReply, firstError, requestIdOf } from './error-of-reply.ts'
import { retryDelay } from './retry-delay.ts'
import { AuthenticationError, NetworkError, TimeoutError } from './system-errors.ts'
import type { Answer, CallOptions, GraphQLCall, RequestEvent, Transport } from './transport.ts'

/**
 * Sends a call until it is answered: repeats what may be repeated, renews the credential once after a 401.
 * Rejects with an `ArtelError`, or with the reason of the caller's signal.
 */
export async function send(transport: Transport, call: GraphQLCall, options: CallOptions): Promise<Answer> {
  const maxRetries = call.repeatable ? (options.maxRetries ?? transport.maxRetries) : 0
  let retries = 0
  let renewed = false
  for (let attempt = 1; ; attempt += 1) {
    options.signal?.throwIfAborted()
    const event: RequestEvent = {
      operationName: call.operationName,
      kind: call.kind,
      attempt,
      url: transport.url,
    }
    try {
      return await sendOnce(transport, call, event, options)
    } catch (error) {
      if (!(error instanceof ArtelError)) throw error
      // A 401 comes before anything is done, so any call may be sent again with a new credential.
      if (error instanceof AuthenticationError && !renewed && (await transport.authorization.renew())) {
        renewed = true
        continue
      }
      const delayMs = retryDelay(error, retries + 1, Math.random())
      if (!error.retryable || retries >= maxRetries || delayMs === undefined) throw error
      retries += 1
      observe('onRetry', transport.onRetry, { ...event, delayMs, error })
      await delay(delayMs, options.signal)
    }
  }
}

async function sendOnce(
  transport: Transport,
  call: GraphQLCall,
  event: RequestEvent,
  options: CallOptions,
): Promise<Answer> {
  const authorization = await transport.authorization.header()
  observe('onRequest', transport.onRequest, event)
  const startedAtMs = performance.now()
  const timeoutMs = options.timeoutMs ?? transport.timeoutMs
  const { response, text } = await exchange(transport, call, authorization, timeoutMs, options.signal)
  const body = parseJson(text)
  const requestId = requestIdOf(response, body)
  const elapsedMs = performance.now() - startedAtMs
  observe('onResponse', transport.onResponse, { ...event, status: response.status, requestId, elapsedMs })
  // Data next to an error has holes where its types promise values, so any error fails the call.
  if (firstError(body) !== undefined) throw errorOfReply(response, body)
  if (typeof body !== 'object' || body === null || !('data' in body) || body.data === null) {
    throw errorOfReply(response, body)
  }
  return { data: body.data, requestId }
}

async function exchange(
  transport: Transport,
  call: GraphQLCall,
  authorization: string | undefined,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<{ response: Response; text: string }> {
  const controller = new AbortController()
  const onAbort = () => controller.abort(signal?.reason)
  const timer = setTimeout(() => controller.abort(new TimeoutError(timeoutMs)), timeoutMs)
  signal?.addEventListener('abort', onAbort)
  try {
    // Called bare: a browser's fetch throws when it is called as a method of another object.
    const { fetch } = transport
    const response = await fetch(transport.url, {
      method: 'POST',
      headers: { ...transport.headers, ...(authorization !== undefined && { authorization }) },
      body: call.body,
      signal: controller.signal,
    })
    // The time-out covers the body as well: a reply that stalls half-way is no reply.
    return { response, text: await response.text() }
  } catch (cause) {
    // An abort leaves with the reason it was given: the caller's own, or the time-out.
    if (controller.signal.aborted) throw controller.signal.reason
    throw new NetworkError(cause)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is an answer too: the status decides which error it is.
    return undefined
  }
}

function observe<Event>(name: string, hook: ((event: Event) => void) | undefined, event: Event): void {
  try {
    hook?.(event)
  } catch (error) {
    console.error(`@artel/sdk: the ${name} hook threw`, error)
  }
}

function delay(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort)
      resolve()
    }, delayMs)
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
