import { createHash } from 'node:crypto'
import type { BankLine } from '@artel/documents'
import { minor } from '@artel/ledger'
import { type ImportedLine, type LineMatch, matchPayments, type OpenLeg } from '@artel/rules'

/** What became of one line of a bank's statement. Amounts are minor units. */
export interface ImportedBankLine {
  /** The line of the file. */
  readonly line: number
  readonly bookedOn: string
  readonly direction: 'IN' | 'OUT'
  readonly amountMinor: bigint
  readonly purpose: string
  /** MATCHED, PARTIAL, OVER_PAID, UNMATCHED; or SKIPPED, which proves nothing. */
  readonly verdict: LineMatch['verdict'] | 'SKIPPED'
  readonly allocations: readonly { readonly legId: string; readonly amountMinor: bigint }[]
  readonly remainderMinor: bigint
  /** Why there is a remainder, or why the line was skipped: NOT_BOOKED, REVERSAL, OTHER_CURRENCY, or its problem. */
  readonly reason: string | null
  /** The reference is a leg's, but somebody else paid: a person should look. */
  readonly otherPayer: boolean
  /** This reading of the file matched it; false for what an earlier one had, and for what nothing explains. */
  readonly isNew: boolean
}

/** What a line is, whatever file it comes in. */
const lineIdOf = (line: BankLine): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[line.account, line.direction, String(line.amountMinor), line.currency, line.bookedOn],
        ...[line.documentNo, line.endToEndId, line.counterparty.account, line.remittance],
      ]),
    )
    .digest('hex')

/** A line's result with what tells the line from all others. */
export interface MatchedBankLine {
  readonly lineId: string
  readonly result: ImportedBankLine
}

/**
 * What the lines of a file pay of the legs that are open. `seen` are lines that have paid something, of whatever file;
 * `before` is how this file was read last, whose matched lines stay as they are. Pure.
 */
export function matchBankLines(
  lines: readonly BankLine[],
  legs: readonly OpenLeg[],
  facts: {
    readonly currency: string
    readonly seen: ReadonlySet<string>
    readonly before: readonly ImportedBankLine[]
  },
): readonly MatchedBankLine[] {
  // Matched in the order of the file; a line that was seen, in this file or in an earlier one, is not matched again.
  const seen = new Set(facts.seen)
  const named = lines.map((line, index) => {
    const lineId = lineIdOf(line)
    const skipped = skipReason(line, facts)
    const isUsable = skipped === null && !seen.has(lineId)
    if (isUsable) seen.add(lineId)
    return { line, lineId, skipped, isUsable, place: String(index).padStart(9, '0') }
  })
  const imported = named.flatMap(({ line, place, isUsable }) => (isUsable ? [importedLine(line, place)] : []))
  const matches = new Map(matchPayments(imported, legs).matches.map((match) => [match.lineId, match]))
  return named.map(({ line, lineId, skipped, place }, index) => {
    const earlier = facts.before[index]
    if (earlier && paidBy(earlier, line)) return { lineId, result: { ...earlier, isNew: false } }
    const match = matches.get(place)
    const own = {
      line: line.line,
      bookedOn: line.bookedOn,
      direction: line.direction,
      amountMinor: line.amountMinor,
      purpose: line.remittance,
    }
    if (!match)
      return {
        lineId,
        result: {
          ...own,
          verdict: skipped === null ? ('UNMATCHED' as const) : ('SKIPPED' as const),
          allocations: [],
          remainderMinor: line.amountMinor,
          reason: skipped ?? 'REPEATED_LINE',
          otherPayer: false,
          isNew: false,
        },
      }
    return {
      lineId,
      result: {
        ...own,
        verdict: match.verdict,
        allocations: match.allocations.map(({ legId, amount }) => ({ legId, amountMinor: amount })),
        remainderMinor: match.remainder,
        reason: match.reason,
        otherPayer: match.otherPayer,
        isNew: match.allocations.length > 0,
      },
    }
  })
}

/** Whether an earlier reading had this line pay something. */
const paidBy = (earlier: ImportedBankLine, { line, amountMinor }: BankLine): boolean =>
  earlier.allocations.length > 0 && earlier.line === line && earlier.amountMinor === amountMinor

function skipReason(line: BankLine, { currency }: { readonly currency: string }): string | null {
  if (line.problem) return line.problem.code
  if (!line.booked) return 'NOT_BOOKED'
  if (line.reversal) return 'REVERSAL'
  return line.currency === currency ? null : 'OTHER_CURRENCY'
}

const importedLine = (line: BankLine, id: string): ImportedLine => ({
  id,
  bookedOn: line.bookedOn,
  direction: line.direction,
  amount: minor(line.amountMinor),
  purpose: `${line.remittance} ${line.endToEndId}`,
  counterpartyAccount: line.counterparty.account || null,
  counterpartyInn: line.counterparty.taxId || null,
})
