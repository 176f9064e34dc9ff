import type { Entry, Lot, LotUse, Transfer } from '@artel/ledger'
import type { EntryGroup, NewPurchase, OutboxEvent } from '../post/command.ts'
import { bytesArray, dateArray, jsonArray, plainArray, textArray, toJson } from './array-literal.ts'
import { collectRare } from './encode-rare.ts'
import type { Step } from './fold-batch.ts'

/** A row of a flat record set with the 1-based index of the step or entry that it belongs to. */
interface Owned<Item> {
  readonly owner: number
  readonly item: Item
}

/** An entry with what is only known here: its id and the balance after it. */
export interface EncodedEntry {
  readonly id: string
  readonly step: number
  readonly position: number
  readonly balanceAfter: bigint
  readonly entry: Entry
}

/** The groups of a batch, each with the 1-based index of its step. */
export interface EncodedGroup {
  readonly step: number
  readonly group: EntryGroup
}

/**
 * The arguments of `post_entries` for these steps, in its order. `newId` makes the entries' ids.
 */
export function encodeBatch(
  coalitionId: string,
  now: Date,
  steps: readonly Step[],
  newId: () => string,
): (string | null)[] {
  const groups: EncodedGroup[] = []
  const entries: EncodedEntry[] = []
  for (const [at, { outcome }] of steps.entries()) {
    if (outcome.kind === 'refusal') continue
    const step = at + 1
    groups.push({ step, group: outcome.group })
    let balanceAfter: bigint = outcome.before.posted
    for (const [position, entry] of outcome.group.entries.entries()) {
      balanceAfter += entry.pointsDelta
      entries.push({ id: newId(), step, position, balanceAfter, entry })
    }
  }
  const ofEntries = <Item>(pick: (entry: Entry) => readonly Item[]): Owned<Item>[] =>
    entries.flatMap(({ entry }, at) => pick(entry).map((item) => ({ owner: at + 1, item })))
  return [
    coalitionId,
    now.toISOString(),
    ...stepColumns(steps),
    ...entryColumns(entries),
    ...transferColumns(ofEntries((entry) => entry.transfers)),
    ...lotColumns(ofEntries((entry) => entry.newLots)),
    ...useColumns(ofEntries((entry) => entry.lotUses)),
    ...purchaseColumns(
      groups.flatMap(({ step, group }) => (group.purchase ? { owner: step, item: group.purchase } : [])),
    ),
    ...outboxColumns(
      groups.flatMap(({ step, group }) => group.outbox.map((item) => ({ owner: step, item }))),
    ),
    rareColumn(groups, entries),
  ]
}

function stepColumns(steps: readonly Step[]): string[] {
  const delta = ({ outcome }: Step) =>
    outcome.kind === 'group' ? outcome.after.posted - outcome.before.posted : 0n
  const reserved = ({ outcome }: Step) =>
    outcome.kind === 'group' ? outcome.after.reserved - outcome.before.reserved : 0n
  const refusals = steps.map(({ outcome }) => (outcome.kind === 'refusal' ? outcome.refusal : null))
  return [
    plainArray(steps.map(({ outcome }) => (outcome.kind === 'group' ? outcome.group.documentId : null))),
    plainArray(steps.map(({ command }) => command.customerId)),
    plainArray(steps.map(({ expectedSequence }) => expectedSequence)),
    plainArray(steps.map(delta)),
    plainArray(steps.map(reserved)),
    plainArray(steps.map(({ outcome }) => (outcome.kind === 'group' ? outcome.after.posted : null))),
    plainArray(steps.map(({ command }) => command.key.scopeId)),
    textArray(steps.map(({ command }) => command.key.operation)),
    textArray(steps.map(({ command }) => command.key.key)),
    bytesArray(steps.map(({ command }) => command.key.requestHash)),
    textArray(refusals.map((refusal) => refusal?.code ?? null)),
    jsonArray(refusals.map((refusal) => refusal?.details ?? null)),
  ]
}

function entryColumns(entries: readonly EncodedEntry[]): string[] {
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
  ]
}

function transferColumns(transfers: readonly Owned<Transfer>[]): string[] {
  const positions = positionsWithin(transfers)
  return [
    plainArray(transfers.map(({ owner }) => owner)),
    plainArray(positions),
    plainArray(transfers.map(({ item }) => item.unit)),
    plainArray(transfers.map(({ item }) => item.debit.kind)),
    plainArray(transfers.map(({ item }) => item.debit.ownerId)),
    plainArray(transfers.map(({ item }) => item.credit.kind)),
    plainArray(transfers.map(({ item }) => item.credit.ownerId)),
    plainArray(transfers.map(({ item }) => item.amount)),
  ]
}

function lotColumns(lots: readonly Owned<Lot>[]): string[] {
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
  ]
}

function useColumns(uses: readonly Owned<LotUse>[]): string[] {
  return [
    plainArray(uses.map(({ owner }) => owner)),
    plainArray(positionsWithin(uses)),
    plainArray(uses.map(({ item }) => item.lotId)),
    plainArray(uses.map(({ item }) => item.kind)),
    plainArray(uses.map(({ item }) => item.points)),
  ]
}

function purchaseColumns(purchases: readonly Owned<NewPurchase>[]): string[] {
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
    jsonArray(purchases.map(({ item }) => item.lines)),
    dateArray(purchases.map(({ item }) => item.occurredAt)),
  ]
}

function outboxColumns(events: readonly Owned<OutboxEvent>[]): string[] {
  return [
    plainArray(events.map(({ owner }) => owner)),
    plainArray(events.map(({ item }) => item.id)),
    textArray(events.map(({ item }) => item.kind)),
    plainArray(events.map(({ item }) => item.subjectId)),
    jsonArray(events.map(({ item }) => item.payload)),
  ]
}

function rareColumn(groups: readonly EncodedGroup[], entries: readonly EncodedEntry[]): string | null {
  const rare = collectRare(groups, entries)
  return rare === null ? null : toJson(rare)
}

/** 0-based place of each row within its owner; rows of one owner are adjacent. */
function positionsWithin(rows: readonly Owned<unknown>[]): number[] {
  let previous = 0
  let position = 0
  return rows.map(({ owner }) => {
    position = owner === previous ? position + 1 : 0
    previous = owner
    return position
  })
}
