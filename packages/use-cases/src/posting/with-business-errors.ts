import { NotFoundError } from '@artel/ledger'
import { CustomerNotFound, IdempotencyKeyMismatch, Overloaded } from '@artel/store'
import { OverloadedError } from '../errors/system-error.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { keyOfOtherRequest } from './refuse-other-request.ts'

/**
 * Runs `work` and throws what callers of a verb get for the failures of the store. A refusal comes as it was thrown, and
 * one that was recorded under an idempotency key says that it is `replayed`. Anything else is a bug and stays as it is.
 */
export async function withBusinessErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnrecordedRefusal) throw error.refusal
    if (error instanceof IdempotencyKeyMismatch) throw keyOfOtherRequest()
    if (error instanceof Overloaded) throw new OverloadedError(error.retryAfterMs)
    if (error instanceof CustomerNotFound)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    throw error
  }
}
