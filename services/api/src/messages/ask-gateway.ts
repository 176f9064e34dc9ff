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
 * Hands a message to a gateway over HTTP: tried again, within the deadline, while the gateway cannot be reached or says that it is
 * busy. Redirects are not followed, since the body holds the secret. A try whose answer was lost may have been taken: then the
 * person gets the same message twice.
 * Throws MessageNotSentError, which says the gateway's code and nothing else: its words may quote phone and text.
 */
export async function askGateway(call: GatewayCall): Promise<void> {
  const deadline = AbortSignal.timeout(DEADLINE_MS)
  let reason = 'no answer'
  for (let attempt = 0; attempt < ATTEMPTS && !deadline.aborted; attempt += 1) {
    if (attempt > 0) await delay(PAUSE_MS * 2 ** attempt * Math.random())
    const verdict = await attemptOf(call, deadline)
    if (verdict === 'TAKEN') return
    if ('refused' in verdict) throw new MessageNotSentError(`${call.name}: ${verdict.refused}`)
    reason = verdict.busy
  }
  throw new MessageNotSentError(`${call.name}: ${reason}`)
}

async function attemptOf({ url, form, judge }: GatewayCall, deadline: AbortSignal): Promise<GatewayVerdict> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.any([deadline, AbortSignal.timeout(ATTEMPT_MS)]),
    })
    const text = await boundedText(response)
    if (response.status >= 500 || response.status === 429) return { busy: `status ${response.status}` }
    if (!response.ok || text === undefined) return { refused: `status ${response.status}` }
    return judge(JSON.parse(text))
  } catch (error) {
    return error instanceof SyntaxError ? { refused: 'an answer that is no JSON' } : { busy: 'not reached' }
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
