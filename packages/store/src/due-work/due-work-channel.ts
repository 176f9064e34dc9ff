import pg from 'pg'
import type { Store } from '../store.ts'

/** The channel on which workers are told that something has become due. */
const DUE_WORK_CHANNEL = 'artel_due_work'
const FIRST_KEEP_ALIVE_MS = 10_000

/**
 * Tells workers that something has become due sooner than they would look. Only a hint, which nobody may hear: nothing
 * depends on it, and what it says is never more than that there is something.
 */
export async function announceDueWork(store: Pick<Store, 'pool'>): Promise<void> {
  await store.pool.query(`select pg_notify('${DUE_WORK_CHANNEL}', '')`)
}

/**
 * Calls `onNotification` once it listens, for what was said before, and whenever somebody announces due work, on a
 * connection of its own. Ends when the signal fires or the connection breaks; fails when there is none.
 */
export async function listenForDueWork({
  databaseUrl,
  signal,
  onNotification,
}: {
  readonly databaseUrl: string
  readonly signal: AbortSignal
  readonly onNotification: () => void
}): Promise<void> {
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
    onNotification()
    await over
  } finally {
    await client.end().catch(() => undefined)
  }
}
