/**
 * A piece of a request's body: fixed text, any of some texts, or what no other request has: a key as the SDK makes them, or
 * the number of a till's receipt. All ASCII.
 */
export type BodyPiece =
  | { readonly text: string }
  | { readonly fresh: 'key' | 'receipt' }
  | { readonly anyOf: readonly string[] }

/** What is asked, over and over, and what every answer must be. */
export interface RequestPlan {
  readonly host: string
  readonly port: number
  readonly path: string
  /** Besides host, content-type and content-length. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: readonly BodyPiece[]
  /** POST unless said; a GET has no body. */
  readonly method?: 'GET'
  /** Must stand in the body of every answer, which must be a 200, or of the status that is said. */
  readonly expects: string
  readonly status?: 200 | 302
  /** Stands in the body of a proper refusal, which is a 503 with a retry-after. Absent: every refusal is wrong. */
  readonly refusal?: string
}

/** `connections` callers, each with one request at a time, for some seconds. */
export interface ClosedLoopJob {
  readonly kind: 'closed'
  readonly request: RequestPlan
  readonly connections: number
  readonly seconds: number
}

/** A stretch of time with one rate. */
export interface Phase {
  readonly ratePerSecond: number
  readonly seconds: number
}

/** Requests that start when the plan says, whether or not the ones before are answered. */
export interface OpenLoopJob {
  readonly kind: 'open'
  readonly request: RequestPlan
  readonly phases: readonly Phase[]
  /** Connections at most; a request that finds none free waits, and its latency counts from when it was due. */
  readonly connections: number
  /** A caller that waited so long for a connection gives up, which counts as dropped. */
  readonly patienceMs: number
}

export type Job = ClosedLoopJob | OpenLoopJob

/** Answers counted by what they were. */
export interface Counts {
  /** As expected. */
  readonly right: number
  /** Proper refusals. */
  readonly refused: number
  /** Any other answer, a lost connection, or no answer in 30 seconds. */
  readonly wrong: number
  /** Never sent: no connection was free in time. */
  readonly dropped: number
}

/** Milliseconds; of right answers only. */
export interface Latencies {
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  readonly p999Ms: number
  readonly maxMs: number
}

/** One second of a run; requests are filed under the second in which they were due. */
export interface Slice extends Counts {
  readonly second: number
  /** Right answers that came in this second, whenever they were due. */
  readonly arrived: number
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface JobResult extends Counts, Latencies {
  /** Right answers that came within the time of the run, a second. */
  readonly rightPerSecond: number
  /** From the first request to the last answer. */
  readonly elapsedSeconds: number
  /** Processor time of the generator, microseconds, over the whole run. */
  readonly generatorCpuMicros: number
  /** The first few wrong answers, shortened. */
  readonly wrongSamples: readonly string[]
  readonly slices: readonly Slice[]
}
