import { setTimeout as delay } from 'node:timers/promises'

/** Ends the wait of an idle queue early when there is work for it. */
export interface WakeUp {
  send(): void
  /** Waits at most this long, milliseconds; returns at once after a `send` since the last wait, or when the signal fires. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Makes a wake-up that nobody has sent yet. */
export function makeWakeUp(): WakeUp {
  let sent = new AbortController()
  return {
    send: () => sent.abort(),
    async wait(milliseconds, signal) {
      const received = sent.signal
      await pause(milliseconds, AbortSignal.any([received, signal]))
      if (received.aborted) sent = new AbortController()
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
