import { FAILURES, type FailureCode, tell } from '@artel/ledger'

/** A failure that is no refusal of business: who is calling, or how much the system can take. Never recorded. */
export class SystemError extends Error {
  readonly code: FailureCode
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean

  constructor(code: FailureCode, message: string) {
    super(message)
    this.name = new.target.name
    this.code = code
    this.retryable = FAILURES[code].retryable ?? false
  }
}

/** FORBIDDEN: this kind of caller, or a key without this scope, may not use the verb at all. */
export class PermissionError extends SystemError {
  /** The scope that the caller lacks; null when the kind of caller is wrong. */
  readonly missingScope: string | null

  constructor(message: string, missingScope: string | null = null) {
    super('FORBIDDEN', message)
    this.missingScope = missingScope
  }
}

/** OVERLOADED: the coalition's queue is full; nothing was written. Retry with the same idempotency key. */
export class OverloadedError extends SystemError {
  /** Milliseconds to wait before the retry. */
  readonly retryAfterMs: number

  constructor(retryAfterMs: number) {
    super('OVERLOADED', tell(FAILURES.OVERLOADED, { retryAfterMs }, 'en'))
    this.retryAfterMs = retryAfterMs
  }
}
