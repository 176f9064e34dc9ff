import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { QueueCount } from './queues/open-queues.ts'

/** What a worker counts. Labels name queues and outcomes, never a coalition, a member or a person. */
export interface WorkerMetrics {
  readonly registry: Registry
  readonly jobs: Counter<'queue' | 'outcome'>
  readonly jobSeconds: Histogram<'queue'>
  /** Holds released, lots expired, reminders written, books audited. */
  readonly done: Counter<'queue'>
  /** Attempts at webhooks that ended, by what came of them. */
  readonly webhooks: Counter<'outcome'>
  /** Where the lengths of the queues are read, at each scrape; set once the queues are open. */
  countQueues: (() => Promise<QueueCount[]>) | undefined
}

const SECONDS_BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** Makes the figures of a worker, in a registry that other parts of the process may share. */
export function makeWorkerMetrics(registry: Registry = new Registry()): WorkerMetrics {
  const registers = [registry]
  const metrics: WorkerMetrics = {
    registry,
    jobs: new Counter({
      name: 'artel_worker_jobs_total',
      help: 'Jobs that ended, by queue and outcome (completed, failed).',
      labelNames: ['queue', 'outcome'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'artel_worker_job_duration_seconds',
      help: 'Time that a job took, by queue.',
      labelNames: ['queue'],
      buckets: SECONDS_BUCKETS,
      registers,
    }),
    done: new Counter({
      name: 'artel_worker_done_total',
      help: 'Things dealt with, by queue: holds released, lots expired, reminders written, books audited.',
      labelNames: ['queue'],
      registers,
    }),
    webhooks: new Counter({
      name: 'artel_worker_webhook_attempts_total',
      help: 'Attempts at webhooks that ended, by outcome (DELIVERED, REFUSED, REDIRECTED, TIMED_OUT ...).',
      labelNames: ['outcome'],
      registers,
    }),
    countQueues: undefined,
  }
  new Gauge({
    name: 'artel_worker_queue_jobs',
    help: 'Jobs in the queues of the whole deployment, by queue and state (waiting, active, failed).',
    labelNames: ['queue', 'state'],
    registers,
    async collect() {
      this.reset()
      // Without a database there is no length to tell; the other figures are still worth reading.
      const counts = await metrics.countQueues?.().catch(() => [])
      for (const { queue, state, count } of counts ?? []) this.set({ queue, state }, count)
    },
  })
  return metrics
}
