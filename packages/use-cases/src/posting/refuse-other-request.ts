import { IdempotencyKeyMismatchError } from '@artel/ledger'

/** A key stands for one request; this says that it was used for another. The one place where the refusal is made. */
export const keyOfOtherRequest = (): IdempotencyKeyMismatchError => new IdempotencyKeyMismatchError()

/**
 * Lets a key that is new, or whose request is asked again, pass. Hashes are those of `requestHash`; `recorded` is undefined
 * for a new key. Throws IdempotencyKeyMismatchError.
 */
export function refuseOtherRequest(recorded: string | undefined | null, asked: string): void {
  if (recorded !== undefined && recorded !== null && recorded !== asked) throw keyOfOtherRequest()
}
