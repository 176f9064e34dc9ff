import { type Details, reviveRefusal } from '@artel/ledger'

/**
 * What a key that was refused before is answered with: the same refusal, `replayed`. A code that this version does not
 * know, as after a step back to an older one, is a failure and no refusal.
 */
export function recordedRefusal(recorded: { readonly code: string; readonly details: Details }): Error {
  return (
    reviveRefusal(recorded, { replayed: true }) ??
    new Error(`The key was refused with ${recorded.code}, which this version does not know`)
  )
}

/** The key was used for another request. */
export class IdempotencyKeyMismatch extends Error {
  readonly code = 'IDEMPOTENCY_KEY_MISMATCH'

  constructor(operation: string, key: string) {
    super(`The idempotency key ${JSON.stringify(key)} was used for another ${operation} request`)
    this.name = 'IdempotencyKeyMismatch'
  }
}

/** The command names a customer that the coalition does not have. */
export class CustomerNotFound extends Error {
  readonly code = 'CUSTOMER_NOT_FOUND'
  readonly customerId: string

  constructor(customerId: string) {
    super(`No customer ${customerId} in this coalition`)
    this.name = 'CustomerNotFound'
    this.customerId = customerId
  }
}

/** More is queued than can be recorded in time. Retry with the same key after `retryAfterMs`. */
export class Overloaded extends Error {
  readonly code: string = 'OVERLOADED'
  readonly retryAfterMs: number

  constructor(message: string, retryAfterMs: number) {
    super(message)
    this.name = new.target.name
    this.retryAfterMs = retryAfterMs
  }
}

/**
 * The answer did not come within the deadline. If the command had been sent, it may yet be recorded: a retry with
 * the same key returns what became of it.
 */
export class DeadlineExceeded extends Overloaded {
  override readonly code = 'DEADLINE_EXCEEDED'

  constructor(deadlineMs: number) {
    super(`No answer from the database within ${deadlineMs} ms; retry with the same key`, 1_000)
  }
}
