import { Refusal } from '@artel/ledger'
import {
  type Command,
  CustomerNotFound,
  IdempotencyKeyMismatch,
  Overloaded,
  type Posted,
  post,
  type Store,
} from '@artel/store'
import { BusinessError } from '../errors/business-error.ts'
import { IdempotencyKeyMismatchError } from '../errors/idempotency.ts'
import { NotFoundError } from '../errors/not-found.ts'
import { reviveRefusal } from '../errors/revive-refusal.ts'
import { OverloadedError } from '../errors/system-error.ts'

/**
 * Hands a command to the coalition's lane and says its failures in the words of this package: refusals of the ledger
 * and of the rules as their classes, a recorded refusal as its class with `replayed`.
 */
export async function postCommand(store: Store, coalitionId: string, command: Command): Promise<Posted> {
  try {
    return await post(store, coalitionId, command)
  } catch (error) {
    throw inOwnWords(error)
  }
}

function inOwnWords(error: unknown): unknown {
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
