import { TimeoutError } from './system-errors.ts'
import { untilAborted } from './until-aborted.ts'

/** The end of one attempt: the caller's own abort, or the time-out. */
export interface Deadline {
  /** Aborts with the caller's reason, or with a `TimeoutError`. */
  readonly signal: AbortSignal
  /** Waits for a promise that knows no signal; rejects with the signal's reason when the attempt ends first. */
  race<Value>(promise: Promise<Value>): Promise<Value>
  /** Stops the clock: what comes next may take as long as it likes. The caller may still abort. */
  pause(): void
  /** Starts the clock anew, with all of the time-out. */
  resume(): void
  /** Lets go of the timer and of the caller's signal. */
  release(): void
}

/** Starts the clock of one attempt. */
export function startDeadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const onAbort = () => controller.abort(caller?.reason)
  let timer: ReturnType<typeof setTimeout> | undefined
  const pause = () => clearTimeout(timer)
  const resume = () => {
    pause()
    timer = setTimeout(() => controller.abort(new TimeoutError(timeoutMs)), timeoutMs)
  }
  resume()
  if (caller?.aborted === true) onAbort()
  caller?.addEventListener('abort', onAbort)
  return {
    signal,
    race: (promise) => untilAborted(promise, signal),
    pause,
    resume,
    release() {
      pause()
      caller?.removeEventListener('abort', onAbort)
    },
  }
}
