/** Attributes every purchase of a coalition that is not attributed yet. */
export interface AttributionJob {
  readonly coalitionId: string
}

export interface AttributionResult {
  readonly purchases: number
  readonly ms: number
  /** Of the process that attributes, microseconds. */
  readonly cpuMicros: number
}
