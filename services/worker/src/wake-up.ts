import { setTimeout as delay } from 'node:timers/promises'

/** Something to wait at that others may ring. */
export interface WakeUp {
  ring(): void
  /** Waits so long at most, milliseconds; returns at once when it was rung since the last wait, or the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Makes a wakeUp that nobody has rung. */
export function makeWakeUp(): WakeUp {
  let rung = new AbortController()
  return {
    ring: () => rung.abort(),
    async wait(milliseconds, signal) {
      const heard = rung.signal
      await pause(milliseconds, AbortSignal.any([heard, signal]))
      if (heard.aborted) rung = new AbortController()
    },
  }
}

/** Waits, or returns early when the signal fires. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
