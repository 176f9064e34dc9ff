import { coalitionsToDeliver, type Store } from '@artel/store'
import {
  type AnswerQuery,
  type Context,
  type DueAttempt,
  describeFailure,
  endWebhookAttempt,
  takeDeliveries,
  type UnmadeAttempt,
} from '@artel/use-cases'
import type { Logger } from 'pino'
import type { WorkerMetrics } from '../metrics.ts'
import { traceWork } from '../tracing/trace-work.ts'
import { pause, type WakeUp } from '../wake-up.ts'
import { ANSWER_MS, type SendOptions, type SentWebhook, sendWebhook } from './send-webhook.ts'

/** How webhooks are sent. */
export interface WebhookSettings extends Partial<SendOptions> {
  /** Answers the queries of endpoints. Without it what such endpoints are told waits for a worker that has one. */
  readonly answerQuery?: AnswerQuery
  /** After so long the attempt of a worker that died is made again; default 30. Longer than an answer may take. */
  readonly attemptLeaseSeconds?: number
}

export interface DeliverOptions {
  readonly store: Store
  readonly settings: WebhookSettings
  /** Takes nothing more; what is under way is awaited. */
  readonly signal: AbortSignal
  readonly wakeUp: WakeUp
  readonly log: Pick<Logger, 'info' | 'error'>
  readonly metrics: WorkerMetrics
}

/** Attempts under way at once in a process. A receiver that hangs has one of them, once an attempt at it has failed. */
const MOST_UNDER_WAY = 256
const TAKEN_AT_ONCE = 64
const POLL_MS = 1_000
const DEFAULT_LEASE_SECONDS = (ANSWER_MS / 1_000) * 2

/** Sends what is due until the signal fires and what is under way has ended. Never rejects: what fails is logged. */
export async function deliverWebhooks(options: DeliverOptions): Promise<void> {
  const { signal, wakeUp, log } = options
  const underWay = new Set<Promise<void>>()
  while (!signal.aborted) {
    try {
      if ((await takeAll(options, underWay)) === 0) await wakeUp.wait(POLL_MS, signal)
    } catch (error) {
      log.error({ err: describeFailure(error) }, 'Webhooks cannot be taken just now; it is tried again')
      await pause(POLL_MS, signal)
    }
  }
  await Promise.all(underWay)
}

/** Takes what is due of every coalition in turn, beginning with another each time, and sends it. How many it took. */
async function takeAll(options: DeliverOptions, underWay: Set<Promise<void>>): Promise<number> {
  const { store, settings, wakeUp } = options
  const from = { door: 'WORKER', network: null, requestId: null } as const
  const context: Context = { store, principal: { kind: 'operator' }, from }
  const { answerQuery, attemptLeaseSeconds: leaseSeconds = DEFAULT_LEASE_SECONDS } = settings
  const due = await coalitionsToDeliver(store)
  const first = Math.floor(Math.random() * due.length)
  let taken = 0
  for (const coalitionId of [...due.slice(first), ...due.slice(0, first)]) {
    const limit = Math.min(MOST_UNDER_WAY - underWay.size, TAKEN_AT_ONCE)
    if (limit <= 0) break
    const { attempts, failures } = await takeDeliveries(context, {
      ...{ coalitionId, limit, leaseSeconds, answerQuery },
    })
    const begun = [
      ...attempts.map((attempt) => deliver(options, context, attempt)),
      ...failures.map((failure) => endUnmade(options, context, failure)),
    ]
    for (const one of begun) {
      const sending = one.finally(() => {
        underWay.delete(sending)
        wakeUp.send()
      })
      underWay.add(sending)
    }
    taken += begun.length
  }
  return taken
}

async function deliver(options: DeliverOptions, context: Context, attempt: DueAttempt): Promise<void> {
  const { settings } = options
  const { coalitionId, deliveryId } = attempt
  const attributes = { 'artel.coalition_id': coalitionId, 'artel.delivery_id': deliveryId }
  const sent = await traceWork('webhook', attributes, () =>
    sendWebhook(attempt, { ...settings, allowPrivate: settings.allowPrivate ?? false }),
  )
  await writeDown(options, context, { ...attempt, ...sent })
}

/** Nothing was sent, and the next attempt asks again. */
async function endUnmade(options: DeliverOptions, context: Context, failure: UnmadeAttempt): Promise<void> {
  const { coalitionId, error } = failure
  options.log.error(
    { coalitionId, err: describeFailure(error) },
    'A webhook could not be made; it is tried again as one that failed',
  )
  const none = { durationMs: 0, responseStatus: null, responseBody: null, retryAfterSeconds: null }
  await writeDown(options, context, { ...failure, ...none, outcome: 'QUERY_FAILED' })
}

async function writeDown(
  { log, metrics }: DeliverOptions,
  context: Context,
  ended: Pick<DueAttempt, 'coalitionId' | 'deliveryId' | 'attemptNo'> & SentWebhook,
): Promise<void> {
  const { coalitionId } = ended
  metrics.webhooks.inc({ outcome: ended.outcome })
  try {
    const judged = await endWebhookAttempt(context, { ...ended, random: Math.random() })
    if (judged?.pausedFor) log.info({ coalitionId }, 'A webhook endpoint was paused')
  } catch (error) {
    // The lease gives it back.
    log.error(
      { coalitionId, err: describeFailure(error) },
      'An attempt at a webhook ended and could not be written down',
    )
  }
}
