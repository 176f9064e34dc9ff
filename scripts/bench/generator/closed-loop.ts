import { type Connection, makeConnection } from './connection.ts'
import type { ClosedLoopJob, JobResult } from './job.ts'
import { requestMaker } from './make-request.ts'
import { judge, makeSamples, makeTally } from './tally.ts'

const PATIENCE_CHECK_MS = 1_000

/**
 * Keeps every connection busy until the time is over: the next request goes out when the last is answered. What is then
 * under way is waited for and counted, but not as answered within the time.
 */
export function runClosedLoop(job: ClosedLoopJob): Promise<JobResult> {
  const next = requestMaker(job.request)
  const verdictOn = judge(job.request)
  const tally = makeTally()
  const samples = makeSamples()
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const endMs = startMs + job.seconds * 1_000
  let inTime = 0
  let running = job.connections

  return new Promise((resolve) => {
    const connections = Array.from({ length: job.connections }, start)
    const patience = setInterval(() => {
      for (const each of connections) each.checkPatience(performance.now())
    }, PATIENCE_CHECK_MS)

    function start(): Connection {
      let sentMs = performance.now()
      const goOn = (nowMs: number) => {
        if (nowMs < endMs) {
          sentMs = nowMs
          connection.send(next())
        } else {
          running -= 1
          if (running === 0) finish(nowMs)
        }
      }
      const connection = makeConnection(job.request, {
        answered: (answer) => {
          const nowMs = performance.now()
          const verdict = verdictOn(answer)
          tally.add(verdict, nowMs - sentMs)
          if (verdict === 'wrong') samples.add(answer)
          else if (verdict === 'right' && nowMs < endMs) inTime += 1
          goOn(nowMs)
        },
        lost: (reason) => {
          tally.add('wrong', 0)
          samples.addLoss(reason)
          // Not at once: a server that is gone would be asked as fast as it can refuse.
          setTimeout(() => goOn(performance.now()), 100)
        },
      })
      connection.send(next())
      return connection
    }

    function finish(nowMs: number): void {
      clearInterval(patience)
      for (const each of connections) each.close()
      const { user, system } = process.cpuUsage(cpuBefore)
      resolve({
        ...tally.counts(),
        ...tally.latencies(),
        rightPerSecond: inTime / job.seconds,
        elapsedSeconds: (nowMs - startMs) / 1_000,
        generatorCpuMicros: user + system,
        wrongSamples: samples.all(),
        slices: [],
      })
    }
  })
}
