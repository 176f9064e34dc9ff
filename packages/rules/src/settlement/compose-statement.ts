import { assertInvariant, MICROS_PER_MINOR, type Micros, type Minor, micros, minor } from '@artel/ledger'
import { type FeeVat, feeVat, type TaxRegime } from './fee-vat.ts'
import type { LineHasher } from './line-hasher.ts'
import { roundHalfEven } from './round-to-minor.ts'
import { compareStatementLines, type StatementLine } from './statement-line.ts'

/** Entries of this kind pay for a window; a statement shows them apart from what the window brought. */
export const PAYMENT_KIND = 'SETTLEMENT_PAYMENT'

/** A sum of lines. Micros; `debit` and `credit` are not negative, net = debit - credit. */
export interface StatementTotal {
  readonly debit: Micros
  readonly credit: Micros
  readonly net: Micros
  readonly lineCount: number
  /** `net` in minor units, half to even. */
  readonly netMinor: Minor
}

/** Lines of one kind of entry. */
export interface KindTotal extends StatementTotal {
  readonly kind: string
}

/** Lines against one other member, or one of the coalition's accounts. */
export interface CounterpartyTotal extends StatementTotal {
  readonly accountKind: string
  readonly ownerId: string
}

/** What one member's clearing account went through in a window. Positive: the member owes. */
export interface Statement {
  readonly memberId: string
  readonly opening: Micros
  /** Sum of all lines but payments. */
  readonly net: Micros
  /** What the member paid, less what it was paid. */
  readonly payments: Micros
  /** opening + net - payments. */
  readonly closing: Micros
  /**
   * The same in minor units, as it is printed: openingMinor + netMinor - paymentsMinor + roundingMinor = closingMinor.
   */
  readonly openingMinor: Minor
  readonly netMinor: Minor
  readonly paymentsMinor: Minor
  readonly closingMinor: Minor
  /** What rounding each figure by itself leaves, so that the printed sum is exact. */
  readonly roundingMinor: Minor
  /** closing less closingMinor: what stays in ROUNDING, less than one minor unit. */
  readonly residue: Micros
  /** Sorted by kind. */
  readonly totalsByKind: readonly KindTotal[]
  /** Sorted by account and owner. */
  readonly totalsByCounterparty: readonly CounterpartyTotal[]
  readonly lineCount: number
  /** Hash of all lines in order, hex: what the draft's hasher made of them. */
  readonly lineHash: string
  /** Tax inside the fees; null where the regime has none. */
  readonly vat: FeeVat | null
}

interface RunningTotal {
  debit: bigint
  credit: bigint
  lines: number
}

/** A statement in the making. Changed in place by `addLine`; its size does not grow with the number of lines. */
export interface StatementDraft<Line extends StatementLine = StatementLine> {
  readonly memberId: string
  readonly opening: Micros
  readonly hasher: LineHasher<Line>
  readonly byKind: Map<string, RunningTotal>
  readonly byCounterparty: Map<
    string,
    RunningTotal & { readonly accountKind: string; readonly ownerId: string }
  >
  last: Line | undefined
  lineCount: number
}

/** Begins a statement at its opening balance: the closing of the window before. `lineHasher(createHash('sha256'))` is a hasher. */
export function beginStatement<Line extends StatementLine = StatementLine>(facts: {
  readonly memberId: string
  readonly opening: Micros
  readonly hasher: LineHasher<Line>
}): StatementDraft<Line> {
  return {
    ...facts,
    byKind: new Map(),
    byCounterparty: new Map(),
    last: undefined,
    lineCount: 0,
  }
}

/** Adds the next line, in place. A line out of order, twice or of zero is a BrokenInvariantError. */
export function addLine<Line extends StatementLine>(draft: StatementDraft<Line>, line: Line): void {
  const { last } = draft
  assertInvariant(
    last === undefined || compareStatementLines(last, line) < 0,
    () => `line ${line.position} of ${line.entryId} is out of order or there twice`,
  )
  assertInvariant(line.amount !== 0n, () => `line ${line.position} of ${line.entryId} is zero`)
  const { kind: accountKind, ownerId } = line.counterparty
  const counterparty = `${accountKind} ${ownerId}`
  count(slot(draft.byKind, line.kind, emptyTotal), line.amount)
  count(
    slot(draft.byCounterparty, counterparty, () => ({ accountKind, ownerId, ...emptyTotal() })),
    line.amount,
  )
  draft.lineCount += 1
  draft.last = line
  draft.hasher.add(line)
}

/**
 * Ends a statement. `closingMinor` is the member's part of `roundNets` over all members of the window, so that the
 * statement asks for what the plan pays; by default the closing is rounded by itself, half to even. `tax` is the
 * member's regime. A closing a whole minor unit off is a BrokenInvariantError.
 */
export function finishStatement<Line extends StatementLine>(
  draft: StatementDraft<Line>,
  facts: { readonly tax: TaxRegime; readonly closingMinor?: Minor; readonly microsPerMinor?: bigint },
): Statement {
  const { microsPerMinor = MICROS_PER_MINOR } = facts
  const paid = draft.byKind.get(PAYMENT_KIND)
  const payments = paid ? paid.credit - paid.debit : 0n
  const net =
    [...draft.byKind.values()].reduce((sum, total) => sum + total.debit - total.credit, 0n) + payments
  const closing = micros(draft.opening + net - payments)
  const rounded = (amount: bigint) => roundHalfEven(micros(amount), microsPerMinor)
  const closingMinor = facts.closingMinor ?? rounded(closing)
  const residue = closing - closingMinor * microsPerMinor
  assertInvariant(
    residue < microsPerMinor && -residue < microsPerMinor,
    () => `${closingMinor} is not ${closing} micros rounded`,
  )
  const openingMinor = rounded(draft.opening)
  const [netMinor, paymentsMinor] = [rounded(net), rounded(payments)]
  const totalOf = (total: RunningTotal): StatementTotal => ({
    debit: micros(total.debit),
    credit: micros(total.credit),
    net: micros(total.debit - total.credit),
    lineCount: total.lines,
    netMinor: rounded(total.debit - total.credit),
  })
  const fees = [...draft.byCounterparty.values()].filter(({ accountKind }) => accountKind === 'FEES')
  return {
    memberId: draft.memberId,
    opening: draft.opening,
    net: micros(net),
    payments: micros(payments),
    closing,
    openingMinor,
    netMinor,
    paymentsMinor,
    closingMinor,
    roundingMinor: minor(closingMinor - openingMinor - netMinor + paymentsMinor),
    residue: micros(residue),
    totalsByKind: sorted(draft.byKind).map(([kind, total]) => ({ kind, ...totalOf(total) })),
    totalsByCounterparty: sorted(draft.byCounterparty).map(([, total]) => ({
      accountKind: total.accountKind,
      ownerId: total.ownerId,
      ...totalOf(total),
    })),
    lineCount: draft.lineCount,
    lineHash: draft.hasher.digest(),
    vat: feeVat(rounded(fees.reduce((sum, total) => sum + total.debit - total.credit, 0n)), facts.tax),
  }
}

const emptyTotal = (): RunningTotal => ({ debit: 0n, credit: 0n, lines: 0 })

function slot<Value>(totals: Map<string, Value>, key: string, make: () => Value): Value {
  const known = totals.get(key)
  if (known) return known
  const made = make()
  totals.set(key, made)
  return made
}

function count(total: RunningTotal, amount: Micros): void {
  if (amount > 0n) total.debit += amount
  else total.credit -= amount
  total.lines += 1
}

const sorted = <Value>(totals: ReadonlyMap<string, Value>) =>
  [...totals].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
