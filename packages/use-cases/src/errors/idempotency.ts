import { BusinessError, type BusinessErrorOptions, type Details } from './business-error.ts'

/** IDEMPOTENCY_KEY_MISMATCH: the key was used before with another request body. */
export class IdempotencyKeyMismatchError extends BusinessError {
  static readonly code = 'IDEMPOTENCY_KEY_MISMATCH'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      IdempotencyKeyMismatchError.code,
      'This idempotency key was used with a different request. Repeat that request exactly, or send this one under a new key.',
      {},
      { path: ['idempotencyKey'], ...options },
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): IdempotencyKeyMismatchError {
    return new IdempotencyKeyMismatchError(options)
  }
}
