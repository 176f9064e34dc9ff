import { listenForDueWork } from '@artel/store'
import { pause } from './wake-up.ts'

const RECONNECT_MS = 5_000

/**
 * Calls `onNotification` when work is announced as due, for example after a sandbox's clock was moved, until the signal
 * fires. A lost notification only costs time, since polling finds the same work; a broken connection is therefore
 * reopened and not reported.
 */
export async function listenForNotifications(options: {
  readonly databaseUrl: string
  readonly signal: AbortSignal
  readonly onNotification: () => void
}): Promise<void> {
  const { signal } = options
  while (!signal.aborted) {
    await listenForDueWork(options).catch(() => undefined)
    await pause(RECONNECT_MS, signal)
  }
}
