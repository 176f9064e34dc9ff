import { DUE_WORK_CHANNEL } from '@artel/use-cases'
import pg from 'pg'
import { pause } from './wake-up.ts'

const RECONNECT_MS = 5_000
const FIRST_KEEP_ALIVE_MS = 10_000

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
    await listenUntilBroken(options).catch(() => undefined)
    await pause(RECONNECT_MS, signal)
  }
}

async function listenUntilBroken({
  databaseUrl,
  signal,
  onNotification,
}: Parameters<typeof listenForNotifications>[0]): Promise<void> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'artel-worker-notifications',
    options: '-c role=artel_app',
    keepAlive: true,
    keepAliveInitialDelayMillis: FIRST_KEEP_ALIVE_MS,
  })
  const over = new Promise<void>((resolve) => {
    client.once('error', () => resolve())
    client.once('end', () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  try {
    await client.connect()
    client.on('notification', onNotification)
    await client.query(`listen ${DUE_WORK_CHANNEL}`)
    // Work may have been announced while nobody listened.
    onNotification()
    await over
  } finally {
    await client.end().catch(() => undefined)
  }
}
