import { lookup } from 'node:dns'
import {
  type ClientRequest,
  type IncomingMessage,
  type RequestOptions,
  request as requestHttp,
} from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type AttemptOutcome, type DueAttempt, isPublicAddress } from '@artel/use-cases'
import { useAgent as agentFor } from 'request-filtering-agent'
import { Webhook } from 'standardwebhooks'

/** What a receiver is given to answer, from the look-up of its host to the end of what it says. Milliseconds. */
export const ANSWER_MS = 15_000
/** So much of an answer is read and kept; what follows is cut off. Bytes. */
export const ANSWER_BYTES = 4_096

export interface SendOptions {
  /** Whether private addresses are good enough; never in production. */
  readonly allowPrivate: boolean
  /** Default: `ANSWER_MS`. */
  readonly answerMs?: number
  /** Default: the system's own. */
  readonly lookUp?: LookupFunction
}

/** What came of it. */
export interface SentWebhook {
  readonly outcome: AttemptOutcome
  readonly durationMs: number
  readonly responseStatus: number | null
  readonly responseBody: string | null
  readonly retryAfterSeconds: number | null
}

class AddressRefused extends Error {}

/**
 * Sends one message, signed by every secret that is valid, on a connection of its own. Redirects are not followed, and a
 * host whose address is private is not connected to, whatever it was when the endpoint was saved. Never rejects: what goes
 * wrong is an outcome.
 */
export async function sendWebhook(attempt: DueAttempt, options: SendOptions): Promise<SentWebhook> {
  const startedAt = performance.now()
  const deadline = AbortSignal.timeout(options.answerMs ?? ANSWER_MS)
  const ended = (came: Partial<SentWebhook> & Pick<SentWebhook, 'outcome'>): SentWebhook => ({
    ...{ responseStatus: null, responseBody: null, retryAfterSeconds: null },
    ...came,
    durationMs: Math.round(performance.now() - startedAt),
  })
  try {
    const response = await answerTo(attempt, deadline, options)
    const responseStatus = response.statusCode ?? 0
    const responseBody = await beginningOf(response)
    const retryAfterSeconds = secondsOf(response.headers['retry-after'])
    return ended({ outcome: outcomeOf(responseStatus), responseStatus, responseBody, retryAfterSeconds })
  } catch (error) {
    if (deadline.aborted) return ended({ outcome: 'TIMED_OUT' })
    return ended({ outcome: isRefusedAddress(error) ? 'ADDRESS_REFUSED' : 'UNREACHABLE' })
  }
}

function outcomeOf(status: number): AttemptOutcome {
  if (status >= 200 && status < 300) return 'DELIVERED'
  return status >= 300 && status < 400 ? 'REDIRECTED' : 'REFUSED'
}

/** The head of the answer. Rejects when there is none. */
function answerTo(
  { url, messageId, body, secrets }: DueAttempt,
  signal: AbortSignal,
  { allowPrivate, lookUp = lookup as LookupFunction }: SendOptions,
): Promise<IncomingMessage> {
  const { hostname, protocol } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new AddressRefused()
  const timestamp = new Date()
  const settings: RequestOptions = {
    method: 'POST',
    signal,
    agent: agentFor(url, { allowPrivateIPAddress: allowPrivate, allowMetaIPAddress: allowPrivate }),
    lookup: allowPrivate ? lookUp : publicOnly(lookUp),
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Artel-Webhooks/1',
      'webhook-id': messageId,
      'webhook-timestamp': String(Math.floor(timestamp.getTime() / 1_000)),
      'webhook-signature': secrets
        .map((secret) => new Webhook(secret).sign(messageId, timestamp, body))
        .join(' '),
    },
  }
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (protocol === 'https:' ? requestHttps : requestHttp)(url, settings)
    request.once('response', resolve)
    request.once('error', reject)
    // An answer that changes the protocol (101) ends in nothing but this.
    request.once('close', () => reject(new Error('The connection was closed without an answer')))
    request.end(body)
  })
}

/** A look-up that fails when one of the addresses is not public: the agent's own filter lets through what this does not. */
const publicOnly =
  (lookUp: LookupFunction): LookupFunction =>
  (host, options, done) =>
    lookUp(host, options, (error, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address)
      const isRefused = error === null && !addresses.every(isPublicAddress)
      done(isRefused ? (new AddressRefused() as NodeJS.ErrnoException) : error, found, family)
    })

/** The agent tells its own refusals by their words alone. */
const isRefusedAddress = (error: unknown): boolean =>
  error instanceof AddressRefused ||
  (error instanceof Error && / is not allowed\. Because/.test(error.message))

/** The beginning of an answer as text; the connection is closed behind it. Rejects when it does not come in time. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    bytes += part.length
    if (bytes >= ANSWER_BYTES) break
  }
  // The database takes no NUL.
  return Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString('utf8').replaceAll('\u0000', '\uFFFD')
}

/** Seconds of a Retry-After header; null when it has none, or a date, which the clock of neither side proves. */
const secondsOf = (header: string | undefined): number | null =>
  header !== undefined && /^\d{1,9}$/.test(header.trim()) ? Number(header) : null
