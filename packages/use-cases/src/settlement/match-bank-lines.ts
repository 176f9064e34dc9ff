import type { BankFileRemark, BankLine } from '@artel/documents'
import { minor } from '@artel/ledger'
import { type ImportedLine, type LineMatch, matchPayments, type OpenLeg } from '@artel/rules'
import type { MovementOnRecord } from '@artel/store'
import { bankLineId } from './bank-line-id.ts'
import { createKnownLines, type LinesOnRecord } from './known-bank-lines.ts'
import { matchOnRecord, type OnRecord } from './match-on-record.ts'

/** What became of one line of a bank's statement. Amounts are minor units. */
export interface ImportedBankLine {
  /** The line of the file. */
  readonly line: number
  readonly bookedOn: string
  readonly direction: 'IN' | 'OUT'
  readonly amountMinor: bigint
  readonly purpose: string
  /**
   * MATCHED, PARTIAL, OVER_PAID, UNMATCHED; REVERSED, which takes a payment back; or SKIPPED, which proves nothing.
   */
  readonly verdict: LineMatch['verdict'] | 'REVERSED' | 'SKIPPED'
  readonly allocations: readonly { readonly legId: string; readonly amountMinor: bigint }[]
  /** Payments on record that it takes back; none where it takes back another line of the file, which so pays nothing. */
  readonly takesBack: readonly string[]
  readonly remainderMinor: bigint
  /**
   * Why there is a remainder, or why the line was skipped: NOT_BOOKED, REVERSAL, OTHER_CURRENCY, TAKEN_BACK,
   * RECORDED_BY_HAND, REPEATED_LINE, or the code of its problem.
   */
  readonly reason: string | null
  /** What is odd about the line in the file. */
  readonly remarks: readonly BankFileRemark[]
  /** The reference is a leg's, but somebody else paid: a person should look. */
  readonly otherPayer: boolean
  /**
   * This reading of the file found what the line is; false for what an earlier one had, and for what nothing explains.
   */
  readonly isNew: boolean
}

/** A line's result with what is written down of it. */
export interface MatchedBankLine {
  readonly source: BankLine
  readonly lineId: string
  readonly result: ImportedBankLine
  /** The payment that a person had recorded, or taken back, and that the line proves. */
  readonly confirmedPaymentId: string | null
}

/** What lines are held against. */
export interface BankLineFacts extends LinesOnRecord {
  readonly currency: string
  readonly legs: readonly OpenLeg[]
  readonly recorded: readonly MovementOnRecord[]
  /** How this file was read last: what was found then stays. */
  readonly before: readonly ImportedBankLine[]
}

/**
 * What the lines of a file are: payments of open legs, money that was taken back, or what is on record already. A payment
 * counts once, whatever file it comes in and whoever recorded it. Pure.
 */
export function matchBankLines(lines: readonly BankLine[], facts: BankLineFacts): readonly MatchedBankLine[] {
  const isKnown = createKnownLines(facts)
  const sorted = lines.map((source, index) => {
    const kept = keptResult(facts.before[index], source)
    const skipped = skipReason(source, facts)
    const isRepeated = skipped === null && isKnown(source)
    const isFresh = kept === undefined && skipped === null && !isRepeated
    return { source, kept, skipped: skipped ?? (isRepeated ? 'REPEATED_LINE' : null), isFresh }
  })
  const fresh = sorted.flatMap(({ source, isFresh }) => (isFresh ? [source] : []))
  const lineNos = new Map(lines.map((line) => [bankLineId(line.identity), line.line]))
  const onRecord = matchOnRecord(fresh, {
    recorded: facts.recorded,
    references: referencesOf(facts),
    lineNos,
  })
  const paying = fresh.filter((line) => !line.reversal && !onRecord.has(line))
  const imported = paying.map((line, index) => importedLine(line, String(index).padStart(9, '0')))
  const matches = new Map(matchPayments(imported, facts.legs).matches.map((match) => [match.lineId, match]))
  const matchOf = new Map(paying.map((line, index) => [line, matches.get(imported[index]?.id ?? '')]))
  return sorted.map(({ source, kept, skipped }) => {
    const found = onRecord.get(source)
    return {
      ...{ source, lineId: bankLineId(source.identity) },
      result: kept ?? {
        ...plainResult(source),
        ...becameOf(source, { skipped, found, match: matchOf.get(source) }),
      },
      confirmedPaymentId: kept === undefined && found?.kind === 'BY_HAND' ? found.paymentId : null,
    }
  })
}

/** References of all legs that a line may quote. */
const referencesOf = ({ legs, recorded }: BankLineFacts): readonly string[] => [
  ...new Set([
    ...legs.map(({ reference }) => reference),
    ...recorded.flatMap(({ references }) => references),
  ]),
]

/** What an earlier reading of the file found, unless it found nothing. */
function keptResult(earlier: ImportedBankLine | undefined, line: BankLine): ImportedBankLine | undefined {
  if (earlier?.line !== line.line || earlier.amountMinor !== line.amountMinor) return undefined
  return isExplained(earlier) ? { ...earlier, isNew: false } : undefined
}

const isExplained = ({ allocations, verdict, reason }: ImportedBankLine): boolean =>
  allocations.length > 0 || verdict === 'REVERSED' || reason === 'TAKEN_BACK' || reason === 'RECORDED_BY_HAND'

/** Whether an earlier reading of the file had found what the line is; what nothing explains was found by none. */
export const wasFoundBefore = (line: ImportedBankLine): boolean => !line.isNew && isExplained(line)

const plainResult = (line: BankLine) => ({
  ...{ line: line.line, bookedOn: line.bookedOn, direction: line.direction, amountMinor: line.amountMinor },
  ...{ purpose: line.remittance, remarks: line.remarks, otherPayer: false, allocations: [], takesBack: [] },
})

type Became = Pick<ImportedBankLine, 'verdict' | 'remainderMinor' | 'reason' | 'isNew'> &
  Partial<ImportedBankLine>

function becameOf(
  { amountMinor, reversal }: BankLine,
  facts: { skipped: string | null; found: OnRecord | undefined; match: LineMatch | undefined },
): Became {
  const { skipped, found, match } = facts
  const nothing = { remainderMinor: amountMinor, isNew: false }
  if (skipped === 'REPEATED_LINE') return { ...nothing, verdict: 'UNMATCHED', reason: skipped }
  if (skipped !== null) return { ...nothing, verdict: 'SKIPPED', reason: skipped }
  switch (found?.kind) {
    case 'BY_HAND':
      return {
        ...nothing,
        verdict: reversal ? 'SKIPPED' : 'UNMATCHED',
        reason: 'RECORDED_BY_HAND',
        isNew: true,
      }
    case 'TAKEN_BACK':
      return { ...nothing, verdict: 'SKIPPED', reason: 'TAKEN_BACK', isNew: true }
    case 'TAKES_BACK':
      return {
        verdict: 'REVERSED',
        reason: null,
        remainderMinor: 0n,
        isNew: true,
        takesBack: found.paymentIds,
      }
  }
  // A payment is matched; what is left takes back nothing that is on record.
  if (!match) return { ...nothing, verdict: 'SKIPPED', reason: 'REVERSAL' }
  return {
    verdict: match.verdict,
    allocations: match.allocations.map(({ legId, amount }) => ({ legId, amountMinor: amount })),
    remainderMinor: match.remainder,
    reason: match.reason,
    otherPayer: match.otherPayer,
    isNew: match.allocations.length > 0,
  }
}

function skipReason(line: BankLine, { currency }: Pick<BankLineFacts, 'currency'>): string | null {
  if (line.problem) return line.problem.code
  if (!line.booked) return 'NOT_BOOKED'
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
