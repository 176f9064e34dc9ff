import type { TillSaleToRefundQuery } from '../generated/graphql.ts'

type SaleToRefund = NonNullable<TillSaleToRefundQuery['purchase']>

/** A line of a bill as far as it may still come back. */
export interface LeftOfLine {
  readonly ref: string
  readonly title: string
  /** What is left of it after what rules took off and what came back before, minor units. */
  readonly leftMinor: bigint
  readonly currency: string
}

/** What is left of each line: a line goes back for what was charged for it, less what refunds by line have undone. */
export function leftOfLines({
  lines,
  refunds,
}: Pick<SaleToRefund, 'lines' | 'refunds'>): readonly LeftOfLine[] {
  const undone = new Map<string, bigint>()
  for (const { ref, amount } of refunds.flatMap((refund) => refund.lines))
    undone.set(ref, (undone.get(ref) ?? 0n) + BigInt(amount.amountMinor))
  return lines.map(({ ref, title, total, discount }) => ({
    ...{ ref, title, currency: total.currency },
    leftMinor: BigInt(total.amountMinor) - BigInt(discount.amountMinor) - (undone.get(ref) ?? 0n),
  }))
}

/** What comes back for these lines; null where the bill has less left than they do, for a part of it came back as a sum. */
export function amountOfLines(
  lines: readonly LeftOfLine[],
  refs: readonly string[],
  refundableMinor: string,
): string | null {
  const sum = lines
    .filter(({ ref }) => refs.includes(ref))
    .reduce((total, { leftMinor }) => total + leftMinor, 0n)
  return sum > 0n && sum <= BigInt(refundableMinor) ? sum.toString() : null
}
