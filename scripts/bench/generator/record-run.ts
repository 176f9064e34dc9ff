import type { JobResult, RequestPlan, Slice } from './job.ts'
import type { Answer } from './read-answer.ts'
import { judge, makeTally, type Tally } from './tally.ts'

const SAMPLES = 5
const SAMPLE_CHARACTERS = 400
const SLICE_MS = 1_000

/** What a run has seen so far. Times are milliseconds from its start. */
export interface RunRecord {
  /** Milliseconds since the run began. */
  sinceStartMs(): number
  answered(answer: Answer, dueMs: number): void
  lost(reason: string, dueMs: number): void
  dropped(dueMs: number): void
  result(): JobResult
}

/** Begins to record a run of `seconds`; right answers that come later count, but not as within the time. */
export function recordRun(request: RequestPlan, seconds: number): RunRecord {
  const verdictOn = judge(request)
  const whole = makeTally()
  const slices: Tally[] = []
  const samples: string[] = []
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const sinceStartMs = () => performance.now() - startMs
  let inTime = 0

  const sliceOf = (dueMs: number): Tally => {
    const at = Math.floor(dueMs / SLICE_MS)
    while (slices.length <= at) slices.push(makeTally())
    return slices[at] ?? whole
  }
  const keep = (sample: string) => {
    if (samples.length < SAMPLES) samples.push(sample.slice(0, SAMPLE_CHARACTERS))
  }

  return {
    sinceStartMs,
    answered(answer, dueMs) {
      const nowMs = sinceStartMs()
      const verdict = verdictOn(answer)
      whole.add(verdict, nowMs - dueMs)
      sliceOf(dueMs).add(verdict, nowMs - dueMs)
      if (verdict === 'wrong') keep(`${answer.status} ${answer.body.toString('utf8', 0, SAMPLE_CHARACTERS)}`)
      else if (verdict === 'right' && nowMs < seconds * 1_000) inTime += 1
    },
    lost(reason, dueMs) {
      whole.add('wrong', 0)
      sliceOf(dueMs).add('wrong', 0)
      keep(reason)
    },
    dropped(dueMs) {
      whole.drop()
      sliceOf(dueMs).drop()
    },
    result() {
      const { user, system } = process.cpuUsage(cpuBefore)
      return {
        ...whole.counts(),
        ...whole.latencies(),
        rightPerSecond: inTime / seconds,
        elapsedSeconds: sinceStartMs() / 1_000,
        generatorCpuMicros: user + system,
        wrongSamples: samples,
        slices: slices.map(toSlice),
      }
    },
  }
}

function toSlice(tally: Tally, second: number): Slice {
  const { p50Ms, p99Ms } = tally.latencies()
  return { second, ...tally.counts(), p50Ms, p99Ms }
}
