import type { CounterMove, Entry, Lot, LotUse, Transfer } from '@artel/ledger'
import type { CommandKey, NewPurchase, OutboxEvent } from '../command/command.ts'
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
import type { Rare } from './encode-rare.ts'

const ARGUMENT_COUNT = 87

/** The call of the write function. Its arguments are explained in `prisma/functions/post_entries.md`. */
export const POST_ENTRIES = `select post_entries(${Array.from({ length: ARGUMENT_COUNT }, (_, at) => `$${at + 1}`).join(',')}) as r`

/** A step of the batch: one command on one customer, or one entry of money alone. */
export interface StepRow {
  /** Of the entry group; null for a refusal. */
  readonly groupId: string | null
  /** Null for money alone. */
  readonly customerId: string | null
  readonly expectedSequence: bigint | null
  readonly pointsDelta: bigint
  readonly reservedDelta: bigint
  readonly balanceAfter: bigint | null
  readonly key: CommandKey
  /** SHA-256 over the step's lines, hexadecimal. */
  readonly digest: string
  /** Null for an entry group; the same holds for `details` and `rowHash`. */
  readonly refusalCode: string | null
  /** JSON text. */
  readonly details: string | null
  readonly rowHash: number | null
}

export interface EntryRow {
  readonly id: string
  /** 1-based index of its step in the batch. */
  readonly step: number
  /** In its group, from 0. */
  readonly position: number
  readonly balanceAfter: bigint
  readonly entry: Pick<Entry, 'memberId' | 'documentId' | 'pointsDelta' | 'reservedDelta'> & {
    readonly kind: string
  }
  readonly rowHash: number
}

/** A row of another record set with the 1-based index of the entry or step that it belongs to, and its rowHash. */
export interface Row<Item> {
  readonly owner: number
  readonly position: number
  readonly item: Item
  readonly rowHash: number
}

/** The rows of a batch by record set, in the order of its steps. */
export interface PostEntriesRows {
  readonly steps: readonly StepRow[]
  readonly entries: readonly EntryRow[]
  readonly transfers: readonly Row<Transfer>[]
  readonly lots: readonly Row<Lot>[]
  /** `expiresAt`: a new expiry of the lot that is used. */
  readonly uses: readonly (Row<LotUse> & { readonly expiresAt: Date | undefined })[]
  /** `lines`: the purchase's lines as JSON text. */
  readonly purchases: readonly (Row<NewPurchase> & { readonly lines: string })[]
  readonly counters: readonly { readonly step: number; readonly move: CounterMove }[]
  readonly events: readonly { readonly step: number; readonly event: OutboxEvent }[]
  readonly rare: Rare
}

/** What `POST_ENTRIES` takes as one of its values. */
export type PostEntriesValue = string | Buffer | null

/**
 * The arguments of `post_entries` by their names in SQL, in its order: `Object.values` of them are the values of
 * `POST_ENTRIES`. A test compares names, order and types with the function in the database and with its legend.
 */
export const postEntriesArguments = (
  batch: { readonly coalitionId: string; readonly now: Date; readonly atomic: boolean },
  rows: PostEntriesRows,
): Record<string, PostEntriesValue> => ({
  p_coalition: batch.coalitionId,
  p_now: batch.now.toISOString(),
  p_atomic: String(batch.atomic),
  ...stepColumns(rows.steps),
  ...entryColumns(rows.entries),
  ...transferColumns(rows.transfers),
  ...lotColumns(rows.lots),
  ...useColumns(rows.uses),
  ...purchaseColumns(rows.purchases),
  ...counterColumns(batch.coalitionId, rows.counters),
  ...outboxColumns(rows.events),
  p_rare: rows.rare.some ? toJson(rows.rare.sets) : null,
})

const stepColumns = (steps: PostEntriesRows['steps']) => ({
  s_id: uuidArray(steps, ({ groupId }) => groupId),
  s_customer: uuidArray(steps, ({ customerId }) => customerId),
  s_expected: int8Array(steps, ({ expectedSequence }) => expectedSequence),
  s_delta: int8Array(steps, ({ pointsDelta }) => pointsDelta),
  s_reserved: int8Array(steps, ({ reservedDelta }) => reservedDelta),
  s_balance: int8Array(steps, ({ balanceAfter }) => balanceAfter),
  s_scope: uuidArray(steps, ({ key }) => key.scopeId),
  s_operation: textArray(steps, ({ key }) => key.operation),
  s_key: textArray(steps, ({ key }) => key.key),
  s_hash: byteaArray(steps, ({ key }) => key.requestHash),
  s_digest: byteaArray(steps, ({ digest }) => digest),
  s_code: textArray(steps, ({ refusalCode }) => refusalCode),
  s_details: jsonArray(steps, ({ details }) => details),
  s_row_hash: int8Array(steps, ({ rowHash }) => rowHash),
})

const entryColumns = (entries: PostEntriesRows['entries']) => ({
  e_step: int4Array(entries, ({ step }) => step),
  e_id: uuidArray(entries, ({ id }) => id),
  e_position: int4Array(entries, ({ position }) => position),
  e_kind: textArray(entries, ({ entry }) => entry.kind),
  e_member: uuidArray(entries, ({ entry }) => entry.memberId),
  e_document: uuidArray(entries, ({ entry }) => entry.documentId),
  e_delta: int8Array(entries, ({ entry }) => entry.pointsDelta),
  e_reserved: int8Array(entries, ({ entry }) => entry.reservedDelta),
  e_balance: int8Array(entries, ({ balanceAfter }) => balanceAfter),
  e_row_hash: int8Array(entries, ({ rowHash }) => rowHash),
})

const transferColumns = (transfers: PostEntriesRows['transfers']) => ({
  t_entry: int4Array(transfers, ({ owner }) => owner),
  t_position: int4Array(transfers, ({ position }) => position),
  t_unit: textArray(transfers, ({ item }) => item.unit),
  t_debit_kind: textArray(transfers, ({ item }) => item.debit.kind),
  t_debit_owner: uuidArray(transfers, ({ item }) => item.debit.ownerId),
  t_credit_kind: textArray(transfers, ({ item }) => item.credit.kind),
  t_credit_owner: uuidArray(transfers, ({ item }) => item.credit.ownerId),
  t_amount: int8Array(transfers, ({ item }) => item.amount),
  t_row_hash: int8Array(transfers, ({ rowHash }) => rowHash),
})

const lotColumns = (lots: PostEntriesRows['lots']) => ({
  l_entry: int4Array(lots, ({ owner }) => owner),
  l_id: uuidArray(lots, ({ item }) => item.id),
  l_issuer: uuidArray(lots, ({ item }) => item.issuerId),
  l_terms: uuidArray(lots, ({ item }) => item.termsId),
  l_amount: int8Array(lots, ({ item }) => item.amount),
  l_issued: instantArray(lots, ({ item }) => item.issuedAt),
  l_activates: instantArray(lots, ({ item }) => item.activatesAt),
  l_expires: instantArray(lots, ({ item }) => item.expiresAt),
  l_reserve_price: int8Array(lots, ({ item }) => item.prices.reservePrice),
  l_deposit: int8Array(lots, ({ item }) => item.prices.deposit),
  l_issue_fee: int8Array(lots, ({ item }) => item.prices.issueFee),
  l_redeem_fee: int8Array(lots, ({ item }) => item.prices.redeemFee),
  l_row_hash: int8Array(lots, ({ rowHash }) => rowHash),
})

const useColumns = (uses: PostEntriesRows['uses']) => ({
  u_entry: int4Array(uses, ({ owner }) => owner),
  u_position: int4Array(uses, ({ position }) => position),
  u_lot: uuidArray(uses, ({ item }) => item.lotId),
  u_kind: textArray(uses, ({ item }) => item.kind),
  u_points: int8Array(uses, ({ item }) => item.points),
  u_expires: instantArray(uses, ({ expiresAt }) => expiresAt),
  u_row_hash: int8Array(uses, ({ rowHash }) => rowHash),
})

const purchaseColumns = (purchases: PostEntriesRows['purchases']) => ({
  d_step: int4Array(purchases, ({ owner }) => owner),
  d_id: uuidArray(purchases, ({ item }) => item.id),
  d_member: uuidArray(purchases, ({ item }) => item.memberId),
  d_terms: uuidArray(purchases, ({ item }) => item.termsId),
  d_receipt: textArray(purchases, ({ item }) => item.receiptRef),
  d_total: int8Array(purchases, ({ item }) => item.totalMinor),
  d_points_part: int8Array(purchases, ({ item }) => item.pointsPartMinor),
  d_redeemed: int8Array(purchases, ({ item }) => item.pointsRedeemed),
  d_earned: int8Array(purchases, ({ item }) => item.pointsEarned),
  d_earned_lot: uuidArray(purchases, ({ item }) => item.earnedLotId),
  d_hold: uuidArray(purchases, ({ item }) => item.holdId),
  d_lines: jsonArray(purchases, ({ lines }) => lines),
  d_occurred: instantArray(purchases, ({ item }) => item.occurredAt),
  d_code: textArray(purchases, ({ item }) => item.code),
  d_click: uuidArray(purchases, ({ item }) => item.clickId),
  d_discount: int8Array(purchases, ({ item }) => item.discountMinor),
  d_rules: textArray(purchases, ({ item }) => item.rules),
  d_fiscal: textArray(purchases, ({ item }) => item.fiscalReceipt),
  d_row_hash: int8Array(purchases, ({ rowHash }) => rowHash),
})

/** What counts all customers is kept under the coalition's id: part of a key, so never null. */
const counterColumns = (coalitionId: string, counters: PostEntriesRows['counters']) => ({
  k_step: int4Array(counters, ({ step }) => step),
  k_owner: uuidArray(counters, ({ move }) => move.ownerId),
  k_customer: uuidArray(counters, ({ move }) => move.customerId ?? coalitionId),
  k_period: textArray(counters, ({ move }) => move.period),
  k_delta: int8Array(counters, ({ move }) => move.delta),
  k_limit: int8Array(counters, ({ move }) => move.limit),
})

const outboxColumns = (events: PostEntriesRows['events']) => ({
  o_step: int4Array(events, ({ step }) => step),
  o_id: uuidArray(events, ({ event }) => event.id),
  o_kind: textArray(events, ({ event }) => event.kind),
  o_subject: uuidArray(events, ({ event }) => event.subjectId),
  o_payload: jsonbArray(events, ({ event }) => toJson(event.payload)),
})
