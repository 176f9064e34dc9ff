/** What is logged of a failure, and kept with a job that failed. */
export interface FailureDescription {
  readonly type: string
  readonly message: string
  /** A stable code of ours, or PostgreSQL's SQLSTATE. */
  readonly code?: string
  readonly stack: string | undefined
}

/**
 * Describes a failure by what names no person. PostgreSQL's errors carry the row in fields of their own, which stay here;
 * those about a value also quote it in the message.
 */
export function describeFailure(error: unknown): FailureDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: 'Not an error', stack: undefined }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const message = isAboutValue(code, error.message) ? error.message.replace(/".*"/s, '"..."') : error.message
  return {
    ...{ type: error.name, message },
    stack: error.stack?.replace(error.message, () => message),
    ...(code === undefined ? {} : { code }),
  }
}

/** Class 22 of the SQLSTATEs, data exceptions; Prisma names the SQLSTATE in its message. */
const isAboutValue = (code: string | undefined, message: string): boolean =>
  /^22\w{3}$/.test(code ?? '') || /Code: `22\w{3}`/.test(message)
