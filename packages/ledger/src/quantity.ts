/** How much of something a line is: thousandths of a unit. Never a float, never a JSON number. */
export type Quantity = bigint & { readonly __unit: 'thousandths' }

/** Brands thousandths of a unit as a quantity. Sign and size are the caller's business. */
export const quantity = (thousandths: bigint): Quantity => thousandths as Quantity

/** Largest quantity of a line: a million units. */
export const MAX_QUANTITY = quantity(1_000_000_000n)

const THOUSANDTHS = 1_000n
const DECIMAL = /^(-?)(0|[1-9]\d{0,14})(?:\.(\d{1,3}))?$/

/**
 * Reads a decimal of up to three decimals, `1.5`, exactly. Undefined for anything else: a comma, an exponent, a plus, a
 * leading zero, a fourth decimal.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? []
  if (whole === undefined) return undefined
  const size = BigInt(whole) * THOUSANDTHS + BigInt(decimals.padEnd(3, '0'))
  return quantity(sign === '-' ? -size : size)
}

/** A quantity as people write it, without trailing zeros: `1.5`, `2`. */
export function printQuantity(thousandths: bigint): string {
  const size = thousandths < 0n ? -thousandths : thousandths
  const decimals = String(size % THOUSANDTHS)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return `${thousandths < 0n ? '-' : ''}${size / THOUSANDTHS}${decimals && `.${decimals}`}`
}
