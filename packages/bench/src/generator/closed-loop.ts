import { type Caller, openCallers } from './call-server.ts'
import type { ClosedLoopJob, JobResult } from './job.ts'
import { recordRun } from './record-run.ts'

/**
 * Keeps every connection busy until the time is over: the next request goes out when the last is answered. What is then
 * under way is waited for and counted, but not as answered within the time.
 */
export function runClosedLoop(job: ClosedLoopJob): Promise<JobResult> {
  const record = recordRun(job.request, job.seconds)
  const callers = openCallers(job.request, record)
  const endMs = job.seconds * 1_000
  let busy = job.connections

  return new Promise((resolve) => {
    const goOn = (caller: Caller) => {
      const nowMs = record.sinceStartMs()
      if (nowMs < endMs) {
        caller.call(nowMs)
        return
      }
      busy -= 1
      if (busy > 0) return
      callers.close()
      resolve(record.result())
    }
    for (let made = 0; made < job.connections; made += 1) goOn(callers.add(goOn))
  })
}
