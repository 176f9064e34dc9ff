import { minor, type PurchaseLine } from '@artel/ledger'

/**
 * A line as `purchase.lines` stores it: amounts are decimal strings, `quantityMilli` in thousandths. What the bill did not
 * say is absent, never null, so that a line without it has the bytes, and its row the hash, that it always had.
 */
export type LineJson = {
  readonly ref: string
  readonly title: string
  /** Before discounts. */
  readonly totalMinor: string
  readonly discountMinor?: string
  readonly sku?: string
  readonly category?: string
  readonly quantityMilli?: string
  readonly earns?: false
}

/** A line for `purchase.lines`. The order of the fields is part of the bytes that the row's hash covers. */
export function lineJson(line: PurchaseLine): LineJson {
  const { ref, title, total, discount, sku, category, quantityMilli, earns } = line
  return {
    ref,
    title,
    totalMinor: String(total + (discount ?? 0n)),
    ...(discount !== undefined && { discountMinor: String(discount) }),
    ...(sku !== undefined && { sku }),
    ...(category !== undefined && { category }),
    ...(quantityMilli !== undefined && { quantityMilli: String(quantityMilli) }),
    ...(earns === false && { earns }),
  }
}

/** A line out of `purchase.lines`. */
export function parseLine(json: LineJson): PurchaseLine {
  const { ref, title, totalMinor, discountMinor, sku, category, quantityMilli, earns } = json
  return {
    ref,
    title,
    total: minor(BigInt(totalMinor) - BigInt(discountMinor ?? 0)),
    ...(discountMinor !== undefined && { discount: minor(BigInt(discountMinor)) }),
    ...(sku !== undefined && { sku }),
    ...(category !== undefined && { category }),
    ...(quantityMilli !== undefined && { quantityMilli: BigInt(quantityMilli) }),
    ...(earns === false && { earns }),
  }
}
