import { setTimeout as delay } from 'node:timers/promises'
import { withBench } from './bench.ts'
import { describeMachine } from './describe-machine.ts'
import { fitLine } from './fit-line.ts'
import type { JobResult, Slice } from './generator/job.ts'
import type { Outcome } from './outcome.ts'
import type { Options } from './read-options.ts'
import { median } from './rows/summarise.ts'
import { measureCapacity, salesOnApi } from './sales-on-api.ts'
import { say } from './show-progress.ts'
import type { BenchServer } from './start-server.ts'
import { untilQuiet } from './until-quiet.ts'
import { printVerdicts, type Verdict } from './verdicts.ts'
import { booksVerdict, verifyBooks } from './verify-books.ts'

const LOAD_SHARE = 0.5
const SAMPLES = 120
const SHORTEST_SAMPLE_MS = 500
/** Caches fill and code is compiled in the first part of a soak, which is no leak. */
const WARM_SHARE = 0.25
/** What the fitted line may rise over the part that counts, of its mean, or in megabytes where that is more. */
const FLAT_SHARE = 0.1
const FLAT_MB = 16
const P99_TIMES = 2
const PATIENCE_MS = 10_000
const MEGABYTE = 2 ** 20

interface Sample {
  readonly second: number
  readonly residentMb: number
  /** After collecting garbage. */
  readonly heapMb: number
}

/** Half of what the API can do, for long: its memory and its latency must not rise. */
export function measureSoak(options: Options): Promise<Outcome> {
  return withBench(options, async (bench) => {
    const { database, generator, plan } = bench
    const { server, load } = await salesOnApi(bench, ['--expose-gc'])
    const capacity = await measureCapacity(bench, load)
    await untilQuiet(server.pid, database.pid)
    const ratePerSecond = LOAD_SHARE * capacity
    const seconds = Math.round(options.soakMinutes * 60)
    say(`${Math.round(ratePerSecond)} sales a second for ${seconds} s`)
    const sampling = sampleMemory(server, Math.max(SHORTEST_SAMPLE_MS, (seconds * 1_000) / SAMPLES))
    const { connections } = plan
    const { request } = load
    const phases = [{ ratePerSecond, seconds }]
    const result = await generator.run({
      kind: 'open',
      request,
      phases,
      connections,
      patienceMs: PATIENCE_MS,
    })
    const samples = (await sampling.stop()).filter(({ second }) => second >= WARM_SHARE * seconds)
    const resident = trendOf(samples, ({ residentMb }) => residentMb)
    const heap = trendOf(samples, ({ heapMb }) => heapMb)
    const tails = tailsOf(result.slices.slice(1, seconds))
    const verified = await verifyBooks(database.databaseUrl)
    const verdicts = [
      flatVerdict('resident memory', resident),
      flatVerdict('heap after collection', heap),
      ...answerVerdicts(result, tails),
      booksVerdict(verified),
    ]
    const { slices: _slices, ...whole } = result
    const json = {
      capacityPerSecond: Math.round(capacity),
      ratePerSecond: Math.round(ratePerSecond),
      seconds,
      whole,
      resident,
      heap,
      tails,
      samples,
      verdicts,
      verify: verified,
      plan: { ...plan, apiFlags: options.apiFlags },
      machine: describeMachine(database.version),
    }
    return { ok: printVerdicts(verdicts), json }
  })
}

/** Looks at the server's memory again and again until it is stopped. */
function sampleMemory(server: BenchServer, everyMs: number): { stop(): Promise<Sample[]> } {
  const samples: Sample[] = []
  const startMs = performance.now()
  const over = new AbortController()
  const take = async () => {
    const { residentBytes, heapBytes } = await server.memory()
    const second = Math.round((performance.now() - startMs) / 100) / 10
    samples.push({
      second,
      residentMb: Math.round(residentBytes / MEGABYTE),
      heapMb: Math.round((10 * heapBytes) / MEGABYTE) / 10,
    })
  }
  const done = (async () => {
    while (!over.signal.aborted) {
      await take()
      await delay(everyMs, undefined, { signal: over.signal }).catch(() => undefined)
    }
  })()
  return {
    stop: async () => {
      over.abort()
      await done
      return samples
    },
  }
}

interface Trend {
  readonly meanMb: number
  /** What the fitted line rises from the first sample to the last. */
  readonly riseMb: number
  readonly riseMbAnHour: number
}

function trendOf(samples: readonly Sample[], pick: (sample: Sample) => number): Trend {
  const line = fitLine(samples.map((sample) => [sample.second, pick(sample)]))
  const spanSeconds = (samples.at(-1)?.second ?? 0) - (samples[0]?.second ?? 0)
  const rounded = (value: number) => Math.round(value * 10) / 10
  return {
    meanMb: rounded(line.mean),
    riseMb: rounded(line.slope * spanSeconds),
    riseMbAnHour: rounded(line.slope * 3_600),
  }
}

function flatVerdict(what: string, { meanMb, riseMb }: Trend): Verdict {
  const allowedMb = Math.max(FLAT_SHARE * meanMb, FLAT_MB)
  return {
    promise: `${what} is flat`,
    seen: `${riseMb} MB up on ${meanMb} MB, ${Math.round(allowedMb)} MB allowed`,
    kept: riseMb <= allowedMb,
  }
}

/** Medians of the seconds' p99 in the first and in the last third. */
function tailsOf(slices: readonly Slice[]): { firstP99Ms: number; lastP99Ms: number } {
  const tails = slices.map(({ p99Ms }) => p99Ms)
  const third = Math.ceil(tails.length / 3)
  return { firstP99Ms: median(tails.slice(0, third)), lastP99Ms: median(tails.slice(-third)) }
}

function answerVerdicts(
  { wrong, refused, dropped, right }: JobResult,
  { firstP99Ms, lastP99Ms }: { firstP99Ms: number; lastP99Ms: number },
): Verdict[] {
  return [
    {
      promise: 'every sale is answered rightly',
      seen: `${right} right, ${refused} refused, ${wrong} wrong, ${dropped} never sent`,
      kept: refused + wrong + dropped === 0,
    },
    {
      promise: `the tail of the last third is at most ${P99_TIMES} times that of the first`,
      seen: `p99 ${firstP99Ms.toFixed(1)} ms, then ${lastP99Ms.toFixed(1)} ms`,
      kept: lastP99Ms <= P99_TIMES * firstP99Ms,
    },
  ]
}
