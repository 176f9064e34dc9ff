import type { Store } from '@artel/store'

/** The channel on which workers are told that something has become due. */
export const DUE_WORK_CHANNEL = 'artel_due_work'

/**
 * Tells workers that something has become due sooner than they would look. Only a hint, which nobody may hear: nothing
 * depends on it, and what it says is never more than that there is something.
 */
export async function announceDueWork(store: Pick<Store, 'pool'>): Promise<void> {
  await store.pool.query(`select pg_notify('${DUE_WORK_CHANNEL}', '')`)
}
