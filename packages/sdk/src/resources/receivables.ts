import type { Executor } from '../executor.ts'
import { ReceivableWriteOffDocument, type ReceivableWriteOffInput } from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** What members owe and will not pay. */
export function receivablesOf({ result }: Executor) {
  return {
    /**
     * Writes off what a member owes, in whole or in part, at the coalition's loss. `amountMicros` is in millionths of a currency
     * unit. Scope `coalition:write`.
     *
     * @example
     * ```ts
     * const { amount } = await artel.receivables
     *   .writeOff({
     *     memberId: 'mbr_5ZQnVWnJ6kPq1c8dGyRfT',
     *     amountMicros: 1_250_000_000n, // 1 250.00 RUB
     *     idempotencyKey: 'write-off-2026-3',
     *   })
     *   .unwrap()
     * console.log(amount.rounded.amountMinor)
     * ```
     */
    writeOff: (input: Keyed<ReceivableWriteOffInput>, options?: CallOptions) =>
      result(
        'mutation',
        ReceivableWriteOffDocument,
        { input: withIdempotencyKey(input) },
        options,
        (data) => data.receivableWriteOff,
      ),
  }
}
