/**
 * A fresh idempotency key: hexadecimal digits, the instant by this machine's clock and 80 bits of chance. Keys of one time
 * stand side by side in the ledger's index, which keeps writing fast when there are millions. Works in pages served
 * without TLS as well.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const chance = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
  return Date.now().toString(16) + chance.join('')
}

/** An input whose idempotency key may be left out: one is then made for the call and kept for its retries. */
export type Keyed<Input extends { readonly idempotencyKey: string }> = Input extends unknown
  ? Omit<Input, 'idempotencyKey'> & {
      /** Give your own (an order id, say) to make the call safe to repeat after a crash of your process. */
      readonly idempotencyKey?: string | undefined
    }
  : never

/** Fixes the key of a call before its first attempt. */
export function withIdempotencyKey<Input extends { readonly idempotencyKey?: string | undefined }>(
  input: Input,
): Input & { readonly idempotencyKey: string } {
  return { ...input, idempotencyKey: input.idempotencyKey ?? newIdempotencyKey() }
}
