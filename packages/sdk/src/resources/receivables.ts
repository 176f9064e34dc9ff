import type { Executor } from '../executor.ts'
import { ReceivableWriteOffDocument, type ReceivableWriteOffInput } from '../generated/graphql.ts'
import { type Keyed, withIdempotencyKey } from '../idempotency-key.ts'
import type { CallOptions } from '../transport.ts'

/** What members owe and will not pay. */
export function receivablesOf({ result }: Executor) {
  return {
    /** Gives up what a member owes, in whole or in part, at the coalition's loss. Scope `coalition:write`. */
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
