import { points } from '@artel/ledger'
import { post, type Store } from '@artel/store'
import { saleCommand } from './sale-command.ts'
import { showProgress } from './show-progress.ts'
import type { BenchWorld } from './world.ts'

/** Enough for full batches, few enough that none waits long. */
const POSTS_AT_ONCE = 1_000
const LONGEST_WAIT_MS = 120_000
/** One point is earned on so much of a bill, in kopecks. */
const BILL_MINOR_A_POINT = 2_000n

/**
 * Posts `sales` sales through the store, each of which gives one lot of `lotPoints` points, to one customer after
 * another and round again. `done` is how many an earlier call has given.
 */
export async function issueLots(
  store: Store,
  world: BenchWorld,
  { sales, lotPoints, title, done = 0 }: { sales: number; lotPoints: bigint; title: string; done?: number },
): Promise<void> {
  const progress = showProgress(title, sales)
  const { coalitionId, customerIds } = world
  const totalMinor = lotPoints * BILL_MINOR_A_POINT
  for (let at = 0; at < sales; at += POSTS_AT_ONCE) {
    const count = Math.min(POSTS_AT_ONCE, sales - at)
    const posted = Array.from({ length: count }, (_, offset) => {
      const customerId = customerIds[(done + at + offset) % customerIds.length] ?? ''
      const command = saleCommand(world, { customerId, totalMinor, spent: points(0n) })
      return post(store, coalitionId, command, { deadlineMs: LONGEST_WAIT_MS })
    })
    await Promise.all(posted)
    progress(at + count)
  }
}
