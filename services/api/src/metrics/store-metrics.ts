import type { BatchReport, LaneFigures, Store } from '@artel/store'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import { traceBatch } from './trace-batch.ts'

/** Metrics and traces of the write path: pass `onBatch` to `openStore`, then the open store to `watch`. */
export interface StoreMetrics {
  readonly onBatch: (report: BatchReport) => void
  readonly watch: (store: Pick<Store, 'lanes' | 'pool'>) => void
}

const SIZE_BUCKETS = [1, 2, 5, 10, 25, 50, 100, 150, 200]
const SECONDS_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 4]

/**
 * Makes the metrics of this process's write path. Only batches are timed. The store counts commands in plain numbers,
 * which are read when the metrics are requested.
 */
export function makeStoreMetrics(registry: Registry): StoreMetrics {
  const registers = [registry]
  const size = new Histogram({
    name: 'artel_batch_commands',
    help: 'Commands in a batch of the write path.',
    buckets: SIZE_BUCKETS,
    registers,
  })
  const seconds = new Histogram({
    name: 'artel_batch_duration_seconds',
    help: 'Time that a batch took in the database, by step (load, record).',
    labelNames: ['step'],
    buckets: SECONDS_BUCKETS,
    registers,
  })
  return {
    onBatch(report) {
      const { size: commands, loadMs, recordMs } = report
      traceBatch(report)
      size.observe(commands)
      seconds.observe({ step: 'load' }, loadMs / 1_000)
      if (recordMs !== undefined) seconds.observe({ step: 'record' }, recordMs / 1_000)
    },
    watch({ lanes, pool }) {
      countCommands(lanes, registers)
      measureQueues({ lanes, pool }, registers)
    },
  }
}

function countCommands(lanes: Store['lanes'], registers: Registry[]): void {
  const counts = new Counter({
    name: 'artel_commands_total',
    help: 'Answered commands, by outcome (posted, replayed, refused, overloaded, late, failed).',
    labelNames: ['outcome'],
    registers,
    collect: () => readAnswers(),
  })
  const readAnswers = counting(
    () => lanes.figures.answered,
    (outcome, more) => counts.inc({ outcome }, more),
  )
  const repeats = new Counter({
    name: 'artel_batch_repeats_total',
    help: 'Work done again, by cause: stale decisions, raced batches, batches sent as singles.',
    labelNames: ['cause'],
    registers,
    collect: () => readRepeats(),
  })
  const readRepeats = counting(
    () => repeatsOf(lanes.figures),
    (cause, more) => repeats.inc({ cause }, more),
  )
}

function measureQueues({ lanes, pool }: Pick<Store, 'lanes' | 'pool'>, registers: Registry[]): void {
  new Gauge({
    name: 'artel_commands_waiting',
    help: 'Commands that wait for their batch.',
    registers,
    collect() {
      this.set(lanes.waiting())
    },
  })
  new Gauge({
    name: 'artel_pool_waiting',
    help: 'Reads that wait for a database connection.',
    registers,
    collect() {
      this.set(pool.waitingCount)
    },
  })
}

const repeatsOf = ({ stale, races, singles }: Readonly<LaneFigures>) => ({ stale, races, singles })

/** Reads sums that only grow and passes on how much each has grown since the last reading. */
function counting(read: () => Readonly<Record<string, number>>, add: (name: string, more: number) => void) {
  const seen = new Map<string, number>()
  return () => {
    for (const [name, sum] of Object.entries(read())) {
      add(name, sum - (seen.get(name) ?? 0))
      seen.set(name, sum)
    }
  }
}
