import { type CustomerState, evolveGroup, minor, points, Refusal } from '@artel/ledger'
import type { Hold } from '../generated/prisma/client.ts'
import type { Command, EntryGroup, Posted } from '../post/command.ts'
import { CustomerNotFound, IdempotencyKeyMismatch, RecordedRefusal } from '../post/errors.ts'
import { type KnownKey, type LoadedBatch, receiptName } from './load-batch.ts'
import { type LineJson, parseLine, type RefundLineJson, sumByLine } from './parse-loaded.ts'

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
  /** Cannot be decided in this batch: they look at a receipt that another command of it takes. */
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

  for (const [index, command] of commands.entries()) {
    const known = loaded.known.get(index)
    const state = states.get(command.customerId)
    const receipt = command.receipt && receiptName(command.receipt)
    if (known) settled.set(index, answerFromRecord(command, known))
    else if (!state) settled.set(index, { error: new CustomerNotFound(command.customerId) })
    else if (receipt !== undefined && takenReceipts.has(receipt)) deferred.push(index)
    else {
      const receiptPurchaseId = receipt === undefined ? undefined : loaded.receipts.get(receipt)
      try {
        const customerStatus = loaded.statuses.get(command.customerId) ?? 'ACTIVE'
        const group = command.decide(state, { now: loaded.now, receiptPurchaseId, customerStatus })
        const after = evolveGroup(state, evolving(group))
        states.set(command.customerId, after)
        if (group.purchase) takenReceipts.add(receiptName(group.purchase))
        const outcome = { kind: 'group', group, before: state, after } as const
        steps.push({ index, command, expectedSequence: state.sequence, outcome })
      } catch (error) {
        if (!(error instanceof Refusal)) settled.set(index, { error })
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

/** The first answer to a key again, unless another request used it. */
function answerFromRecord(command: Command, known: KnownKey): { posted: Posted } | { error: unknown } {
  const { operation, key, requestHash } = command.key
  if (known.requestHash !== requestHash) return { error: new IdempotencyKeyMismatch(operation, key) }
  if (known.answer === 'refused') return { error: new RecordedRefusal(known.code, known.details) }
  const { groupId, sequence: customerSequence, balanceAfter, postedAt } = known
  return { posted: { replayed: true, groupId, customerSequence, balanceAfter, postedAt } }
}

/** The group in the ledger's words, so that a later command of the batch sees the purchase and its refunds. */
function evolving({ entries, purchase, refund }: EntryGroup) {
  return {
    entries,
    ...(purchase && {
      recordedPurchase: {
        id: purchase.id,
        memberId: purchase.memberId,
        termsId: purchase.termsId,
        total: minor(purchase.totalMinor),
        lines: (purchase.lines as unknown as LineJson[]).map(parseLine),
      },
    }),
    ...(refund && {
      recordedRefund: {
        purchaseId: refund.purchaseId,
        amount: minor(refund.amountMinor),
        amountByLine: sumByLine(refund.lines as unknown as RefundLineJson[]),
      },
    }),
  }
}

/** Where and when a step was recorded. */
export interface Posting {
  readonly coalitionId: string
  readonly postedAt: Date
  readonly batchNo: bigint
  readonly batchStep: number
  /** Of the purchase, refund or hold that the step made. */
  readonly documentSeal: bigint
  /** Rows of the holds that commands named, by id. */
  readonly holdRows: LoadedBatch['holdRows']
}

/** The answer to a step that was recorded now, with the rows as the database has them. */
export function freshlyPosted(
  step: Step,
  { group, after }: { readonly group: EntryGroup; readonly after: CustomerState },
  posting: Posting,
): Posted {
  const { coalitionId, postedAt, batchNo, batchStep, documentSeal: seal } = posting
  const chained = { coalitionId, batchNo, batchStep, seal }
  const filled = { ...chained, balanceAfter: after.posted, recordedAt: postedAt }
  const hold = group.hold ? { ...group.hold, ...chained } : holdAfter(group, posting)
  return {
    replayed: false,
    groupId: group.documentId,
    customerSequence: step.expectedSequence + 1n,
    balanceAfter: points(after.posted),
    postedAt,
    group,
    ...(group.purchase && { purchase: { ...group.purchase, ...filled } }),
    ...(group.refund && { refund: { ...group.refund, ...filled } }),
    ...(hold && { hold }),
  }
}

function holdAfter(group: EntryGroup, { postedAt, holdRows }: Posting): Hold | undefined {
  const change = group.entries.find((entry) => entry.holdChange)?.holdChange
  const before = change && holdRows.get(change.holdId)
  return before && { ...before, status: change.status, closedAt: postedAt }
}
