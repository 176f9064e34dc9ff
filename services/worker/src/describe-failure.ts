/** What is logged of a failure, and kept with a job that failed. */
export interface FailureDescription {
  readonly type: string
  readonly message: string
  /** A stable code of ours, or PostgreSQL's SQLSTATE. */
  readonly code?: string
  readonly stack: string | undefined
}

/** Describes a failure by what names no person: PostgreSQL's errors also carry values of the row, which stay here. */
export function describeFailure(error: unknown): FailureDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Not an error', stack: undefined }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { type: error.name, message: error.message, stack: error.stack, ...code }
}
