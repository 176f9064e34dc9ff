/**
 * A fresh idempotency key: the instant by this machine's clock and 96 bits of chance, in base 36. Keys of one time stand side
 * by side in the ledger's index, which keeps writing fast when there are millions. Works in pages served without TLS too.
 *
 * @example
 * ```ts
 * import { newIdempotencyKey } from '@artel/sdk'
 *
 * // Stored with the order before the call, it makes the call safe to repeat after a crash.
 * const idempotencyKey = newIdempotencyKey()
 * await artel.holds.void({ holdId: 'hld_2wMYnK6fW8sJq1dT9xPbE', idempotencyKey }).unwrap()
 * ```
 */
export function newIdempotencyKey(): string {
  const parts = [Date.now(), ...crypto.getRandomValues(new Uint32Array(3))]
  return parts.map((part) => part.toString(36)).join('-')
}

/** An input whose idempotency key may be left out: one is then made for the call and kept for its retries. */
export type Keyed<Input extends { readonly idempotencyKey: string }> = Input extends unknown
  ? Omit<Input, 'idempotencyKey'> & {
      /**
       * Give your own (an order id, say) to make the call safe to repeat after a crash of your process.
       *
       * @defaultValue a fresh `newIdempotencyKey()` for the call and its retries
       */
      readonly idempotencyKey?: string | undefined
    }
  : never

/** Fixes the key of a call before its first attempt. */
export function withIdempotencyKey<Input extends { readonly idempotencyKey?: string | undefined }>(
  input: Input,
): Input & { readonly idempotencyKey: string } {
  return { ...input, idempotencyKey: input.idempotencyKey ?? newIdempotencyKey() }
}
