import { Refusal } from '@artel/ledger'
import {
  answeredBefore,
  type CommandKey,
  IdempotencyKeyMismatch,
  type OnceAnswer,
  once,
  type Store,
} from '@artel/store'
import { BusinessError } from '../errors/business-error.ts'
import { IdempotencyKeyMismatchError } from '../errors/idempotency.ts'
import { reviveRefusal } from '../errors/revive-refusal.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { requestHash } from '../request-hash.ts'

type Act = Parameters<typeof once>[3]

/** The name of a settlement command: whose it is, what it is, and what was asked. */
export function settlementKey(
  scopeId: string,
  operation: string,
  input: { readonly idempotencyKey: string },
): CommandKey {
  return {
    scopeId,
    operation,
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }
}

/**
 * Runs a settlement command once a key, alone in its coalition, and says its failures in the words of this package.
 * `act` reads and writes through its client only.
 */
export function settleOnce(
  store: Store,
  coalitionId: string,
  key: CommandKey,
  act: Act,
): Promise<OnceAnswer> {
  return inOwnWords(() => once(store, coalitionId, key, act))
}

/**
 * For a step that is idempotent by itself and too long for a transaction: `work` runs unless the key was answered before,
 * and the key is remembered after it.
 */
export function settleThenRemember(
  store: Store,
  coalitionId: string,
  key: CommandKey,
  work: () => Promise<string>,
): Promise<OnceAnswer> {
  return inOwnWords(async () => {
    const before = await answeredBefore(store.pool, coalitionId, key)
    if (before) return before
    const ref = await work()
    return once(store, coalitionId, key, () => Promise.resolve(ref))
  })
}

/** Refusals of the rules as this package's classes. */
export async function inOwnWords<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof BusinessError) throw error
    if (error instanceof IdempotencyKeyMismatch) throw new IdempotencyKeyMismatchError()
    if (error instanceof Refusal) throw reviveRefusal(error) ?? error
    throw error
  }
}
