/** A failure that is no refusal of business: who is calling, or how much the system can take. Never recorded. */
export class SystemError extends Error {
  readonly code: string
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean

  constructor(code: string, message: string, retryable: boolean) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.retryable = retryable
  }
}

/** FORBIDDEN: this kind of caller, or a key without this scope, may not use the verb at all. */
export class PermissionError extends SystemError {
  static readonly code = 'FORBIDDEN'
  /** The scope that the caller lacks; null when the kind of caller is wrong. */
  readonly missingScope: string | null

  constructor(message: string, missingScope: string | null = null) {
    super(PermissionError.code, message, false)
    this.missingScope = missingScope
  }
}

/** OVERLOADED: the coalition's queue is full; nothing was written. Retry with the same idempotency key. */
export class OverloadedError extends SystemError {
  static readonly code = 'OVERLOADED'
  /** Milliseconds to wait before the retry. */
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super(
      OverloadedError.code,
      `Too many commands are waiting. Retry after ${retryAfterMs} ms with the same idempotency key.`,
      true,
    )
    this.retryAfterMs = retryAfterMs
  }
}
