import {
  type CustomerState,
  type EvolvingGroup,
  evolveGroup,
  type Micros,
  minor,
  PromoFundShortError,
  points,
  Refusal,
} from '@artel/ledger'
import type { Command, DecisionContext, EntryGroup, NewPurchase, Posted } from '../command/command.ts'
import { CustomerNotFound, IdempotencyKeyMismatch, recordedRefusal } from '../command/errors.ts'
import { receivedUnder } from '../command/received-under.ts'
import type { Hold, Purchase } from '../generated/prisma/client.ts'
import { type LineJson, parseLine } from '../purchase/line-json.ts'
import { paidByOf, parseRefundRules } from '../purchase/paid-by.ts'
import { fiscalDocument } from '../receipt-claim/fiscal-document.ts'
import { boughtName } from '../rule/rule-standing.ts'
import { type KnownKey, type LoadedBatch, receiptName, type Standing } from './load-batch.ts'
import { type RefundLineJson, sumByLine } from './parse-loaded.ts'
import { isReceiptTaken, lessTaken, NEVER_BOUGHT, noteTaken } from './taken-in-batch.ts'

/** A command that was decided and is to be recorded, in the batch's order. */
export interface Step {
  readonly index: number
  readonly command: Command
  /** Sequence of the customer's account that it was decided on. */
  readonly expectedSequence: bigint
  readonly outcome:
    | {
        readonly kind: 'group'
        readonly group: EntryGroup
        readonly before: CustomerState
        readonly after: CustomerState
      }
    | { readonly kind: 'refusal'; readonly refusal: Refusal }
}

/** What became of each command of a batch before anything is written. */
export interface FoldedBatch {
  readonly steps: readonly Step[]
  /** Answered from the record, or failed by themselves. */
  readonly settled: ReadonlyMap<number, { readonly posted: Posted } | { readonly error: unknown }>
  /**
   * Cannot be decided in this batch: they look at a receipt, at money of the promo fund, or at what its sales make of the customer,
   * that another command of it takes or makes.
   */
  readonly deferred: readonly number[]
}

/**
 * Decides commands in their order, each on the state that the ones before it leave. Pure but for `decide` being the
 * caller's: an error it throws that is no Refusal fails its command alone and leaves the state as it was.
 */
export function foldBatch(commands: readonly Command[], loaded: LoadedBatch): FoldedBatch {
  const states = new Map(loaded.states)
  const takenReceipts = new Set<string>()
  const steps: Step[] = []
  const settled = new Map<number, { readonly posted: Posted } | { readonly error: unknown }>()
  const deferred: number[] = []
  let { promoFund } = loaded
  const charged = commands.some(({ paidByMembers }) => paidByMembers) ? new Map<string, bigint>() : undefined
  const recent = new Map(loaded.recent)
  const used = new Map(loaded.used)
  const bought = new Map(loaded.bought)
  const traded = new Set<string>()
  const named = new Set<string>()
  const taken = { takenReceipts, charged, recent, used, bought, traded }

  for (const [index, command] of commands.entries()) {
    const known = loaded.known.get(index)
    const state = states.get(command.customerId)
    const { otherCustomerId } = command
    const isOtherMissing = otherCustomerId !== undefined && !states.has(otherCustomerId)
    const receipt = command.receipt && receiptName(command.receipt)
    if (known) settled.set(index, answerFromRecord(command, known))
    else if (!state) settled.set(index, { error: new CustomerNotFound(command.customerId) })
    else if (isOtherMissing) settled.set(index, { error: new CustomerNotFound(otherCustomerId) })
    else if (isReceiptTaken(takenReceipts, command)) deferred.push(index)
    else if (command.groups?.followSales && traded.has(command.customerId)) deferred.push(index)
    else if (command.vouchers?.some((id) => named.has(id))) deferred.push(index)
    else {
      for (const id of command.vouchers ?? NO_IDS) named.add(id)
      const receiptPurchaseId = receipt === undefined ? undefined : loaded.receipts.get(receipt)
      try {
        const at = contextOf(command, {
          loaded,
          states,
          receiptPurchaseId,
          sameSaleId: loaded.sameSales.get(index),
          promoFund,
          charged,
          recent,
          used,
          bought,
        })
        const group = command.decide(state, at)
        // What the fund lacks only if the commands before it are recorded, nobody knows yet.
        if (group.isFundShort && promoFund !== loaded.promoFund) {
          deferred.push(index)
          continue
        }
        const after = evolveGroup(state, evolving(group))
        states.set(command.customerId, after)
        if (promoFund !== undefined) promoFund = lessTaken(promoFund, group.entries)
        noteTaken(taken, { customerId: command.customerId, group, at: loaded.now })
        const outcome = { kind: 'group', group, before: state, after } as const
        const other = otherStep(index, command, { group, before: at.other?.state })
        if (other) states.set(other.command.customerId, other.outcome.after)
        steps.push({ index, command, expectedSequence: state.sequence, outcome }, ...(other ? [other] : []))
      } catch (error) {
        if (!(error instanceof Refusal)) settled.set(index, { error })
        // Too little is left of the fund only if the commands before it are recorded, which nobody knows yet.
        else if (error instanceof PromoFundShortError && promoFund !== loaded.promoFund) deferred.push(index)
        else
          steps.push({
            index,
            command,
            expectedSequence: state.sequence,
            outcome: { kind: 'refusal', refusal: error },
          })
      }
    }
  }
  return { steps, settled, deferred }
}

const NOTHING = {}
const NO_IDS: readonly string[] = []
const NO_GROUPS: ReadonlySet<string> = new Set()

const ACTIVE: Standing = { customerStatus: 'ACTIVE', mergedIntoId: undefined, isFrozen: false }

function contextOf(
  {
    customerId,
    otherCustomerId,
    paidByPromoFund,
    paidByMembers,
    looksBack,
    counters,
    looksAtMember,
    groups,
    vouchers: namesVouchers,
    fiscalReceipt,
  }: Command,
  known: {
    readonly loaded: LoadedBatch
    readonly states: ReadonlyMap<string, CustomerState>
    readonly receiptPurchaseId: string | undefined
    readonly sameSaleId: string | undefined
    readonly promoFund: Micros | undefined
    readonly charged: ReadonlyMap<string, bigint> | undefined
    readonly recent: LoadedBatch['recent']
    readonly used: LoadedBatch['used']
    readonly bought: LoadedBatch['bought']
  },
): DecisionContext {
  const { now, standings } = known.loaded
  const { customerStatus, mergedIntoId, isFrozen } = standings.get(customerId) ?? ACTIVE
  const { receiptPurchaseId, sameSaleId, promoFund } = known
  const fund = paidByPromoFund && promoFund !== undefined ? { promoFund } : {}
  const owing = paidByMembers && known.charged ? { charged: known.charged } : {}
  const recent = known.recent.get(customerId)
  // A limit that knows nothing of the past would let everything pass.
  if (looksBack && !recent) throw new Error(`Nothing was loaded of what ${customerId} did of late`)
  const done = looksBack && recent ? { recent } : {}
  const counted = counters ? { used: known.used } : {}
  const bought =
    looksAtMember === undefined
      ? {}
      : { bought: known.bought.get(boughtName(customerId, looksAtMember)) ?? NEVER_BOUGHT }
  const grouped = groups ? { groups: known.loaded.groups.get(customerId) ?? NO_GROUPS } : {}
  const vouchers = namesVouchers ? { vouchers: known.loaded.vouchers } : NOTHING
  const of = { customerStatus, mergedIntoId, isFrozen }
  const fiscal =
    fiscalReceipt === undefined
      ? NOTHING
      : { fiscalPurchaseId: known.loaded.fiscalReceipts.get(fiscalDocument(fiscalReceipt)) }
  const at = {
    now,
    receiptPurchaseId,
    sameSaleId,
    ...of,
    ...fund,
    ...owing,
    ...done,
    ...counted,
    ...bought,
    ...grouped,
    ...vouchers,
    ...fiscal,
  }
  const state = otherCustomerId === undefined ? undefined : known.states.get(otherCustomerId)
  if (otherCustomerId === undefined || !state) return at
  return { ...at, other: { state, ...(standings.get(otherCustomerId) ?? ACTIVE) } }
}

/** What a command posts for its second customer: a step of its own, under a key of its own. */
function otherStep(
  index: number,
  command: Command,
  decided: { readonly group: EntryGroup; readonly before: CustomerState | undefined },
) {
  const { group, before } = decided
  if ((group.other === undefined) !== (before === undefined))
    throw new Error(`A ${command.key.operation} posts for a second customer exactly when it names one`)
  if (!group.other || !before) return undefined
  const { entries } = group.other
  const after = evolveGroup(before, { entries })
  return {
    index,
    // Who acted stands once, with the document.
    command: { ...command, by: undefined, customerId: before.customerId, key: receivedUnder(command.key) },
    expectedSequence: before.sequence,
    outcome: {
      kind: 'group' as const,
      group: { documentId: group.documentId, entries, outbox: [] },
      before,
      after,
    },
  }
}

/** The first answer to a key again, unless another request used it. */
function answerFromRecord(command: Command, known: KnownKey): { posted: Posted } | { error: unknown } {
  const { operation, key, requestHash } = command.key
  if (known.requestHash !== requestHash) return { error: new IdempotencyKeyMismatch(operation, key) }
  if (known.answer === 'refused') return { error: recordedRefusal(known) }
  const { groupId, sequence: customerSequence, balanceAfter, postedAt } = known
  return { posted: { replayed: true, groupId, customerSequence, balanceAfter, postedAt } }
}

/** The group in the ledger's words, so that a later command of the batch sees the purchase and its refunds. */
function evolving({ entries, purchase, refund }: EntryGroup): EvolvingGroup {
  const paidBy = purchase && paidByOf(purchase.rules)
  const recordedPurchase = purchase && {
    id: purchase.id,
    memberId: purchase.memberId,
    termsId: purchase.termsId,
    total: minor(purchase.totalMinor - purchase.discountMinor),
    pointsPart: minor(purchase.pointsPartMinor),
    lines: (purchase.lines as unknown as LineJson[]).map(parseLine),
    ...(paidBy && { paidBy }),
  }
  if (!refund) return recordedPurchase ? { entries, recordedPurchase } : { entries }
  const recordedRefund = {
    purchaseId: refund.purchaseId,
    amount: minor(refund.amountMinor),
    amountByLine: sumByLine(refund.lines as unknown as RefundLineJson[]),
    pointsDue: points(
      refund.pointsRecovered + refund.pointsToDebt + refund.pointsBorne + refund.pointsExpired,
    ),
    ...parseRefundRules(refund.rules),
  }
  return recordedPurchase ? { entries, recordedPurchase, recordedRefund } : { entries, recordedRefund }
}

/** Where and when a step was recorded. */
export interface Posting {
  readonly coalitionId: string
  readonly postedAt: Date
  readonly batchNo: bigint
  readonly batchStep: number
  /** Of the purchase, refund or hold that the step made. */
  readonly documentRowHash: bigint
  /** Rows of the holds that commands named, by id. */
  readonly holdRows: LoadedBatch['holdRows']
}

/** The answer to a step that was recorded now, with the rows as the database has them. */
export function freshlyPosted(
  step: Step,
  { group, after }: { readonly group: EntryGroup; readonly after: CustomerState },
  posting: Posting,
): Posted {
  const { coalitionId, postedAt, batchNo, batchStep, documentRowHash: rowHash } = posting
  const { purchase, refund } = group
  const chained = { coalitionId, batchNo, batchStep, rowHash }
  const hold = group.hold ? { ...group.hold, ...chained } : holdAfter(group, posting)
  const posted = {
    replayed: false,
    groupId: group.documentId,
    customerSequence: step.expectedSequence + 1n,
    balanceAfter: points(after.posted),
    postedAt,
    group,
  }
  const sold = purchase && purchaseRow(purchase, after.posted, posting)
  // What most groups are, without a spread after a property: see purchaseRow.
  if (sold && !hold && !refund) return { ...posted, purchase: sold }
  return {
    ...posted,
    ...(sold && { purchase: sold }),
    ...(refund && {
      refund: { ...refund, ...chained, balanceAfter: after.posted, recordedAt: postedAt },
    }),
    ...(hold && { hold }),
  }
}

/** Column by column: rows put together by spreading take the engine's slow path, microseconds of every sale. */
const purchaseRow = (
  purchase: NewPurchase,
  balanceAfter: bigint,
  { coalitionId, batchNo, batchStep, documentRowHash: rowHash, postedAt: recordedAt }: Posting,
): Purchase => ({
  coalitionId,
  id: purchase.id,
  memberId: purchase.memberId,
  customerId: purchase.customerId,
  termsId: purchase.termsId,
  receiptRef: purchase.receiptRef,
  totalMinor: purchase.totalMinor,
  pointsPartMinor: purchase.pointsPartMinor,
  pointsRedeemed: purchase.pointsRedeemed,
  pointsEarned: purchase.pointsEarned,
  earnedLotId: purchase.earnedLotId,
  discountMinor: purchase.discountMinor,
  rules: purchase.rules,
  holdId: purchase.holdId,
  lines: purchase.lines,
  balanceAfter,
  code: purchase.code,
  clickId: purchase.clickId,
  fiscalReceipt: purchase.fiscalReceipt,
  occurredAt: purchase.occurredAt,
  recordedAt,
  batchNo,
  batchStep,
  rowHash,
})

function holdAfter(group: EntryGroup, { postedAt, holdRows }: Posting): Hold | undefined {
  const change = group.entries.find((entry) => entry.holdChange)?.holdChange
  const before = change && holdRows.get(change.holdId)
  return before && { ...before, status: change.status, closedAt: postedAt }
}
