import { type Deadline, startDeadline } from './deadline.ts'
import { errorOfReply, firstError, requestIdOf } from './error-of-reply.ts'
import { observe } from './observe.ts'
import { repeat } from './repeat.ts'
import { AuthenticationError, NetworkError } from './system-errors.ts'
import type { Answer, CallOptions, GraphQLCall, RequestEvent, Transport } from './transport.ts'

/**
 * Sends a call until it is answered, repeating what may be repeated. Rejects with an `ArtelError`, or with the
 * reason of the caller's signal.
 */
export function send(transport: Transport, call: GraphQLCall, options: CallOptions): Promise<Answer> {
  return repeat(transport, { ...call, url: transport.url }, options, async (event) => {
    const deadline = startDeadline(options.timeoutMs ?? transport.timeoutMs, options.signal)
    try {
      return await sendAuthorized(transport, call, event, deadline)
    } finally {
      deadline.release()
    }
  })
}

/** A 401 comes before anything is done, so any call may be sent once more with a newer credential. */
async function sendAuthorized(
  transport: Transport,
  call: GraphQLCall,
  event: RequestEvent,
  deadline: Deadline,
): Promise<Answer> {
  const used = await deadline.race(transport.authorization.header())
  try {
    return await exchange(transport, call, event, used, deadline.signal)
  } catch (error) {
    if (!(error instanceof AuthenticationError) || !transport.authorization.replace(used)) throw error
    const newer = await deadline.race(transport.authorization.header())
    return await exchange(transport, call, event, newer, deadline.signal)
  }
}

async function exchange(
  transport: Transport,
  call: GraphQLCall,
  event: RequestEvent,
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted()
  observe('onRequest', transport.onRequest, event)
  const startedAtMs = performance.now()
  const { response, text } = await post(transport, call.body, authorization, signal)
  const body = parseJson(text)
  transport.onReply?.(response, body)
  const requestId = requestIdOf(response, body)
  const elapsedMs = performance.now() - startedAtMs
  observe('onResponse', transport.onResponse, { ...event, status: response.status, requestId, elapsedMs })
  // Data next to an error has holes where its types promise values, so any error fails the call.
  const { data } = Object(body) as { data?: unknown }
  if (firstError(body) !== undefined || data === undefined || data === null)
    throw errorOfReply(response, body)
  return { data, requestId }
}

async function post(
  transport: Transport,
  body: string,
  authorization: string | undefined,
  signal: AbortSignal,
): Promise<{ response: Response; text: string }> {
  // Called bare: a browser's fetch throws when it is called as a method of another object.
  const { fetch } = transport
  const device = authorization && transport.deviceId?.()
  const headers = {
    ...transport.headers,
    ...(authorization !== undefined && { authorization }),
    ...(device && { 'artel-device': device }),
  }
  try {
    const response = await fetch(transport.url, { method: 'POST', headers, body, signal })
    // Read under the same signal: a reply that stalls half-way is no reply.
    return { response, text: await response.text() }
  } catch (cause) {
    // An abort leaves with the reason it was given: the caller's own, or the time-out.
    if (signal.aborted) throw signal.reason
    throw new NetworkError(cause, transport.url)
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
