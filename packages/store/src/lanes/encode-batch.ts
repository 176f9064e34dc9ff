import type { Entry, Lot, LotUse, Transfer } from '@artel/ledger'
import type { NewPurchase, OutboxEvent } from '../post/command.ts'
import { entryLine, lotLine, lotUseLine, purchaseLine, refusalLine, transferLine } from '../seal/row-lines.ts'
import { digestOf, sealOf } from '../seal/seal-of.ts'
import { dateArray, hexArray, jsonArray, plainArray, textArray, toJson } from './array-literal.ts'
import { collectRare, noRare, type Rare } from './encode-rare.ts'
import type { Step } from './fold-batch.ts'

/** A row of a flat record set with the 1-based index of the step or entry that it belongs to, and its seal. */
interface Row<Item> {
  readonly owner: number
  readonly position: number
  readonly item: Item
  readonly seal: number
}

interface EntryRow {
  readonly id: string
  readonly step: number
  readonly position: number
  readonly balanceAfter: bigint
  readonly entry: Entry
  readonly seal: number
}

interface UseRow extends Row<LotUse> {
  readonly expiresAt: Date | undefined
}

/** The rows of a batch by table, in the order of its steps. */
interface Rows {
  readonly entries: EntryRow[]
  readonly transfers: Row<Transfer>[]
  readonly lots: Row<Lot>[]
  readonly uses: UseRow[]
  readonly purchases: (Row<NewPurchase> & { readonly lines: string })[]
  readonly events: { readonly step: number; readonly event: OutboxEvent }[]
  readonly rare: Rare
}

/** What a step says of itself besides its rows. */
interface StepRow {
  readonly digest: string
  /** Of a refusal: its row is written from the step itself. */
  readonly seal: number | null
  /** Of the purchase, refund or hold that the step made. */
  readonly documentSeal: number
  readonly details: string | null
}

type GroupStep = Step & { readonly outcome: Step['outcome'] & { readonly kind: 'group' } }

/**
 * The arguments of `post_entries` for these steps, in its order, and the seals of the documents that they make.
 * `newId` makes the entries' ids.
 */
export function encodeBatch(
  coalitionId: string,
  batch: { readonly now: Date; readonly atomic: boolean; readonly steps: readonly Step[] },
  newId: () => string,
): { readonly values: (string | null)[]; readonly documentSeals: readonly number[] } {
  const rows: Rows = {
    entries: [],
    transfers: [],
    lots: [],
    uses: [],
    purchases: [],
    events: [],
    rare: noRare(),
  }
  const { steps } = batch
  const stepRows = steps.map((step, at) => {
    const { outcome, command } = step
    if (outcome.kind === 'group') return groupRow(rows, { ...step, outcome }, at + 1, newId)
    const details = toJson(outcome.refusal.details)
    const line = refusalLine(command.key, { code: outcome.refusal.code, details })
    return { digest: digestOf([line]), seal: sealOf(line), documentSeal: 0, details }
  })
  const values = [
    coalitionId,
    batch.now.toISOString(),
    String(batch.atomic),
    ...stepColumns(steps, stepRows),
    ...entryColumns(rows.entries),
    ...transferColumns(rows.transfers),
    ...lotColumns(rows.lots),
    ...useColumns(rows.uses),
    ...purchaseColumns(rows.purchases),
    ...outboxColumns(rows.events),
    rows.rare.some ? toJson(rows.rare.sets) : null,
  ]
  return { values, documentSeals: stepRows.map(({ documentSeal }) => documentSeal) }
}

/** Adds the rows of a group to those of the batch, each under its seal. */
function groupRow(rows: Rows, step: GroupStep, index: number, newId: () => string): StepRow {
  const lines: string[] = []
  const seal = (line: string): number => {
    lines.push(line)
    return sealOf(line)
  }
  const { command, outcome } = step
  const { group } = outcome
  const { customerId } = command
  const after = outcome.after.posted
  let balanceAfter: bigint = outcome.before.posted
  let documentSeal = 0
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
    rows.entries.push({ id, step: index, position, balanceAfter, entry, seal: seal(entryLine(entry, facts)) })
    const owner = rows.entries.length
    for (const [at, item] of entry.transfers.entries())
      rows.transfers.push({ owner, position: at, item, seal: seal(transferLine(item, id, at)) })
    for (const item of entry.newLots)
      rows.lots.push({ owner, position: 0, item, seal: seal(lotLine(item, id, customerId)) })
    for (const [at, item] of entry.lotUses.entries()) {
      const expiresAt = newExpiry(entry, item)
      rows.uses.push({
        owner,
        position: at,
        item,
        expiresAt,
        seal: seal(lotUseLine(item, id, at, expiresAt)),
      })
    }
    const rareSeal = collectRare(rows.rare, {
      step: index,
      entryIndex: owner,
      entryId: id,
      customerId,
      entry,
      group,
      after,
      seal,
    })
    documentSeal = rareSeal ?? documentSeal
  }
  const { purchase } = group
  if (purchase) {
    const text = toJson(purchase.lines)
    const sealed = seal(purchaseLine(purchase, after, text))
    rows.purchases.push({ owner: index, position: 0, item: purchase, lines: text, seal: sealed })
    documentSeal = sealed
  }
  for (const event of group.outbox) rows.events.push({ step: index, event })
  return { digest: digestOf(lines), seal: null, documentSeal, details: null }
}

/** An exact undo may leave the customer days to spend what came back: the lot's new expiry stands with the use. */
const newExpiry = ({ lotChanges }: Entry, use: LotUse): Date | undefined =>
  lotChanges.length === 0
    ? undefined
    : lotChanges.find(({ lotId, expiresAt }) => lotId === use.lotId && expiresAt)?.expiresAt

function stepColumns(steps: readonly Step[], rows: readonly StepRow[]): string[] {
  const ofGroup = (
    value: (outcome: Step['outcome'] & { kind: 'group' }) => string | bigint,
    other: bigint | null,
  ) => plainArray(steps.map(({ outcome }) => (outcome.kind === 'group' ? value(outcome) : other)))
  return [
    ofGroup(({ group }) => group.documentId, null),
    plainArray(steps.map(({ command }) => command.customerId)),
    plainArray(steps.map(({ expectedSequence }) => expectedSequence)),
    ofGroup(({ before, after }) => after.posted - before.posted, 0n),
    ofGroup(({ before, after }) => after.reserved - before.reserved, 0n),
    ofGroup(({ after }) => after.posted, null),
    plainArray(steps.map(({ command }) => command.key.scopeId)),
    textArray(steps.map(({ command }) => command.key.operation)),
    textArray(steps.map(({ command }) => command.key.key)),
    hexArray(steps.map(({ command }) => command.key.requestHash)),
    hexArray(rows.map(({ digest }) => digest)),
    textArray(steps.map(({ outcome }) => (outcome.kind === 'refusal' ? outcome.refusal.code : null))),
    textArray(rows.map(({ details }) => details)),
    plainArray(rows.map(({ seal }) => seal)),
  ]
}

function entryColumns(entries: readonly EntryRow[]): string[] {
  return [
    plainArray(entries.map(({ step }) => step)),
    plainArray(entries.map(({ id }) => id)),
    plainArray(entries.map(({ position }) => position)),
    plainArray(entries.map(({ entry }) => entry.kind)),
    plainArray(entries.map(({ entry }) => entry.memberId)),
    plainArray(entries.map(({ entry }) => entry.documentId)),
    plainArray(entries.map(({ entry }) => entry.pointsDelta)),
    plainArray(entries.map(({ entry }) => entry.reservedDelta)),
    plainArray(entries.map(({ balanceAfter }) => balanceAfter)),
    plainArray(entries.map(({ seal }) => seal)),
  ]
}

function transferColumns(transfers: readonly Row<Transfer>[]): string[] {
  return [
    plainArray(transfers.map(({ owner }) => owner)),
    plainArray(transfers.map(({ position }) => position)),
    plainArray(transfers.map(({ item }) => item.unit)),
    plainArray(transfers.map(({ item }) => item.debit.kind)),
    plainArray(transfers.map(({ item }) => item.debit.ownerId)),
    plainArray(transfers.map(({ item }) => item.credit.kind)),
    plainArray(transfers.map(({ item }) => item.credit.ownerId)),
    plainArray(transfers.map(({ item }) => item.amount)),
    plainArray(transfers.map(({ seal }) => seal)),
  ]
}

function lotColumns(lots: readonly Row<Lot>[]): string[] {
  return [
    plainArray(lots.map(({ owner }) => owner)),
    plainArray(lots.map(({ item }) => item.id)),
    plainArray(lots.map(({ item }) => item.issuerId)),
    plainArray(lots.map(({ item }) => item.termsId)),
    plainArray(lots.map(({ item }) => item.amount)),
    dateArray(lots.map(({ item }) => item.issuedAt)),
    dateArray(lots.map(({ item }) => item.activatesAt)),
    dateArray(lots.map(({ item }) => item.expiresAt)),
    plainArray(lots.map(({ item }) => item.prices.reservePrice)),
    plainArray(lots.map(({ item }) => item.prices.deposit)),
    plainArray(lots.map(({ item }) => item.prices.issueFee)),
    plainArray(lots.map(({ item }) => item.prices.redeemFee)),
    plainArray(lots.map(({ seal }) => seal)),
  ]
}

function useColumns(uses: readonly UseRow[]): string[] {
  return [
    plainArray(uses.map(({ owner }) => owner)),
    plainArray(uses.map(({ position }) => position)),
    plainArray(uses.map(({ item }) => item.lotId)),
    plainArray(uses.map(({ item }) => item.kind)),
    plainArray(uses.map(({ item }) => item.points)),
    dateArray(uses.map(({ expiresAt }) => expiresAt)),
    plainArray(uses.map(({ seal }) => seal)),
  ]
}

function purchaseColumns(purchases: Rows['purchases']): string[] {
  return [
    plainArray(purchases.map(({ owner }) => owner)),
    plainArray(purchases.map(({ item }) => item.id)),
    plainArray(purchases.map(({ item }) => item.memberId)),
    plainArray(purchases.map(({ item }) => item.termsId)),
    textArray(purchases.map(({ item }) => item.receiptRef)),
    plainArray(purchases.map(({ item }) => item.totalMinor)),
    plainArray(purchases.map(({ item }) => item.pointsPartMinor)),
    plainArray(purchases.map(({ item }) => item.pointsRedeemed)),
    plainArray(purchases.map(({ item }) => item.pointsEarned)),
    plainArray(purchases.map(({ item }) => item.earnedLotId)),
    plainArray(purchases.map(({ item }) => item.holdId)),
    textArray(purchases.map(({ lines }) => lines)),
    dateArray(purchases.map(({ item }) => item.occurredAt)),
    plainArray(purchases.map(({ seal }) => seal)),
  ]
}

function outboxColumns(events: Rows['events']): string[] {
  return [
    plainArray(events.map(({ step }) => step)),
    plainArray(events.map(({ event }) => event.id)),
    textArray(events.map(({ event }) => event.kind)),
    plainArray(events.map(({ event }) => event.subjectId)),
    jsonArray(events.map(({ event }) => event.payload)),
  ]
}
