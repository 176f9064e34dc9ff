/** What an import worker is told to do. */
export type ImportBenchJob =
  /** Import a file whole: hand it in, check it, record it. */
  | { readonly kind: 'import'; readonly world: ImportWorld; readonly file: string }
  /** Hand a file in alone. */
  | {
      readonly kind: 'read'
      readonly world: ImportWorld
      readonly file: string
      readonly of: 'PURCHASES' | 'CUSTOMERS'
    }
  /** Copy files into tables. */
  | { readonly kind: 'copy'; readonly files: readonly { readonly table: string; readonly file: string }[] }

export interface ImportWorld {
  readonly coalitionId: string
  readonly memberId: string
}

/** How long it took, and the most memory that the process has ever held. */
export interface ImportBenchResult {
  readonly ms: number
  /** Of it, the recording alone. */
  readonly recordMs: number
  readonly cpuMicros: number
  readonly peakBytes: number
  /** Rows of the file that were not taken. */
  readonly faults: number
}
