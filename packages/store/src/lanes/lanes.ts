import type pg from 'pg'
import type { Command, Posted, PostOptions } from '../command/command.ts'
import { Overloaded } from '../command/errors.ts'
import { formBatch } from './form-batch.ts'
import { type BatchReport, type LaneFigures, startLaneFigures } from './lane-figures.ts'
import { runBatch } from './run-batch.ts'
import { goesAlone, Waiting } from './waiting.ts'
import { watchYoungLedger } from './young-ledger.ts'

/** More commands a batch makes it no faster, only later. */
const BATCH_LIMIT = 200
const BATCHES_IN_FLIGHT = 2
/**
 * So many waiting are worth a second batch: one is decided and answered while the database records the other. Hence a
 * batch leaves half of what waits to the next, once both have so many: callers who are all answered at once ask again at
 * once, and would go on to wait all for the database and then all for us.
 */
const SECOND_BATCH_FROM = 64
const RETRY_AFTER_MS = 500

/** The queues of the write path, one a coalition. */
export interface Lanes {
  submit(coalitionId: string, command: Command, options: PostOptions): Promise<Posted>
  /** Refuses what comes after, and resolves when all that was queued is answered. */
  drain(): Promise<void>
  /** Commands that wait for their batch, of all coalitions. */
  waiting(): number
  readonly figures: Readonly<LaneFigures>
}

export interface LaneOptions {
  /** Commands that may wait for one coalition. */
  readonly queueLimit: number
  /** Hears of every batch; must not throw. */
  readonly onBatch?: (report: BatchReport) => void
}

interface Lane {
  readonly coalitionId: string
  queue: Waiting[]
  inFlight: number
  /** Customers of the batches in flight: their next commands wait, so that a customer's commands keep their order. */
  readonly busyCustomers: Set<string>
  /** Resolves when the lane has nothing left. */
  readonly emptied: Promise<void>
  readonly empty: () => void
}

/**
 * Opens the queues over a pool. A lane sends what has queued up as soon as its last batch returns: there is no timer, so
 * an idle caller waits for nobody and batches form only under load. When enough wait, a second batch goes beside the
 * first; for fewer, a second would only make both smaller, and every batch costs the database the same overhead.
 *
 * No more batches run at once than the pool has connections, so none waits for one; lanes take turns, a batch a turn, so
 * that a coalition that is flooded delays another by a batch and not by its queue.
 */
export function openLanes(pool: pg.Pool, { queueLimit, onBatch }: LaneOptions): Lanes {
  const lanes = new Map<string, Lane>()
  const figures = startLaneFigures()
  const writer = { pool, figures, onBatch }
  const afterBatch = watchYoungLedger(pool)
  /** Lanes whose next batch waits for its turn, the first to come first. */
  const ready = new Set<Lane>()
  /** Batches in flight, of all lanes. */
  let running = 0
  let draining = false

  function openLane(coalitionId: string): Lane {
    let empty: () => void = () => undefined
    const emptied = new Promise<void>((resolve) => {
      empty = resolve
    })
    const lane: Lane = { coalitionId, queue: [], inFlight: 0, busyCustomers: new Set(), emptied, empty }
    lanes.set(coalitionId, lane)
    // The rest of this turn's commands go with the first.
    setImmediate(() => pump(lane))
    return lane
  }

  function pump(lane: Lane): void {
    if (mayStart(lane)) ready.add(lane)
    startReady()
    if (lane.queue.length > 0 || lane.inFlight > 0) return
    lanes.delete(lane.coalitionId)
    lane.empty()
  }

  function startReady(): void {
    // A lane that may send another batch at once goes to the end, where this loop meets it again.
    for (const lane of ready) {
      if (running >= pool.options.max) return
      ready.delete(lane)
      // Empty when all that wait are of customers in flight: the lane is pumped again when their batch returns.
      const taken = takeBatch(lane)
      if (taken.length === 0) continue
      lane.inFlight += 1
      running += 1
      void run(lane, taken)
      if (mayStart(lane)) ready.add(lane)
    }
  }

  async function run(lane: Lane, taken: readonly Waiting[]): Promise<void> {
    const batch = formBatch(taken)
    const again = await runBatch(writer, lane.coalitionId, batch)
    await afterBatch(batch.length)
    lane.queue = [...again, ...lane.queue]
    for (const customerId of taken.flatMap(customersOf)) lane.busyCustomers.delete(customerId)
    lane.inFlight -= 1
    running -= 1
    pump(lane)
  }

  function submit(coalitionId: string, command: Command, options: PostOptions): Promise<Posted> {
    if (draining) return refuse('The store is closing')
    const lane = lanes.get(coalitionId) ?? openLane(coalitionId)
    if (lane.queue.length >= queueLimit) return refuse(`${queueLimit} commands are queued already`)
    return new Promise((resolve, reject) => {
      lane.queue.push(new Waiting(command, options, { resolve, reject, figures }))
      if (lane.inFlight > 0 && lane.queue.length >= SECOND_BATCH_FROM) pump(lane)
    })
  }

  function refuse(why: string): Promise<never> {
    figures.answered.overloaded += 1
    return Promise.reject(new Overloaded(why, RETRY_AFTER_MS))
  }

  async function drain(): Promise<void> {
    draining = true
    await Promise.all([...lanes.values()].map(({ emptied }) => emptied))
  }

  const waiting = () => [...lanes.values()].reduce((sum, { queue }) => sum + queue.length, 0)

  return { submit, drain, waiting, figures }
}

const mayStart = ({ inFlight, queue }: Lane): boolean =>
  queue.length > 0 && (inFlight === 0 || (inFlight < BATCHES_IN_FLIGHT && queue.length >= SECOND_BATCH_FROM))

/**
 * Takes the first commands whose customers are in no batch in flight, and marks those customers. A command that goes alone is
 * overtaken by nothing that came later on its customers while it waits for its turn.
 */
function takeBatch(lane: Lane): Waiting[] {
  const limit = Math.min(BATCH_LIMIT, Math.max(SECOND_BATCH_FROM, Math.ceil(lane.queue.length / 2)))
  const taken: Waiting[] = []
  const left: Waiting[] = []
  const passedOver = new Set<string>()
  let isFull = false
  for (const waiting of lane.queue) {
    const { customerId, otherCustomerId } = waiting.command
    const isAlone = goesAlone(waiting.command)
    const isFree = !lane.busyCustomers.has(customerId) && !passedOver.has(customerId)
    const isOtherFree =
      otherCustomerId === undefined ||
      (!lane.busyCustomers.has(otherCustomerId) && !passedOver.has(otherCustomerId))
    if (!isFull && isFree && isOtherFree && (!isAlone || taken.length === 0)) {
      taken.push(waiting)
      isFull = isAlone || taken.length === limit
    } else {
      left.push(waiting)
      if (isAlone) for (const id of customersOf(waiting)) passedOver.add(id)
    }
  }
  for (const customerId of taken.flatMap(customersOf)) lane.busyCustomers.add(customerId)
  lane.queue = left
  return taken
}

const customersOf = ({ command: { customerId, otherCustomerId } }: Waiting): string[] =>
  otherCustomerId === undefined ? [customerId] : [customerId, otherCustomerId]
