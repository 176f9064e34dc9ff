import { describeFailure } from '@artel/use-cases'
import type { Logger } from 'pino'
import type { WorkerMetrics } from './metrics.ts'
import type { Queues, TakenJob } from './queues/open-queues.ts'
import type { QueueName } from './queues/queue-schema.ts'
import { traceWork } from './tracing/trace-work.ts'
import { pause, type WakeUp } from './wake-up.ts'

export interface QueueWork {
  readonly queue: QueueName
  readonly queues: Pick<Queues, 'take' | 'complete' | 'fail'>
  /** Does a job; what it throws gives the job back. */
  readonly handle: (job: TakenJob) => Promise<void>
  /** Sent when a job was put into the queue, so that it does not wait for the next poll. */
  readonly wakeUp: WakeUp
  /** Finishes the job in flight and ends the work. */
  readonly signal: AbortSignal
  readonly pollMs: number
  readonly log: Pick<Logger, 'info' | 'error'>
  readonly metrics: WorkerMetrics
}

const PAUSE_AFTER_FAILURE_MS = 1_000

/** Takes one job after the other from a queue until the signal fires. Never rejects: what fails is logged. */
export async function workQueue(work: QueueWork): Promise<void> {
  const { queue, queues, wakeUp, signal, pollMs, log } = work
  while (!signal.aborted) {
    try {
      const job = await queues.take(queue)
      if (job) await workJob(work, job)
      else await wakeUp.wait(pollMs, signal)
    } catch (error) {
      log.error({ job: queue, err: describeFailure(error) }, 'A queue cannot be worked just now')
      await pause(PAUSE_AFTER_FAILURE_MS, signal)
    }
  }
}

async function workJob({ queues, handle, metrics, log }: QueueWork, job: TakenJob): Promise<void> {
  const endTimer = metrics.jobSeconds.startTimer({ queue: job.queue })
  try {
    await traceWork(`job ${job.queue}`, coalitionOf(job), () => handle(job))
  } catch (error) {
    metrics.jobs.inc({ queue: job.queue, outcome: 'failed' })
    log.error(
      { job: job.queue, coalitionId: job.coalitionId, err: describeFailure(error) },
      'Due work failed; it is tried again',
    )
    return await queues.fail(job, error)
  } finally {
    endTimer()
  }
  metrics.jobs.inc({ queue: job.queue, outcome: 'completed' })
  await queues.complete(job)
}

const coalitionOf = ({ coalitionId }: TakenJob) =>
  coalitionId === undefined ? {} : { 'artel.coalition_id': coalitionId }
