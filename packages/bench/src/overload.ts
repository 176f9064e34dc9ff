import { withBench } from './bench.ts'
import { describeMachine } from './describe-machine.ts'
import { answered, digest, type Seen } from './digest-overload.ts'
import type { Phase } from './generator/job.ts'
import type { Outcome } from './outcome.ts'
import type { Options } from './read-options.ts'
import { measureCapacity, salesOnApi } from './sales-on-api.ts'
import { say } from './show-progress.ts'
import { untilQuiet } from './until-quiet.ts'
import { printVerdicts, type Verdict } from './verdicts.ts'
import { booksVerdict, verifyBooks } from './verify-books.ts'
import { watchMemory } from './watch-memory.ts'

const OVERLOAD = 10
const GOODPUT_SHARE = 0.8
const CALM_SHARE = 0.5
const RECOVERY_SECONDS = 10
/** More than the store's queue takes, so that it is the queue that refuses and not the number of sockets. */
const OVERLOAD_CONNECTIONS = 8_000
/** A caller that gets no connection in this time goes away: a backlog of our own would hide the recovery. */
const PATIENCE_MS = 200

/** Puts ten times the load on the API that it can bear, and looks at what it still does, refuses, and how it recovers. */
export function measureOverload(options: Options): Promise<Outcome> {
  const seconds = options.quick ? { calm: 5, over: 10, after: 13 } : { calm: 10, over: 60, after: 20 }
  return withBench(options, async (bench) => {
    const { database, generator, plan } = bench
    const { server, load } = await salesOnApi(bench)
    const { pid } = server
    const capacity = await measureCapacity(bench, load)
    say(`capacity ${Math.round(capacity)}/s; ${OVERLOAD} times that for ${seconds.over} s`)
    await untilQuiet(pid, database.pid)
    const calm = CALM_SHARE * capacity
    const phases: Phase[] = [
      { ratePerSecond: calm, seconds: seconds.calm },
      { ratePerSecond: OVERLOAD * capacity, seconds: seconds.over },
      { ratePerSecond: calm, seconds: seconds.after },
    ]
    const memory = watchMemory(pid)
    const connections = OVERLOAD_CONNECTIONS
    const result = await generator.run({
      kind: 'open',
      request: load.request,
      phases,
      connections,
      patienceMs: PATIENCE_MS,
    })
    const memoryMb = memory.stop()
    const seen = digest(result.slices, seconds)
    const verified = await verifyBooks(database.databaseUrl)
    const verdicts = [...judge(seen, capacity), booksVerdict(verified)]
    const json = {
      capacityPerSecond: Math.round(capacity),
      overloadTimes: OVERLOAD,
      connections,
      ...seen,
      memoryMb,
      generatorCpuMicros: Math.round(result.generatorCpuMicros / Math.max(1, answered(result))),
      verdicts,
      wrongSamples: result.wrongSamples,
      slices: result.slices,
      verify: verified,
      plan: { ...plan, seconds, apiFlags: options.apiFlags },
      machine: describeMachine(database.version),
    }
    return { ok: printVerdicts(verdicts), json }
  })
}

function judge(seen: Seen, capacity: number): Verdict[] {
  const { goodputPerSecond, refusedPerSecond, wrong, recoverySeconds, calmP99Ms } = seen
  const share = goodputPerSecond / capacity
  return [
    {
      promise: `goodput stays at ${GOODPUT_SHARE} of the peak or above`,
      seen: `${goodputPerSecond}/s of ${Math.round(capacity)}/s, ${share.toFixed(2)}`,
      kept: share >= GOODPUT_SHARE,
    },
    {
      promise: 'whoever is turned away is told OVERLOADED with a retry-after, and nothing else goes wrong',
      seen: `${refusedPerSecond}/s refused, ${wrong} wrong`,
      kept: wrong === 0,
    },
    {
      promise: `latency is normal again within ${RECOVERY_SECONDS} s`,
      seen: `${recoverySeconds === null ? 'not' : `after ${recoverySeconds} s`}, calm p99 ${calmP99Ms.toFixed(1)} ms`,
      kept: recoverySeconds !== null && recoverySeconds <= RECOVERY_SECONDS,
    },
  ]
}
