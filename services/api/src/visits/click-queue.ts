import { addClicks, type NewClick, type Store } from '@artel/store'
import type { Logger } from 'pino'
import type { ApiMetrics } from '../metrics/api-metrics.ts'

/** Clicks of a process that wait to be written. */
export interface ClickQueue {
  /** Takes a click, or drops it and says false where too many wait. Costs a place in memory; nobody waits for the database. */
  add(click: Omit<NewClick, 'ageMs'>): boolean
  /** Writes what waits, and takes no more. Never rejects. */
  stop(): Promise<void>
}

const WRITE_AFTER_MS = 250
const MOST_AT_ONCE = 1_000
/** Some seconds of the most that a process is visited, about ten megabytes. */
const MOST_WAITING = 20_000

interface Waiting {
  readonly click: Omit<NewClick, 'ageMs'>
  readonly sinceMs: number
}

/** Makes the queue of a process. What the database does not take waits for the next time; when killed, a quarter of a second is lost. */
export function makeClickQueue({
  store,
  log,
  metrics,
}: {
  readonly store: Pick<Store, 'pool'>
  readonly log: Logger
  readonly metrics: Pick<ApiMetrics, 'clicks'>
}): ClickQueue {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()
  let stopped = false

  function arm(): void {
    if (stopped || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      working = write().finally(() => waiting.length > 0 && arm())
    }, WRITE_AFTER_MS)
    timer.unref()
  }

  /** Writes them all; of those that the database refuses for what they are, one alone is dropped, and the others go on. */
  async function writeAll(taken: readonly Waiting[], nowMs: number): Promise<void> {
    try {
      await addClicks(
        store,
        taken.map(({ click, sinceMs }) => ({ ...click, ageMs: nowMs - sinceMs })),
      )
      metrics.clicks.inc({ outcome: 'written' }, taken.length)
    } catch (error) {
      if (!isOfData(error)) throw error
      if (taken.length === 1) {
        log.error({ err: error }, 'a click is none that can be written down')
        metrics.clicks.inc({ outcome: 'dropped' })
        return
      }
      const half = Math.ceil(taken.length / 2)
      await writeAll(taken.slice(0, half), nowMs)
      await writeAll(taken.slice(half), nowMs)
    }
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const taken = waiting.splice(0, MOST_AT_ONCE)
      const nowMs = performance.now()
      try {
        await writeAll(taken, nowMs)
      } catch (error) {
        log.error({ err: error }, 'clicks could not be written down')
        const room = MOST_WAITING - waiting.length
        metrics.clicks.inc({ outcome: 'dropped' }, Math.max(0, taken.length - room))
        waiting = [...taken.slice(0, room), ...waiting]
        return
      }
    }
  }

  return {
    add(click) {
      if (stopped || waiting.length >= MOST_WAITING) {
        metrics.clicks.inc({ outcome: 'dropped' })
        return false
      }
      waiting.push({ click, sinceMs: performance.now() })
      arm()
      return true
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await working
      await write()
      if (waiting.length > 0) metrics.clicks.inc({ outcome: 'dropped' }, waiting.length)
    },
  }
}

/** Classes of SQLSTATE that tell of the rows: data exceptions and violated constraints. */
const isOfData = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^2[23]/.test(code)
}
