import {
  type CounterMove,
  counterKey,
  type Entry,
  type Micros,
  micros,
  type RecentMove,
  recentMove,
} from '@artel/ledger'
import type { Bought, Command, EntryGroup, NewPurchase } from '../command/command.ts'
import { fiscalDocument } from '../receipt-claim/fiscal-document.ts'
import { documentName } from '../receipt-claim/same-sale.ts'
import { boughtName } from '../rule/rule-standing.ts'
import { receiptName } from './load-batch.ts'

/** What the commands of a batch did so far, for those after them. */
export interface TakenInBatch {
  /** Members' own by `receiptName`, and fiscal ones by `fiscalDocument`, which look like none of those. */
  readonly takenReceipts: Set<string>
  /** What members came to owe by it; undefined where nobody asks. */
  readonly charged: Map<string, bigint> | undefined
  readonly recent: Map<string, readonly RecentMove[]>
  readonly used: Map<string, bigint>
  readonly bought: Map<string, Bought>
  /** Customers that bought or gave something back. */
  readonly traded: Set<string>
}

/** Keeps what a decided group takes, as the commands after it see it. */
export function noteTaken(
  { takenReceipts, charged, recent, used, bought, traded }: TakenInBatch,
  { customerId, group, at }: { readonly customerId: string; readonly group: EntryGroup; readonly at: Date },
): void {
  const moves = recent.get(customerId)
  if (moves) recent.set(customerId, [...moves, ...movesOf(group.entries, at)])
  if (charged) charge(charged, group.entries)
  countUp(used, group.counters ?? [])
  if (group.purchase || group.refund) traded.add(customerId)
  if (!group.purchase) return
  takenReceipts.add(receiptName(group.purchase))
  const { memberId, fiscalReceipt } = group.purchase
  if (fiscalReceipt !== null) {
    takenReceipts.add(fiscalDocument(fiscalReceipt))
    takenReceipts.add(documentName(memberId, fiscalReceipt.split('-')[1] ?? ''))
  }
  remember(bought, group.purchase)
}

/** Whether a command of the batch took a receipt under which a command's sale may be recorded: it looks again in the next. */
export function isReceiptTaken(
  takenReceipts: ReadonlySet<string>,
  { receipt, fiscalReceipt, sameSale }: Pick<Command, 'receipt' | 'fiscalReceipt' | 'sameSale'>,
): boolean {
  if (takenReceipts.size === 0) return false
  if (receipt !== undefined && takenReceipts.has(receiptName(receipt))) return true
  if (fiscalReceipt !== undefined && takenReceipts.has(fiscalDocument(fiscalReceipt))) return true
  if (!sameSale) return false
  const { memberId, receiptRefs, documentNo } = sameSale
  if (documentNo !== null && takenReceipts.has(documentName(memberId, documentNo))) return true
  return receiptRefs.some((receiptRef) => takenReceipts.has(receiptName({ memberId, receiptRef })))
}

/** What a batch takes of its counters; what it gives back counts from the next, as `post_entries` judges. */
function countUp(used: Map<string, bigint>, moves: readonly CounterMove[]): void {
  for (const move of moves) {
    const key = counterKey(move)
    if (move.delta > 0n) used.set(key, (used.get(key) ?? 0n) + move.delta)
  }
}

/** What a batch adds to what members owe; what it takes off counts from the next. */
function charge(charged: Map<string, bigint>, entries: readonly Entry[]): void {
  for (const { transfers } of entries)
    for (const { debit, amount } of transfers)
      if (debit.kind === 'CLEARING') charged.set(debit.ownerId, (charged.get(debit.ownerId) ?? 0n) + amount)
}

export const NEVER_BOUGHT: Bought = { lastHere: null, lastAnywhere: null }

/** The customer has bought: here, and elsewhere as the member that it is looked at from sees it. */
function remember(bought: Map<string, Bought>, { customerId, memberId, occurredAt }: NewPurchase): void {
  for (const [name, { lastHere, lastAnywhere }] of bought) {
    const isHere = name === boughtName(customerId, memberId)
    if (!isHere && !name.startsWith(`${customerId} `)) continue
    bought.set(name, {
      lastHere: isHere ? laterOf(lastHere, occurredAt) : lastHere,
      lastAnywhere: laterOf(lastAnywhere, occurredAt),
    })
  }
}

/** A sale that is handed in late happened before others that are known. */
const laterOf = (known: Date | null, at: Date): Date => (known !== null && known > at ? known : at)

const movesOf = (entries: readonly Entry[], at: Date): RecentMove[] =>
  entries.flatMap((entry) => recentMove(entry, at) ?? [])

/** What the promo fund holds after these entries. What they bring in counts from the next batch, as `post_entries` judges. */
export function lessTaken(fund: Micros, entries: readonly Entry[]): Micros {
  let moved = 0n
  for (const { transfers } of entries)
    for (const { debit, credit, amount } of transfers) {
      if (debit.kind === 'PROMO_FUND') moved -= amount
      if (credit.kind === 'PROMO_FUND') moved += amount
    }
  return moved < 0n ? micros(fund + moved) : fund
}
