import { setTimeout as delay } from 'node:timers/promises'
import { MessageNotSentError } from '@artel/use-cases'

/** Longest that a gateway keeps a request waiting, all of its tries together. Milliseconds. */
const DEADLINE_MS = 12_000
const ATTEMPT_MS = 5_000
const ATTEMPTS = 3
const PAUSE_MS = 300
/** More than any answer has; what is longer is no answer of theirs. Bytes. */
const MAX_ANSWER_BYTES = 64 * 1024

/** What a gateway said to a message. */
export type GatewayVerdict =
  | 'TAKEN'
  /** It did not take it now; the same again may do. */
  | { readonly busy: string }
  /** It says that it has had the very same message of late: after a try that was not answered for, that try's. */
  | { readonly repeated: string }
  /** Nobody knows whether it took it. */
  | { readonly lost: string }
  /** It will not take it. */
  | { readonly refused: string }

/** One message as a gateway wants it. */
export interface GatewayCall {
  /** Its name, for errors. */
  readonly name: string
  readonly url: string
  /** The form's fields, secrets and personal data among them: they go into the body, never into an address. */
  readonly form: Readonly<Record<string, string>>
  /** Reads its answer, parsed JSON. */
  readonly judge: (answer: unknown) => GatewayVerdict
}

/**
 * Hands a message to a gateway over HTTP: tried again, within the deadline, while the gateway cannot be connected to or says that
 * it is busy. A message that was handed over and not answered for is not handed over again, for the person would get it twice:
 * the error says that it may have arrived. Redirects are not followed, since the body holds the secret.
 * Throws MessageNotSentError, which says the gateway's code and nothing else: its words may quote phone and text.
 */
export async function askGateway(call: GatewayCall): Promise<void> {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  let reason = 'no answer'
  /** Whether something that need not know what the gateway did has said no. */
  let isUnclear = false
  for (let attempt = 0; attempt < ATTEMPTS && !deadline.aborted; attempt += 1) {
    if (attempt > 0) await delay(PAUSE_MS * 2 ** attempt * Math.random())
    const verdict = await attemptOf(call, deadline)
    if (verdict === 'TAKEN') return
    if ('repeated' in verdict && isUnclear) return
    if ('refused' in verdict) throw notSent(call, verdict.refused)
    if ('lost' in verdict) throw notSent(call, verdict.lost, { mayHaveArrived: true })
    reason = 'busy' in verdict ? verdict.busy : verdict.repeated
    isUnclear ||= reason === UNAVAILABLE
  }
  throw notSent(call, reason)
}

const UNAVAILABLE = 'status 503'

const notSent = ({ name }: GatewayCall, reason: string, facts: { readonly mayHaveArrived?: boolean } = {}) =>
  new MessageNotSentError(`${name}: ${reason}`, facts)

/** What `fetch` fails with before anything was sent. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
])

const isNotConnected = (error: unknown): boolean =>
  NOT_CONNECTED.has(((error as Error).cause as { readonly code?: unknown } | undefined)?.code)

async function attemptOf({ url, form, judge }: GatewayCall, deadline: AbortSignal): Promise<GatewayVerdict> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: AbortSignal.any([deadline, AbortSignal.timeout(ATTEMPT_MS)]),
    })
    const text = await boundedText(response)
    const status = `status ${response.status}`
    if (response.status === 503 || response.status === 429) return { busy: status }
    if (response.status >= 500 || text === undefined) return { lost: status }
    if (!response.ok) return { refused: status }
    return judge(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return { lost: 'an answer that is no JSON' }
    return isNotConnected(error) ? { busy: 'not reached' } : { lost: 'no answer' }
  }
}

/** Undefined for an answer that is too long; the rest of it is not read. */
async function boundedText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_ANSWER_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The number under a name of an answer; undefined where there is none. */
export function numberIn(answer: unknown, name: string): number | undefined {
  const value = (answer as Readonly<Record<string, unknown>> | null)?.[name]
  return typeof value === 'number' ? value : undefined
}
