import { type Caller, openCallers } from './call-server.ts'
import type { JobResult, OpenLoopJob } from './job.ts'
import { recordRun } from './record-run.ts'
import { makeSchedule } from './schedule.ts'

/**
 * Starts requests when they are due and not when the server is ready for them. Latency counts from when a request was
 * due, so that a stall is felt by all who would have come during it, and not only by those who were being served.
 */
export function runOpenLoop(job: OpenLoopJob): Promise<JobResult> {
  const seconds = job.phases.reduce((sum, phase) => sum + phase.seconds, 0)
  const record = recordRun(job.request, seconds)
  const callers = openCallers(job.request, record)
  const schedule = makeSchedule(job.phases, { patienceMs: job.patienceMs, dropped: record.dropped })
  /** Last in, first out: few warm connections serve a light load. */
  const idle: Caller[] = []
  let waking = false

  return new Promise((resolve) => {
    function free(caller: Caller): void {
      idle.push(caller)
      send()
    }

    const mayCall = () => idle.length > 0 || callers.count() < job.connections

    function send(): void {
      while (mayCall()) {
        const dueMs = schedule.take(record.sinceStartMs())
        if (dueMs === undefined) break
        const caller = idle.pop() ?? callers.add(free)
        caller.call(dueMs)
      }
      const nextMs = schedule.nextDueMs()
      if (nextMs === undefined) finishWhenAnswered()
      else if (!waking && mayCall()) {
        waking = true
        setTimeout(wake, Math.max(1, nextMs - record.sinceStartMs()))
      }
    }

    function wake(): void {
      waking = false
      send()
    }

    function finishWhenAnswered(): void {
      if (idle.length < callers.count()) return
      callers.close()
      resolve(record.result())
    }

    send()
  })
}
