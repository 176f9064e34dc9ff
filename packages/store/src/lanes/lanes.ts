import { setImmediate as nextTurn } from 'node:timers/promises'
import type pg from 'pg'
import type { Command, Posted, PostOptions } from '../post/command.ts'
import { DeadlineExceeded, Overloaded } from '../post/errors.ts'
import { formBatch, type Waiting } from './form-batch.ts'
import { runBatch } from './run-batch.ts'
import { watchYoungLedger } from './young-ledger.ts'

/** More customers a batch makes it no faster, only later. */
const BATCH_LIMIT = 200
const QUEUE_LIMIT = 5_000
const LANES_PER_COALITION = 2
const DEFAULT_DEADLINE_MS = 10_000
const RETRY_AFTER_MS = 500

/** The queues of the write path. All commands on one customer go through one lane, in order. */
export interface Lanes {
  submit(coalitionId: string, command: Command, options: PostOptions): Promise<Posted>
  /** Refuses what comes after, and resolves when all that was queued is answered. */
  drain(): Promise<void>
}

interface Lane {
  readonly coalitionId: string
  queue: Waiting[]
  running: Promise<void> | undefined
}

/**
 * Opens the queues over a pool. A lane has one batch in flight and sends the next as soon as it returns: there is no
 * timer, so an idle caller waits for nobody and batches form only under load.
 */
export function openLanes(pool: pg.Pool): Lanes {
  const lanes = new Map<string, Lane>()
  const afterBatch = watchYoungLedger(pool)
  let draining = false

  function laneOf(coalitionId: string, customerId: string): [string, Lane] {
    const number = Number.parseInt(customerId.slice(-4), 16) % LANES_PER_COALITION
    const name = `${coalitionId}/${number}`
    const lane = lanes.get(name) ?? { coalitionId, queue: [], running: undefined }
    lanes.set(name, lane)
    return [name, lane]
  }

  async function run(name: string, lane: Lane): Promise<void> {
    await nextTurn()
    while (lane.queue.length > 0) {
      const batch = formBatch(lane.queue.splice(0, BATCH_LIMIT))
      const again = batch.length > 0 ? await runBatch(pool, lane.coalitionId, batch) : []
      lane.queue = [...again, ...lane.queue]
      await afterBatch(batch.length)
    }
    lanes.delete(name)
    lane.running = undefined
  }

  function submit(coalitionId: string, command: Command, options: PostOptions): Promise<Posted> {
    const [name, lane] = laneOf(coalitionId, command.customerId)
    if (draining) return Promise.reject(new Overloaded('The store is closing', RETRY_AFTER_MS))
    if (lane.queue.length >= QUEUE_LIMIT)
      return Promise.reject(new Overloaded(`${QUEUE_LIMIT} commands are queued already`, RETRY_AFTER_MS))
    return new Promise((resolve, reject) => {
      lane.queue.push(waitingFor(command, options, resolve, reject))
      lane.running ??= run(name, lane)
    })
  }

  async function drain(): Promise<void> {
    draining = true
    await Promise.all([...lanes.values()].map(({ running }) => running))
  }

  return { submit, drain }
}

function waitingFor(
  command: Command,
  { signal, deadlineMs = DEFAULT_DEADLINE_MS }: PostOptions,
  resolve: (posted: Posted) => void,
  reject: (error: unknown) => void,
): Waiting {
  const { scopeId, operation, key, requestHash } = command.key
  const timer = setTimeout(() => {
    waiting.fail(new DeadlineExceeded(deadlineMs))
  }, deadlineMs)
  const waiting: Waiting = {
    command,
    keyName: JSON.stringify([scopeId, operation, key]),
    requestHash: Buffer.from(requestHash).toString('hex'),
    signal,
    answered: false,
    retries: 0,
    twins: [],
    succeed: (posted) => {
      clearTimeout(timer)
      waiting.answered = true
      resolve(posted)
    },
    fail: (error) => {
      clearTimeout(timer)
      waiting.answered = true
      reject(error)
    },
  }
  return waiting
}
