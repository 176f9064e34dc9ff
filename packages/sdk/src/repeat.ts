import { ArtelError } from './artel-error.ts'
import { observe } from './observe.ts'
import { retryDelay } from './retry-delay.ts'
import type { CallOptions, RequestEvent, Transport } from './transport.ts'
import { untilAborted } from './until-aborted.ts'

/** What is sent, attempt after attempt. */
export interface Repeated extends Pick<RequestEvent, 'operationName' | 'kind' | 'url'> {
  /** False: sent once. */
  readonly repeatable: boolean
}

/**
 * Makes attempts until one is answered, as often as the options allow and never before the API asked for. Rejects with
 * the last `ArtelError`, or with what else an attempt threw.
 */
export async function repeat<Result>(
  transport: Transport,
  { repeatable, operationName, kind, url }: Repeated,
  options: CallOptions,
  attempt: (event: RequestEvent) => Promise<Result>,
): Promise<Result> {
  const maxRetries = repeatable ? (options.maxRetries ?? transport.maxRetries) : 0
  for (let attempts = 1; ; attempts += 1) {
    const event = { operationName, kind, attempt: attempts, url }
    try {
      return await attempt(event)
    } catch (error) {
      if (!(error instanceof ArtelError)) throw error
      const delayMs = retryDelay(error, attempts, Math.random())
      if (!error.retryable || attempts > maxRetries || delayMs === undefined) throw error
      observe('onRetry', transport.onRetry, { ...event, delayMs, error })
      await wait(delayMs, options.signal)
    }
  }
}

/** Waits; rejects with the signal's reason when that comes first. */
export function wait(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, delayMs)
  })
  return untilAborted(over, signal).finally(() => clearTimeout(timer))
}
