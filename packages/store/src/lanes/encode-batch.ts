import type { Entry, Lot, LotUse, Transfer } from '@artel/ledger'
import type { NewPurchase, OutboxEvent } from '../command/command.ts'
import { entryLine, lotLine, lotUseLine, purchaseLine, refusalLine, transferLine } from '../seal/row-lines.ts'
import { digestOf, sealOf } from '../seal/seal-of.ts'
import {
  byteaArray,
  instantArray,
  int4Array,
  int8Array,
  jsonArray,
  jsonbArray,
  textArray,
  uuidArray,
} from '../wire/binary-array.ts'
import { toJson } from '../wire/to-json.ts'
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
): { readonly values: (string | Buffer | null)[]; readonly documentSeals: readonly number[] } {
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

function stepColumns(steps: readonly Step[], rows: readonly StepRow[]): Buffer[] {
  return [
    uuidArray(steps, ({ outcome }) => (outcome.kind === 'group' ? outcome.group.documentId : null)),
    uuidArray(steps, ({ command }) => command.customerId),
    int8Array(steps, ({ expectedSequence }) => expectedSequence),
    int8Array(steps, ({ outcome }) =>
      outcome.kind === 'group' ? outcome.after.posted - outcome.before.posted : 0n,
    ),
    int8Array(steps, ({ outcome }) =>
      outcome.kind === 'group' ? outcome.after.reserved - outcome.before.reserved : 0n,
    ),
    int8Array(steps, ({ outcome }) => (outcome.kind === 'group' ? outcome.after.posted : null)),
    uuidArray(steps, ({ command }) => command.key.scopeId),
    textArray(steps, ({ command }) => command.key.operation),
    textArray(steps, ({ command }) => command.key.key),
    byteaArray(steps, ({ command }) => command.key.requestHash),
    byteaArray(rows, ({ digest }) => digest),
    textArray(steps, ({ outcome }) => (outcome.kind === 'refusal' ? outcome.refusal.code : null)),
    jsonArray(rows, ({ details }) => details),
    int8Array(rows, ({ seal }) => seal),
  ]
}

function entryColumns(entries: readonly EntryRow[]): Buffer[] {
  return [
    int4Array(entries, ({ step }) => step),
    uuidArray(entries, ({ id }) => id),
    int4Array(entries, ({ position }) => position),
    textArray(entries, ({ entry }) => entry.kind),
    uuidArray(entries, ({ entry }) => entry.memberId),
    uuidArray(entries, ({ entry }) => entry.documentId),
    int8Array(entries, ({ entry }) => entry.pointsDelta),
    int8Array(entries, ({ entry }) => entry.reservedDelta),
    int8Array(entries, ({ balanceAfter }) => balanceAfter),
    int8Array(entries, ({ seal }) => seal),
  ]
}

function transferColumns(transfers: readonly Row<Transfer>[]): Buffer[] {
  return [
    int4Array(transfers, ({ owner }) => owner),
    int4Array(transfers, ({ position }) => position),
    textArray(transfers, ({ item }) => item.unit),
    textArray(transfers, ({ item }) => item.debit.kind),
    uuidArray(transfers, ({ item }) => item.debit.ownerId),
    textArray(transfers, ({ item }) => item.credit.kind),
    uuidArray(transfers, ({ item }) => item.credit.ownerId),
    int8Array(transfers, ({ item }) => item.amount),
    int8Array(transfers, ({ seal }) => seal),
  ]
}

function lotColumns(lots: readonly Row<Lot>[]): Buffer[] {
  return [
    int4Array(lots, ({ owner }) => owner),
    uuidArray(lots, ({ item }) => item.id),
    uuidArray(lots, ({ item }) => item.issuerId),
    uuidArray(lots, ({ item }) => item.termsId),
    int8Array(lots, ({ item }) => item.amount),
    instantArray(lots, ({ item }) => item.issuedAt),
    instantArray(lots, ({ item }) => item.activatesAt),
    instantArray(lots, ({ item }) => item.expiresAt),
    int8Array(lots, ({ item }) => item.prices.reservePrice),
    int8Array(lots, ({ item }) => item.prices.deposit),
    int8Array(lots, ({ item }) => item.prices.issueFee),
    int8Array(lots, ({ item }) => item.prices.redeemFee),
    int8Array(lots, ({ seal }) => seal),
  ]
}

function useColumns(uses: readonly UseRow[]): Buffer[] {
  return [
    int4Array(uses, ({ owner }) => owner),
    int4Array(uses, ({ position }) => position),
    uuidArray(uses, ({ item }) => item.lotId),
    textArray(uses, ({ item }) => item.kind),
    int8Array(uses, ({ item }) => item.points),
    instantArray(uses, ({ expiresAt }) => expiresAt),
    int8Array(uses, ({ seal }) => seal),
  ]
}

function purchaseColumns(purchases: Rows['purchases']): Buffer[] {
  return [
    int4Array(purchases, ({ owner }) => owner),
    uuidArray(purchases, ({ item }) => item.id),
    uuidArray(purchases, ({ item }) => item.memberId),
    uuidArray(purchases, ({ item }) => item.termsId),
    textArray(purchases, ({ item }) => item.receiptRef),
    int8Array(purchases, ({ item }) => item.totalMinor),
    int8Array(purchases, ({ item }) => item.pointsPartMinor),
    int8Array(purchases, ({ item }) => item.pointsRedeemed),
    int8Array(purchases, ({ item }) => item.pointsEarned),
    uuidArray(purchases, ({ item }) => item.earnedLotId),
    uuidArray(purchases, ({ item }) => item.holdId),
    jsonArray(purchases, ({ lines }) => lines),
    instantArray(purchases, ({ item }) => item.occurredAt),
    int8Array(purchases, ({ seal }) => seal),
  ]
}

function outboxColumns(events: Rows['events']): Buffer[] {
  return [
    int4Array(events, ({ step }) => step),
    uuidArray(events, ({ event }) => event.id),
    textArray(events, ({ event }) => event.kind),
    uuidArray(events, ({ event }) => event.subjectId),
    jsonbArray(events, ({ event }) => toJson(event.payload)),
  ]
}
