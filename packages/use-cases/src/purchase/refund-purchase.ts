import { InvalidInputError, NotFoundError, type Points, points } from '@artel/ledger'
import type { DecidedRules, RefundRequest } from '@artel/rules'
import { newId, type Posted, type Store } from '@artel/store'
import type { Purchase, Refund } from '@artel/store/prisma'
import { actingFacts, actingPerson } from '../access/acting-person.ts'
import { requireMemberKey } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import type { MoneyAmount } from '../input/bill.ts'
import { checkMoney, MAX_BILL_LINES } from '../input/money.ts'
import { checkId, checkIdempotencyKey, checkLongText, checkRef } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import {
  type Agreement,
  earnRuleAt,
  loadAgreement,
  loadParticipation,
  type Participation,
  termsById,
} from '../terms/agreement.ts'
import { loadRuleVersions } from '../terms/running-rules.ts'
import { type DecidedRefund, decideRefund } from './decide-refund.ts'
import { stockOf, vouchersOf } from './refund-vouchers.ts'
import { decidedRules, readRules, type StoredRules, versionsToRefund } from './stored-rules.ts'

/** How a member names its purchase: raw UUID, or its own receipt. */
export type PurchaseBy = { readonly id: string } | { readonly receiptRef: string }

export interface RefundLineInput {
  readonly ref: string
  /** Defaults to all that is left of the line. */
  readonly amount?: MoneyAmount | null
}

export interface RefundPurchaseInput {
  readonly purchase: PurchaseBy
  /** At most one of amount and lines; neither = all that is left. */
  readonly amount?: MoneyAmount | null
  readonly lines?: readonly RefundLineInput[] | null
  readonly reason: string
  readonly idempotencyKey: string
}

export interface RefundedPurchase {
  readonly refund: Refund
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/**
 * Undoes a part, or all that is left, of a purchase of the calling member: spent points go back to their lots, earned
 * points are taken back by cumulative floors over the whole bill, what was spent of them by the policy of the
 * purchase's terms. What points come back goes first to refunds that did not find them. A SUSPENDED member may refund
 * too, since it only undoes. Of a customer who was merged, what comes back goes on to the survivor in the same step, and
 * what is taken back is taken of the survivor's lots that came from the sale.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, RefundExceedsPurchaseError,
 * IdempotencyKeyMismatchError, OverloadedError.
 */
export async function refundPurchase(
  context: Context,
  input: RefundPurchaseInput,
): Promise<RefundedPurchase> {
  const { coalitionId, memberId } = requireMemberKey(context.principal, 'purchases:write')
  const { store } = context
  const [agreement, participation, purchase] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    ownPurchase(store, { coalitionId, memberId }, input.purchase),
  ])
  const request = checkedRequest(input, agreement.coalition.currency)
  const stored = readRules(purchase.rules)
  const decided = await rulesOf(store, { ...purchase, stored }, { agreement, participation })
  const vouchers = vouchersOf(stored)
  const stock = await stockOf(store, coalitionId, vouchers?.used ?? [])
  const reason = checkLongText(['reason'], input.reason, MAX_REASON_LENGTH)
  const ids = { refundId: newId(), debtIdOf: idsByName(), eventId: newId() }
  const by = actingPerson(context.principal)
  const moved = { documentId: ids.refundId, memberId, newLotId: idsByName(), newDebtId: idsByName() }
  const key = {
    scopeId: memberId,
    operation: 'purchaseRefund',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }

  const posted = await forWhoeverStays(purchase.customer.mergedIntoId, (survivorId) =>
    postCommand(store, coalitionId, {
      customerId: purchase.customerId,
      ...(survivorId === null ? {} : { otherCustomerId: survivorId }),
      key,
      by,
      purchaseId: purchase.id,
      ...(vouchers && { vouchers: [...vouchers.issued.values(), ...vouchers.used] }),
      decide: (state, at) => {
        const { now } = at
        if (at.mergedIntoId !== (survivorId ?? undefined)) throw new MergedMeanwhile(at.mergedIntoId ?? null)
        refuseStatus('refundPurchase', participation.member.status as MemberStatus)
        const { row, counters, moves, ...entries } = decideRefund(state, {
          ...ids,
          ...(at.other ? { survivor: { state: at.other.state, moved } } : {}),
          coalitionId,
          purchaseId: purchase.id,
          request,
          decided,
          ...(vouchers && at.vouchers ? { vouchers: { ...vouchers, standings: at.vouchers, stock } } : {}),
          terms: termsById(agreement, purchase.termsId),
          selfRedemptionFeeWaivedFor: (termsId) => termsById(agreement, termsId).selfRedemptionFeeWaived,
          now,
          timeZone: agreement.coalition.timeZone,
        })
        const whose = { memberId, customerId: state.customerId }
        const payload = { ...toldOf(row, whose), ...actingFacts(by) }
        return {
          documentId: row.id,
          ...entries,
          ...(counters.length > 0 ? { counters } : {}),
          ...(moves.length > 0 ? { vouchers: moves } : {}),
          refund: { ...row, ...whose, reason },
          outbox: [{ id: ids.eventId, kind: 'purchase.refunded', subjectId: row.id, payload }],
        }
      },
    }),
  )
  const refund = posted.refund ?? (await recordedRefund(store, coalitionId, posted.groupId))
  return { refund, balanceAfter: points(refund.balanceAfter), replayed: posted.replayed }
}

/** What the event of a refund says of it. */
const toldOf = (
  row: DecidedRefund['row'],
  { memberId, customerId }: { readonly memberId: string; readonly customerId: string },
) => ({
  ...{ refundId: row.id, purchaseId: row.purchaseId, memberId, customerId },
  amountMinor: String(row.amountMinor),
  pointsReturned: String(row.pointsReturned),
  pointsRecovered: String(row.pointsRecovered),
})

/**
 * What was decided about a purchase, for what a plain share of its points does not undo: rules gave, or lines of it earn
 * nothing. Null for all others.
 */
async function rulesOf(
  store: Store,
  purchase: Purchase & { readonly stored: StoredRules | null },
  by: { readonly agreement: Agreement; readonly participation: Participation },
): Promise<DecidedRules | null> {
  const { stored } = purchase
  const lines = purchase.lines as unknown as readonly { readonly earns?: boolean }[]
  const versionIds = stored ? versionsToRefund(stored) : []
  // Rules that gave nothing change nothing: the bill is undone as if there had been none.
  if (versionIds.length === 0 && lines.every(({ earns }) => earns !== false)) return null
  const { coalitionId } = purchase
  const versions = await loadRuleVersions(store, coalitionId, versionIds)
  return decidedRules(stored, {
    sellerId: purchase.memberId,
    earnRule: earnRuleAt(by.participation, purchase.occurredAt),
    pointsEarned: points(purchase.pointsEarned),
    faceValueMinor: termsById(by.agreement, purchase.termsId).faceValueMinor,
    versionOf: (id) => {
      const found = versions.get(id)
      if (!found) throw new Error(`A purchase names version ${id} of a rule that its coalition does not have`)
      return found
    },
  })
}

/** The customer was merged, or merged on, after it was read. Never an answer: the refund is decided again. */
class MergedMeanwhile extends Error {
  readonly mergedIntoId: string | null

  constructor(mergedIntoId: string | null) {
    super('The customer of the purchase was merged meanwhile')
    this.mergedIntoId = mergedIntoId
  }
}

/** Posts for the survivor as known, and again when it turns out to be another; merges end, and so does this. */
async function forWhoeverStays(
  survivorId: string | null,
  post: (survivorId: string | null) => Promise<Posted>,
): Promise<Posted> {
  try {
    return await post(survivorId)
  } catch (error) {
    if (error instanceof MergedMeanwhile) return forWhoeverStays(error.mergedIntoId, post)
    throw error
  }
}

const MAX_REASON_LENGTH = 1_000

function checkedRequest(input: RefundPurchaseInput, currency: string): RefundRequest {
  const { amount, lines } = input
  if (amount && lines)
    throw new InvalidInputError({
      path: ['amount'],
      problem: 'Must be left out when lines are given: send one of them.',
    })
  if (amount) return { kind: 'AMOUNT', amount: checkMoney(['amount'], amount, currency) }
  if (!lines) return { kind: 'ALL' }
  if (lines.length === 0 || lines.length > MAX_BILL_LINES)
    throw new InvalidInputError({
      path: ['lines'],
      problem: `Must have 1 to ${MAX_BILL_LINES} lines, or be left out.`,
    })
  return {
    kind: 'LINES',
    lines: lines.map((line, index) => {
      const path = ['lines', String(index)]
      const ref = checkRef([...path, 'ref'], line.ref)
      return line.amount ? { ref, amount: checkMoney([...path, 'amount'], line.amount, currency) } : { ref }
    }),
  }
}

/** A purchase of the member, by id or by its own receipt. Throws NotFoundError, also for another member's purchase. */
async function ownPurchase(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
  by: PurchaseBy,
): Promise<Purchase & { readonly customer: { readonly mergedIntoId: string | null } }> {
  const { coalitionId, memberId } = owner
  const where =
    'id' in by
      ? { coalitionId_id: { coalitionId, id: checkId('purchase', by.id, ['purchase', 'id']) } }
      : {
          coalitionId_memberId_receiptRef: {
            coalitionId,
            memberId,
            receiptRef: checkRef(['purchase', 'receiptRef'], by.receiptRef),
          },
        }
  const include = { customer: { select: { mergedIntoId: true } } } as const
  const purchase = await store.prisma.purchase.findUnique({ where, include })
  if (purchase?.memberId !== memberId) throw new NotFoundError({ what: 'purchase' }, { path: ['purchase'] })
  return purchase
}

/** The refund of an entry group that is posted already. */
function recordedRefund(store: Store, coalitionId: string, refundId: string): Promise<Refund> {
  return store.prisma.refund.findUniqueOrThrow({ where: { coalitionId_id: { coalitionId, id: refundId } } })
}
