import { makeHistogram } from './histogram.ts'
import type { Counts, Latencies, RequestPlan } from './job.ts'
import type { Answer } from './read-answer.ts'

type Verdict = 'right' | 'refused' | 'wrong'

/** Returns what judges an answer against the plan. */
export function judge({ expects, refusal, status: right = 200 }: RequestPlan): (answer: Answer) => Verdict {
  const expected = Buffer.from(expects)
  const refused = refusal === undefined ? undefined : Buffer.from(refusal)
  return ({ status, head, body }) => {
    if (status === right) return body.includes(expected) ? 'right' : 'wrong'
    const proper = status === 503 && refused && body.includes(refused) && /\r\nretry-after: *\d/i.test(head)
    return proper ? 'refused' : 'wrong'
  }
}

/** Counts of answers and the latencies of the right ones. */
export interface Tally {
  add(verdict: Verdict, latencyMs: number): void
  drop(): void
  counts(): Counts
  latencies(): Latencies
}

/** An empty tally. */
export function makeTally(): Tally {
  const histogram = makeHistogram()
  const counted = { right: 0, refused: 0, wrong: 0, dropped: 0 }
  return {
    add(verdict, latencyMs) {
      counted[verdict] += 1
      if (verdict === 'right') histogram.record(latencyMs)
    },
    drop() {
      counted.dropped += 1
    },
    counts: () => ({ ...counted }),
    latencies: () => ({
      p50Ms: histogram.quantileMs(0.5),
      p95Ms: histogram.quantileMs(0.95),
      p99Ms: histogram.quantileMs(0.99),
      p999Ms: histogram.quantileMs(0.999),
      maxMs: histogram.maxMs(),
    }),
  }
}
