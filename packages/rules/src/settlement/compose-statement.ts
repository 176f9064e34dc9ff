import {
  assertInvariant,
  MICROS_PER_MINOR,
  type Micros,
  type Minor,
  micros,
  minor,
  type Points,
  points,
} from '@artel/ledger'
import { type FeeVat, feeVat, type TaxRegime } from './fee-vat.ts'
import type { LineHasher } from './line-hasher.ts'
import { roundHalfEven, roundParts } from './round-to-minor.ts'
import { compareStatementLines, type StatementLine } from './statement-line.ts'

/** Entries of these kinds pay for a window, or take a payment back; a statement shows them apart from what it brought. */
export const PAYMENT_KINDS: readonly string[] = ['PAYMENT', 'PAYMENT_REVERSAL']

/** A sum of lines. Micros; `debit` and `credit` are not negative, net = debit - credit. */
export interface StatementTotal {
  readonly debit: Micros
  readonly credit: Micros
  readonly net: Micros
  readonly lineCount: number
  /** Of customers, signed. */
  readonly points: Points
  /** `net` in minor units, by largest remainder, so that the totals add up as printed. */
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
  /** What the member paid, less what it was paid and what of both was taken back. */
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
  /**
   * closing less closingMinor, less than one minor unit: what stays in ROUNDING; of a closing that is carried forward, on
   * the account.
   */
  readonly residue: Micros
  /** Sorted by kind. */
  readonly totalsByKind: readonly KindTotal[]
  /** Sorted by account and owner. */
  readonly totalsByCounterparty: readonly CounterpartyTotal[]
  readonly lineCount: number
  /** Hash of all lines in order, hex: what the draft's hasher made of them. */
  readonly lineHash: string
  /** Tax inside the operator's fees; null where its regime has none. */
  readonly vat: FeeVat | null
}

interface RunningTotal {
  debit: bigint
  credit: bigint
  points: bigint
  lines: number
}

interface CounterpartyRunning extends RunningTotal {
  readonly accountKind: string
  readonly ownerId: string
}

/** By kind and then by owner of the account: millions of lines build no keys of both. */
type Counterparties = Map<string, Map<string, CounterpartyRunning>>

/** A statement in the making. Changed in place by `addLine`; its size does not grow with the number of lines. */
export interface StatementDraft<Line extends StatementLine = StatementLine> {
  readonly memberId: string
  readonly opening: Micros
  readonly hasher: LineHasher<Line>
  readonly byKind: Map<string, RunningTotal>
  readonly byCounterparty: Counterparties
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
  count(slot(draft.byKind, line.kind, emptyTotal), line)
  count(counterpartyOf(draft.byCounterparty, line), line)
  draft.lineCount += 1
  draft.last = line
  draft.hasher.add(line)
}

/** What finishing a statement looks at besides its lines. */
export interface StatementFacts {
  /** How the fees are taxed: the regime of the operator who charges them, whatever the member's own is. */
  readonly tax: TaxRegime
  /** `closingMinor` of the statement before, so that it opens as that one closed. Default: half to even. */
  readonly openingMinor?: Minor
  /**
   * The member's part of `roundClosings` over all members of the window, which is what the plan asks for. Default: half
   * to even.
   */
  readonly closingMinor?: Minor
  readonly microsPerMinor?: bigint
}

/**
 * Ends a statement. An opening or closing that is a whole minor unit off what it rounds, or a payment of parts of a
 * minor unit, is a BrokenInvariantError.
 */
export function finishStatement<Line extends StatementLine>(
  draft: StatementDraft<Line>,
  facts: StatementFacts,
): Statement {
  const { microsPerMinor = MICROS_PER_MINOR } = facts
  const rounded = (amount: bigint) => roundHalfEven(micros(amount), microsPerMinor)
  const payments = PAYMENT_KINDS.reduce((sum, kind) => {
    const paid = draft.byKind.get(kind)
    return paid ? sum - netOf(paid) : sum
  }, 0n)
  const all = [...draft.byKind.values()].reduce((sum, total) => sum + netOf(total), 0n)
  const closing = draft.opening + all
  const openingMinor = facts.openingMinor ?? rounded(draft.opening)
  const closingMinor = facts.closingMinor ?? rounded(closing)
  const [netMinor, paymentsMinor] = [rounded(all + payments), rounded(payments)]
  const residueOf = (exact: bigint, amount: Minor) => {
    const residue = exact - amount * microsPerMinor
    assertInvariant(
      residue < microsPerMinor && -residue < microsPerMinor,
      () => `${amount} is not ${exact} micros rounded`,
    )
    return micros(residue)
  }
  residueOf(draft.opening, openingMinor)
  assertInvariant(payments % microsPerMinor === 0n, () => `${payments} micros cannot have been paid`)
  const byCounterparty = counterpartiesOf(draft.byCounterparty)
  const feesMinor = rounded(
    [...byCounterparty.values()].reduce(
      (sum, total) => (total.accountKind === 'FEES' ? sum + netOf(total) : sum),
      0n,
    ),
  )
  const to = { total: minor(netMinor - paymentsMinor), microsPerMinor }
  return {
    memberId: draft.memberId,
    opening: draft.opening,
    net: micros(all + payments),
    payments: micros(payments),
    closing: micros(closing),
    openingMinor,
    netMinor,
    paymentsMinor,
    closingMinor,
    roundingMinor: minor(closingMinor - openingMinor - netMinor + paymentsMinor),
    residue: residueOf(closing, closingMinor),
    totalsByKind: rounding(draft.byKind, to).map(([total, own, kind]) => ({
      kind,
      ...own,
      lineCount: total.lines,
    })),
    totalsByCounterparty: rounding(byCounterparty, to).map(([total, own]) => ({
      accountKind: total.accountKind,
      ownerId: total.ownerId,
      ...own,
      lineCount: total.lines,
    })),
    lineCount: draft.lineCount,
    lineHash: draft.hasher.digest(),
    vat: feeVat(feesMinor, facts.tax),
  }
}

const netOf = (total: RunningTotal) => total.debit - total.credit

/** Totals with their rounded nets, in the order of their keys. */
function rounding<Total extends RunningTotal>(
  totals: ReadonlyMap<string, Total>,
  to: { readonly total: Minor; readonly microsPerMinor: bigint },
) {
  const nets = new Map([...totals].map(([key, total]) => [key, micros(netOf(total))]))
  const sums = new Map(roundParts(nets, to).map(({ ownerId, amount }) => [ownerId, amount]))
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, total]) => {
      const own = {
        debit: micros(total.debit),
        credit: micros(total.credit),
        net: micros(netOf(total)),
        points: points(total.points),
        netMinor: sums.get(key) ?? minor(0n),
      }
      return [total, own, key] as const
    })
}

const emptyTotal = (): RunningTotal => ({ debit: 0n, credit: 0n, points: 0n, lines: 0 })

function slot<Value>(totals: Map<string, Value>, key: string, make: () => Value): Value {
  const known = totals.get(key)
  if (known) return known
  const made = make()
  totals.set(key, made)
  return made
}

function counterpartyOf(totals: Counterparties, line: StatementLine): CounterpartyRunning {
  const { kind: accountKind, ownerId } = line.counterparty
  const ofKind = slot(totals, accountKind, () => new Map<string, CounterpartyRunning>())
  return slot(ofKind, ownerId, () => ({ accountKind, ownerId, ...emptyTotal() }))
}

/** By one key, kind and owner, in whose order they are printed. */
const counterpartiesOf = (totals: Counterparties): ReadonlyMap<string, CounterpartyRunning> =>
  new Map(
    [...totals.values()].flatMap((ofKind) =>
      [...ofKind.values()].map((total) => [`${total.accountKind} ${total.ownerId}`, total]),
    ),
  )

function count(total: RunningTotal, { amount, points: moved }: StatementLine): void {
  if (amount > 0n) total.debit += amount
  else total.credit -= amount
  if (moved) total.points += moved
  total.lines += 1
}
