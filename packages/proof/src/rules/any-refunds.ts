import fc from 'fast-check'
import type { ToldUndone } from './left.ts'
import { least, total } from './told.ts'

/** One refund as it is drawn: of a line, or of no line in particular; so much of what is left of it. */
export interface DrawnRefund {
  /** Counted around the lines of the bill; null: names none. */
  readonly line: number | null
  /** Above 10 000: one minor unit. */
  readonly bps: bigint
}

/** Some refunds, one after another. */
export const anyRefunds: fc.Arbitrary<readonly DrawnRefund[]> = fc.array(
  fc.record({
    line: fc.oneof(
      { weight: 1, arbitrary: fc.constant(null) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 4 }) },
    ),
    bps: fc.oneof(fc.bigInt({ min: 0n, max: 9_999n }), fc.constantFrom(5_000n, 10_000n, 10_001n)),
  }),
  { maxLength: 6 },
)

/** What a drawn refund comes to; null where nothing is left of what it names. */
export function refundOf(
  { line, bps }: DrawnRefund,
  net: readonly bigint[],
  undone: ToldUndone,
): { readonly line: number | null; readonly amount: bigint } | null {
  const refundable = total(net) - total(undone.named) - undone.unnamed
  const index = line === null ? null : line % net.length
  const ofLine = index === null ? refundable : (net[index] ?? 0n) - (undone.named[index] ?? 0n)
  const most = least(ofLine, refundable)
  const part = bps > 10_000n ? least(1n, most) : (most * bps) / 10_000n
  return part > 0n ? { line: index, amount: part } : null
}

/** What is undone once this refund is too. */
export function undoneWith(
  undone: ToldUndone,
  { line, amount }: { readonly line: number | null; readonly amount: bigint },
): ToldUndone {
  if (line === null) return { ...undone, unnamed: undone.unnamed + amount, isByLines: false }
  const named = undone.named.map((sum, index) => (index === line ? sum + amount : sum))
  return { ...undone, named, isByLines: true }
}
