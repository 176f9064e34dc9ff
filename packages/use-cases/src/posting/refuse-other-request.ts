import { IdempotencyKeyMismatchError } from '@artel/ledger'

/**
 * A key stands for one request; this says that it was used for another. Made here alone, and compared in three places: below for
 * verbs that write through Prisma, in `store/src/lanes/fold-batch.ts` for commands, in `store/src/settlement/once.ts` for steps of
 * a settlement.
 */
export const keyOfOtherRequest = (): IdempotencyKeyMismatchError => new IdempotencyKeyMismatchError()

/**
 * Lets a key that is new, or whose request is asked again, pass. Hashes are those of `requestHash`; `recorded` is undefined
 * for a new key. Throws IdempotencyKeyMismatchError.
 */
export function refuseOtherRequest(recorded: string | undefined | null, asked: string): void {
  if (recorded !== undefined && recorded !== null && recorded !== asked) throw keyOfOtherRequest()
}
