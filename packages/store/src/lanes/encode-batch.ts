import type { CounterMove, Entry, Lot, LotUse, Transfer } from '@artel/ledger'
import type { NewPurchase, OutboxEvent } from '../command/command.ts'
import { digestOf, rowHashOf } from '../row-hash/row-hash-of.ts'
import {
  entryLine,
  lotLine,
  lotUseLine,
  purchaseLine,
  refusalLine,
  transferLine,
} from '../row-hash/row-lines.ts'
import { toJson } from '../wire/to-json.ts'
import {
  collectAct,
  collectGift,
  collectGiftReturn,
  collectRare,
  collectSameSale,
  collectVouchers,
  noRare,
  type Rare,
} from './encode-rare.ts'
import type { Step } from './fold-batch.ts'
import {
  type EntryRow,
  type PostEntriesValue,
  postEntriesArguments,
  type Row,
  type StepRow,
} from './post-entries-arguments.ts'

/** The rows of a batch but for its steps, as they are collected. */
interface Rows {
  readonly entries: EntryRow[]
  readonly transfers: Row<Transfer>[]
  readonly lots: Row<Lot>[]
  readonly uses: (Row<LotUse> & { readonly expiresAt: Date | undefined })[]
  readonly purchases: (Row<NewPurchase> & { readonly lines: string })[]
  readonly counters: { readonly step: number; readonly move: CounterMove }[]
  readonly events: { readonly step: number; readonly event: OutboxEvent }[]
  readonly rare: Rare
}

/** A step's row, and the row hash of the purchase, refund or hold that the step made; 0 when it made none. */
interface EncodedStep {
  readonly row: StepRow
  readonly documentRowHash: number
}

type GroupOutcome = Step['outcome'] & { readonly kind: 'group' }
type RefusalOutcome = Step['outcome'] & { readonly kind: 'refusal' }

/**
 * The values of `POST_ENTRIES` for these steps, and the row hashes of the documents that they make. `newId` makes the entries'
 * ids.
 */
export function encodeBatch(
  coalitionId: string,
  batch: { readonly now: Date; readonly atomic: boolean; readonly steps: readonly Step[] },
  newId: () => string,
): { readonly values: PostEntriesValue[]; readonly documentRowHashes: readonly number[] } {
  const rows: Rows = {
    entries: [],
    transfers: [],
    lots: [],
    uses: [],
    purchases: [],
    counters: [],
    events: [],
    rare: noRare(),
  }
  const { now, atomic } = batch
  const encoded = batch.steps.map((step, at) =>
    step.outcome.kind === 'group'
      ? groupStep(rows, { step, outcome: step.outcome, index: at + 1 }, newId)
      : refusalStep(step, step.outcome),
  )
  const steps = encoded.map(({ row }) => row)
  return {
    values: Object.values(postEntriesArguments({ coalitionId, now, atomic }, { ...rows, steps })),
    documentRowHashes: encoded.map(({ documentRowHash }) => documentRowHash),
  }
}

/** A refusal has no rows of its own: the write function makes its row of the step. */
function refusalStep({ command, expectedSequence }: Step, { refusal }: RefusalOutcome): EncodedStep {
  const details = toJson(refusal.details)
  const line = refusalLine(command.key, { code: refusal.code, details })
  const row = {
    groupId: null,
    customerId: command.customerId,
    expectedSequence,
    pointsDelta: 0n,
    reservedDelta: 0n,
    balanceAfter: null,
    key: command.key,
    digest: digestOf([line]),
    refusalCode: refusal.code,
    details,
    rowHash: rowHashOf(line),
  }
  return { row, documentRowHash: 0 }
}

/** A step that posts a group, with its 1-based index in the batch. */
interface GroupStep {
  readonly step: Step
  readonly outcome: GroupOutcome
  readonly index: number
}

/** Adds the rows of a group to those of the batch, each under its rowHash. */
function groupStep(rows: Rows, placed: GroupStep, newId: () => string): EncodedStep {
  const lines: string[] = []
  const rowHash = (line: string): number => {
    lines.push(line)
    return rowHashOf(line)
  }
  const { step, outcome, index } = placed
  const { before, after, group } = outcome
  let documentRowHash = addEntries(rows, placed, newId, rowHash)
  const { purchase } = group
  if (purchase) {
    const text = toJson(purchase.lines)
    documentRowHash = rowHash(purchaseLine(purchase, after.posted, text))
    rows.purchases.push({ owner: index, position: 0, item: purchase, lines: text, rowHash: documentRowHash })
  }
  const { customerId } = step.command
  if (group.gift) collectGift(rows.rare, { step: index, customerId, rowHash }, group.gift)
  if (group.giftReturn) collectGiftReturn(rows.rare, { step: index, customerId, rowHash }, group.giftReturn)
  if (group.vouchers) collectVouchers(rows.rare, { step: index, customerId, moves: group.vouchers, rowHash })
  if (step.command.sameSale) collectSameSale(rows.rare, index, step.command.sameSale)
  for (const move of group.counters ?? []) rows.counters.push({ step: index, move })
  if (step.command.by) collectAct(rows.rare, { step: index, by: step.command.by, group, rowHash })
  for (const event of group.outbox) rows.events.push({ step: index, event })
  const row = {
    groupId: group.documentId,
    customerId: step.command.customerId,
    expectedSequence: step.expectedSequence,
    pointsDelta: after.posted - before.posted,
    reservedDelta: after.reserved - before.reserved,
    balanceAfter: after.posted,
    key: step.command.key,
    digest: digestOf(lines),
    refusalCode: null,
    details: null,
    rowHash: null,
  }
  return { row, documentRowHash }
}

/** Adds a group's entries and what they consist of. Returns the row hash of the refund or hold that came with them, or 0. */
function addEntries(
  rows: Rows,
  { step, outcome, index }: GroupStep,
  newId: () => string,
  rowHash: (line: string) => number,
): number {
  const { command } = step
  const { customerId } = command
  const { group } = outcome
  const after = outcome.after.posted
  let balanceAfter: bigint = outcome.before.posted
  let documentRowHash = 0
  for (const [position, entry] of group.entries.entries()) {
    const id = newId()
    balanceAfter += entry.pointsDelta
    const facts = {
      id,
      groupId: group.documentId,
      position,
      customerId,
      customerSequence: step.expectedSequence + 1n,
      balanceAfter,
      key: position === 0 ? command.key : null,
    }
    rows.entries.push({
      id,
      step: index,
      position,
      balanceAfter,
      entry,
      rowHash: rowHash(entryLine(entry, facts)),
    })
    const owner = rows.entries.length
    for (const [at, item] of entry.transfers.entries())
      rows.transfers.push({ owner, position: at, item, rowHash: rowHash(transferLine(item, id, at)) })
    for (const item of entry.newLots)
      rows.lots.push({ owner, position: 0, item, rowHash: rowHash(lotLine(item, id, customerId)) })
    const expiries = newExpiries(entry)
    for (const [at, item] of entry.lotUses.entries()) {
      const expiresAt = expiries.get(item.lotId)
      rows.uses.push({
        owner,
        position: at,
        item,
        expiresAt,
        rowHash: rowHash(lotUseLine(item, id, at, expiresAt)),
      })
    }
    const placed = { step: index, entryIndex: owner, entryId: id, customerId, entry, group, after, rowHash }
    documentRowHash = collectRare(rows.rare, placed) ?? documentRowHash
  }
  return documentRowHash
}

/** An exact undo may leave the customer days to spend what came back: the lot's new expiry stands with the use. */
const newExpiries = ({ lotChanges }: Entry): ReadonlyMap<string, Date> =>
  new Map(lotChanges.flatMap(({ lotId, expiresAt }) => (expiresAt ? [[lotId, expiresAt] as const] : [])))
