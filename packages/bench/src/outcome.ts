/** What is printed as JSON, and whether all is well: promises kept, nothing answered wrongly, the books clean. */
export interface Outcome {
  readonly ok: boolean
  readonly json: object
}
