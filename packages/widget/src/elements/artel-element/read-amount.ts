/** Reads an amount attribute in minor units; undefined when it is absent or not a positive whole number. */
export function readAmount(value: string | number | undefined): bigint | undefined {
  const text = `${value ?? ''}`.trim()
  return /^\d{1,15}$/.test(text) && BigInt(text) > 0n ? BigInt(text) : undefined
}
