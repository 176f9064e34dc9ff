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
  const slices: RunSlice[] = []
  const samples: string[] = []
  const cpuBefore = process.cpuUsage()
  const startMs = performance.now()
  const sinceStartMs = () => performance.now() - startMs
  let inTime = 0

  const sliceAt = (ms: number): RunSlice => {
    const at = Math.floor(ms / SLICE_MS)
    while (slices.length < at) slices.push({ due: makeTally(), arrived: 0 })
    slices[at] ??= { due: makeTally(), arrived: 0 }
    return slices[at]
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
      sliceAt(dueMs).due.add(verdict, nowMs - dueMs)
      if (verdict === 'right') {
        sliceAt(nowMs).arrived += 1
        if (nowMs < seconds * 1_000) inTime += 1
      }
      if (verdict === 'wrong') keep(`${answer.status} ${answer.body.toString('utf8', 0, SAMPLE_CHARACTERS)}`)
    },
    lost(reason, dueMs) {
      whole.add('wrong', 0)
      sliceAt(dueMs).due.add('wrong', 0)
      keep(reason)
    },
    dropped(dueMs) {
      whole.drop()
      sliceAt(dueMs).due.drop()
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

interface RunSlice {
  readonly due: Tally
  arrived: number
}

function toSlice({ due, arrived }: RunSlice, second: number): Slice {
  const { p50Ms, p99Ms } = due.latencies()
  return { second, arrived, ...due.counts(), p50Ms, p99Ms }
}
