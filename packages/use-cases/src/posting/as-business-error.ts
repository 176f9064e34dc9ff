import { Refusal } from '@artel/ledger'
import { CustomerNotFound, IdempotencyKeyMismatch, Overloaded } from '@artel/store'
import { BusinessError } from '../errors/business-error.ts'
import { IdempotencyKeyMismatchError } from '../errors/idempotency.ts'
import { NotFoundError } from '../errors/not-found.ts'
import { reviveRefusal } from '../errors/revive-refusal.ts'
import { OverloadedError } from '../errors/system-error.ts'

/**
 * The error that callers of a verb get for what the store, the ledger or the rules threw. A refusal that was recorded
 * under an idempotency key says that it is `replayed`. Anything else is a bug and comes back as it is.
 */
export function asBusinessError(error: unknown): unknown {
  if (error instanceof BusinessError) return error
  if (error instanceof IdempotencyKeyMismatch) return new IdempotencyKeyMismatchError()
  if (error instanceof Overloaded) return new OverloadedError(error.retryAfterMs)
  if (error instanceof CustomerNotFound) return new NotFoundError('customer', { path: ['customer'] })
  if (error instanceof Refusal) {
    const replayed = 'replayed' in error && error.replayed === true
    return reviveRefusal(error, { replayed }) ?? error
  }
  return error
}

/** Runs `work` and throws its failures as the errors of this package. */
export async function withBusinessErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw asBusinessError(error)
  }
}
