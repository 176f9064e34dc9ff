import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '@artel/store'
import type { Context } from '@artel/use-cases'
import type { Logger } from 'pino'
import { dueCoalitions } from './due-coalitions.ts'
import { expireLots } from './jobs/expire-lots.ts'
import type { Job } from './jobs/job.ts'
import { releaseHolds } from './jobs/release-holds.ts'

/** What a worker runs on. */
export interface WorkerOptions {
  readonly store: Store
  /** Stops the worker: the batch in flight is finished, no other begins. */
  readonly signal: AbortSignal
  readonly log: Pick<Logger, 'info' | 'error'>
  /** Pause between two rounds; default 5. */
  readonly intervalSeconds?: number
}

/** Holds first: what they give back may be due to expire at once. */
const JOBS: readonly Job[] = [releaseHolds, expireLots]
const DEFAULT_INTERVAL_SECONDS = 5
/** Longest pause after rounds that failed; each failure in a row doubles the pause up to it. */
const MAX_PAUSE_SECONDS = 60

/**
 * Does due work of all coalitions, round after round, until the signal fires; then it resolves. Never rejects: what
 * fails is logged, the other coalitions are still served, and the next round waits longer. Any number of workers may
 * run on one database.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { signal, log } = options
  const intervalSeconds = options.intervalSeconds ?? DEFAULT_INTERVAL_SECONDS
  let failuresInARow = 0
  while (!signal.aborted) {
    const failed = await runRound(options).catch((error: unknown) => {
      log.error({ err: error }, 'Could not find due work')
      return true
    })
    failuresInARow = failed ? failuresInARow + 1 : 0
    const pauseSeconds = Math.min(
      intervalSeconds * 2 ** failuresInARow,
      Math.max(MAX_PAUSE_SECONDS, intervalSeconds),
    )
    await pause(pauseSeconds * 1000, signal)
  }
}

/** One pass over all coalitions with due work. Says whether any of it failed. */
async function runRound({ store, signal, log }: WorkerOptions): Promise<boolean> {
  const context: Context = { store, principal: { kind: 'operator' } }
  let failed = false
  for (const coalitionId of await dueCoalitions(store))
    for (const job of JOBS) {
      try {
        const done = await runJob(context, coalitionId, job, signal)
        if (done > 0) log.info({ job: job.name, coalitionId, done }, 'Due work done')
      } catch (error) {
        failed = true
        log.error({ err: error, job: job.name, coalitionId }, 'Due work failed; it is tried again')
      }
    }
  return failed
}

async function runJob(context: Context, coalitionId: string, job: Job, signal: AbortSignal): Promise<number> {
  let done = 0
  let more = true
  while (more && !signal.aborted) {
    const batch = await job.runBatch(context, coalitionId)
    done += batch.done
    more = batch.more
  }
  return done
}

/** Waits, or returns early when the signal fires. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
