import type { Store } from '@artel/store'
import { describeFailure, type ExportReader } from '@artel/use-cases'
import type { Logger } from 'pino'
import { findDue } from './find-due.ts'
import { JOBS } from './jobs/jobs.ts'
import { listenForNotifications } from './listen-for-notifications.ts'
import { makeWorkerMetrics, type WorkerMetrics } from './metrics.ts'
import { openQueues, type Queues, type TakenJob } from './queues/open-queues.ts'
import { FIND_DUE, QUEUES, type QueueName } from './queues/queue-schema.ts'
import { runSlice } from './run-slice.ts'
import { makeWakeUp, pause, type WakeUp } from './wake-up.ts'
import { deliverWebhooks, type WebhookSettings } from './webhooks/deliver-webhooks.ts'
import { workQueue } from './work-queue.ts'

/** What a worker runs on. */
export interface WorkerOptions {
  readonly store: Store
  /** The same database: the audit and the listener for notifications have connections of their own. */
  readonly databaseUrl: string
  /** Stops the worker: the batches in flight are finished, no other begins. */
  readonly signal: AbortSignal
  readonly log: Pick<Logger, 'info' | 'error'>
  /** How often, in the whole deployment, due work is looked for without a notification; default 5. */
  readonly lookEverySeconds?: number
  /** After so long the work of a worker that died is taken up by another; default: each job's own, 30 for most. */
  readonly leaseSeconds?: number
  readonly metrics?: WorkerMetrics
  /** How webhooks are sent; left out, to public addresses alone, and without an answer to any endpoint's query. */
  readonly webhooks?: WebhookSettings
  /** Reads lists for the files that are made of them; without it they wait for a worker that has one. */
  readonly exportReader?: ExportReader
  /** Told once, when the queues are open and the worker works. */
  readonly onReady?: () => void
}

const DEFAULT_LOOK_EVERY_SECONDS = 5
/** How often a queue that is empty is looked at: what another worker has put in is found so late at most. */
const POLL_MS = 1_000
const LONGEST_SLICE_MS = 3_000
/** Pause between attempts to open the queues: the database may be away, or not installed yet. */
const OPEN_AGAIN_MS = 2_000

/** A worker at work: its queues, and a wake-up for each that is sent when a job was put in. */
interface Workplace extends WorkerOptions {
  readonly queues: Queues
  readonly wakeUps: ReadonlyMap<QueueName, WakeUp>
  readonly metrics: WorkerMetrics
  /** Sent when there are deliveries to make. */
  readonly deliveriesMade: WakeUp
}

/**
 * Does due work of all coalitions until the signal fires; then it resolves. Never rejects: what fails is logged, given
 * back to its queue and tried again. Any number of workers may run on one database, and one that is killed leaves
 * nothing behind that the others do not take up. `installQueues` must have run.
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { signal, log, metrics = makeWorkerMetrics() } = options
  const queues = await openQueuesWithRetry(options)
  if (!queues) return
  const wakeUps = new Map(QUEUES.map((queue) => [queue, makeWakeUp()]))
  const place: Workplace = { ...options, metrics, queues, wakeUps, deliveriesMade: makeWakeUp() }
  metrics.countQueues = queues.counts
  options.onReady?.()
  await Promise.all([
    requestLooksPeriodically(place),
    listenUnlessPooled(place),
    deliverWebhooks({ ...place, settings: options.webhooks ?? {}, wakeUp: place.deliveriesMade }),
    ...QUEUES.map((queue) =>
      workQueue({
        queue,
        queues,
        handle: (job) => (queue === FIND_DUE ? enqueueDueWork(place) : doWork(place, job)),
        wakeUp: wakeUpOf(place, queue),
        signal,
        pollMs: POLL_MS,
        log,
        metrics,
      }),
    ),
  ])
  metrics.countQueues = undefined
  await queues.close()
}

async function openQueuesWithRetry({ store, signal, log }: WorkerOptions): Promise<Queues | undefined> {
  const onError = (error: Error) =>
    log.error({ err: describeFailure(error) }, 'The queues could not be kept tidy; it is tried again')
  while (!signal.aborted) {
    try {
      return await openQueues(store, onError)
    } catch (error) {
      log.error({ err: describeFailure(error) }, 'The queues cannot be opened; it is tried again')
      await pause(OPEN_AGAIN_MS, signal)
    }
  }
  return undefined
}

/** A pooler gives the connection that listens away: looks alone find what is due, a few seconds later. */
async function listenUnlessPooled(place: Workplace): Promise<void> {
  const { store, databaseUrl, signal } = place
  if (store.isPooled) return
  await listenForNotifications({ databaseUrl, signal, onNotification: () => void requestLook(place) })
}

/** Every worker requests looks; requests at the same time count as one. */
async function requestLooksPeriodically(place: Workplace): Promise<void> {
  const lookEverySeconds = place.lookEverySeconds ?? DEFAULT_LOOK_EVERY_SECONDS
  while (!place.signal.aborted) {
    await requestLook(place, lookEverySeconds)
    await pause(lookEverySeconds * 1_000, place.signal)
  }
}

async function requestLook(place: Workplace, throttleSeconds?: number): Promise<void> {
  try {
    await place.queues.askForLook({
      queue: FIND_DUE,
      ...(throttleSeconds === undefined ? {} : { throttleSeconds }),
    })
    wakeUpOf(place, FIND_DUE).send()
  } catch (error) {
    place.log.error({ err: describeFailure(error) }, 'Due work cannot be asked for; it is tried again')
  }
}

async function enqueueDueWork(place: Workplace): Promise<void> {
  const { store, queues, leaseSeconds } = place
  const put = await findDue({ store, queues, jobs: JOBS, leaseSeconds })
  for (const { queue } of put) wakeUpOf(place, queue).send()
}

async function doWork(place: Workplace, { queue, coalitionId }: TakenJob): Promise<void> {
  const { store, databaseUrl, signal, log, metrics, queues, exportReader } = place
  const job = JOBS.find((known) => known.queue === queue)
  // A newer version's job, or one that is about nothing: whoever put it in has to say it again.
  if (!job || coalitionId === undefined) return
  const leaseSeconds = place.leaseSeconds ?? job.leaseSeconds
  const from = { door: 'WORKER', network: null, requestId: null } as const
  const context = { store, databaseUrl, exportReader, principal: { kind: 'operator' }, from } as const
  const sliceMs = Math.min(LONGEST_SLICE_MS, (leaseSeconds * 1_000) / 4)
  const onAlarm = (alarm: string) => log.error({ job: queue, coalitionId }, alarm)
  const { done, more } = await runSlice(job, context, { coalitionId, sliceMs, signal, onAlarm })
  if (done > 0) {
    metrics.done.inc({ queue }, done)
    log.info({ job: queue, coalitionId, done }, 'Due work done')
  }
  if (queue === 'tell-events') place.deliveriesMade.send()
  if (more) await queues.put([{ queue: job.queue, coalitionId, leaseSeconds }])
  // What one job gives back another may take: points of a hold may be past their date.
  else if (done > 0 && queue === 'release-holds') await requestLook(place)
}

function wakeUpOf({ wakeUps }: Workplace, queue: QueueName): WakeUp {
  const wakeUp = wakeUps.get(queue)
  if (!wakeUp) throw new Error(`No queue ${queue}`)
  return wakeUp
}
