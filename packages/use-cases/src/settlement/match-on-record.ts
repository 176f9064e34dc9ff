import type { BankLine } from '@artel/documents'
import { minor } from '@artel/ledger'
import {
  type KnownBy,
  type ProvingLine,
  provesRecorded,
  quotes,
  type RecordedMovement,
  takesBack,
} from '@artel/rules'
import type { MovementOnRecord } from '@artel/store'

/**
 * What a line is beside what is on record. BY_HAND: it proves what a person recorded, or took back. TAKES_BACK: it undoes
 * these payments, or another line of the file when there are none. TAKEN_BACK: another line of the file undoes it.
 */
export type OnRecord =
  | { readonly kind: 'BY_HAND'; readonly paymentId: string }
  | { readonly kind: 'TAKES_BACK'; readonly paymentIds: readonly string[] }
  | { readonly kind: 'TAKEN_BACK' }

/**
 * Finds lines that a person recorded before the bank's file came, and what the lines that take money back undo: a payment
 * on record, or another line of the file, which then pays nothing. What may be two things is left for a person. Pure.
 */
export function matchOnRecord(
  lines: readonly BankLine[],
  facts: {
    readonly recorded: readonly MovementOnRecord[]
    readonly references: readonly string[]
    /** The line of the file, from 1, of each id that a line in it has. */
    readonly lineNos: ReadonlyMap<string, number>
  },
): ReadonlyMap<BankLine, OnRecord> {
  const proving = new Map(lines.map((line) => [line, provingLine(line, facts.references)]))
  const movements = facts.recorded.map((one) => onRecord(one, facts.lineNos))
  const found = new Map<BankLine, OnRecord>()
  for (const [line, proof] of proving) {
    if (line.reversal) continue
    const byHand = movements.filter(({ state }) => state.standing.length === 1 && !state.isOfBank)
    const best = strongest(byHand, ({ movement }) => provesRecorded(proof, movement))[0]
    const [paymentId] = best?.state.standing ?? []
    if (!best || paymentId === undefined) continue
    best.state.isOfBank = true
    found.set(line, { kind: 'BY_HAND', paymentId })
  }
  for (const [line, proof] of proving) {
    if (!line.reversal) continue
    const inFile = [...proving]
      .filter(([other]) => !other.reversal && !found.has(other))
      .map(([other, said]) => ({ line: other, lineNo: other.line, movement: movementOf(said), state: null }))
    const undone = undoneBy({ ...proof, lineNo: line.line }, [...movements, ...inFile])
    if (!undone) continue
    if (undone.state === null) found.set(undone.line, { kind: 'TAKEN_BACK' })
    found.set(line, foundOf(undone))
  }
  return found
}

/** A movement on record, and what of it is still to be told of by lines. */
interface RecordedCandidate {
  readonly movement: RecordedMovement
  /** Of the line in this file that has paid it; undefined when it is not there. */
  readonly lineNo: number | undefined
  readonly state: { standing: readonly string[]; reversedByHand: readonly string[]; isOfBank: boolean }
}
/** A payment in the same file. */
interface FileCandidate {
  readonly movement: RecordedMovement
  readonly lineNo: number
  readonly state: null
  readonly line: BankLine
}
type Candidate = RecordedCandidate | FileCandidate

/** What a line takes back: of what it fits best, the latest. Undefined where a person may have taken it back already. */
function undoneBy(
  proof: ProvingLine & { readonly lineNo: number },
  candidates: readonly Candidate[],
): Candidate | undefined {
  const isCandidate = ({ state }: Candidate) =>
    state === null || state.standing.length > 0 || state.reversedByHand.length > 0
  const best = strongest(candidates.filter(isCandidate), ({ movement, lineNo = 0 }) => {
    const by = takesBack(proof, movement)
    // What the bank lists later on the same day may have been paid again since.
    const isLater = lineNo > proof.lineNo && movement.paidOn === proof.bookedOn
    return isLater && by !== 'BANK' ? null : by
  })
  const standing = best.filter(({ state }) => state === null || state.standing.length > 0)
  const byHand = best.filter(({ state }) => state !== null && state.standing.length === 0)
  if (standing.length === 0) return latest(byHand)
  // The bank knows of a payment that a person took back, so this line may be what the person had seen.
  return byHand.some(({ state }) => state?.isOfBank) ? undefined : latest(standing)
}

/** Says what a candidate is for its line, which no other line is then. */
function foundOf({ state }: Candidate): OnRecord {
  if (state === null) return { kind: 'TAKES_BACK', paymentIds: [] }
  const { standing, reversedByHand } = state
  const [paymentId = ''] = reversedByHand
  state.standing = []
  state.reversedByHand = []
  return standing.length > 0 ? { kind: 'TAKES_BACK', paymentIds: standing } : { kind: 'BY_HAND', paymentId }
}

/** Those that are known by the surest mark. */
function strongest<One>(all: readonly One[], knownBy: (one: One) => KnownBy | null): readonly One[] {
  const known = all.map((one) => ({ one, by: knownBy(one) }))
  const surest = MARKS.find((mark) => known.some(({ by }) => by === mark))
  return known.flatMap(({ one, by }) => (by === surest && by !== null ? [one] : []))
}

const MARKS: readonly KnownBy[] = ['BANK', 'REFERENCE', 'PARTY']

const latest = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.toSorted((one, other) => (one.movement.paidOn < other.movement.paidOn ? 1 : -1))[0]

const onRecord = (one: MovementOnRecord, lineNos: ReadonlyMap<string, number>): RecordedCandidate => ({
  lineNo: one.bankLineId === null ? undefined : lineNos.get(one.bankLineId),
  movement: {
    ...{ direction: one.direction, amount: one.amount, paidOn: one.paidOn, references: one.references },
    ...{ partyAccounts: one.partyAccounts, partyInns: one.partyTaxIds },
    bankReferences: [one.endToEndId, one.bankRef],
  },
  state: {
    ...{
      standing: one.standingPaymentIds,
      reversedByHand: one.reversedByHandIds,
      isOfBank: one.bankLineId !== null,
    },
  },
})

const provingLine = (line: BankLine, references: readonly string[]): ProvingLine => ({
  ...{ direction: line.direction, amount: minor(line.amountMinor), bookedOn: line.bookedOn },
  counterpartyAccount: line.counterparty.account || null,
  counterpartyInn: line.counterparty.taxId || null,
  quoted: references.filter((reference) => quotes(`${line.remittance} ${line.endToEndId}`, reference)),
  bankReferences: [line.identity.endToEndId, line.identity.bankRef],
})

const movementOf = (line: ProvingLine): RecordedMovement => ({
  ...{ direction: line.direction, amount: line.amount, paidOn: line.bookedOn, references: line.quoted },
  partyAccounts: line.counterpartyAccount === null ? [] : [line.counterpartyAccount],
  partyInns: line.counterpartyInn === null ? [] : [line.counterpartyInn],
  bankReferences: line.bankReferences,
})
