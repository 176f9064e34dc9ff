/** What one run of a row gave. Costs are a request, microseconds of processor time and bytes of write-ahead log. */
export interface Figures {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms?: number
  readonly p99Ms: number
  readonly p999Ms?: number
  readonly serverCpuMicros: number
  readonly databaseCpuMicros: number
  /** 0 where the server's own process is who asks. */
  readonly generatorCpuMicros: number
  readonly walBytes: number
  /** The most memory that the process has ever held, where that is looked at. */
  readonly peakMb?: number
  /** Memory of the server for each stream that is open, kilobytes, and transactions that confirm its caller once. */
  readonly perClientKb?: number
  readonly renewalReads?: number
  /** Answers that were not what they must be, refusals too. */
  readonly wrong: number
  readonly wrongSamples: readonly string[]
}

/** Figures of the rows that came before in the same round, by name. */
export type Round = ReadonlyMap<string, Figures>

/** One line of the table. */
export interface Row {
  readonly name: string
  /** Whose work must be over before the next row: the server's process. */
  readonly pid: number
  warmUp(): Promise<void>
  measure(round: Round): Promise<Figures>
}

/** What rows are measured with. */
export interface Meter {
  readonly databasePid: number
  walBytes(): Promise<number>
}
