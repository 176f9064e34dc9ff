import {
  booksNothing,
  type CustomerState,
  type Entry,
  evolve,
  NotFoundError,
  reverseEarn,
  reverseRedeem,
  type SelfRedemptionFeeWaivedFor,
} from '@artel/ledger'
import { type RefundRequest, refundAmount, refundTargets, type Terms } from '@artel/rules'

/** What {@link decideRefund} needs to know. Ids are fresh. */
export interface RefundFacts {
  readonly refundId: string
  readonly debtId: string
  readonly coalitionId: string
  readonly purchaseId: string
  readonly request: RefundRequest
  /** Those that the purchase was made under. */
  readonly terms: Terms
  readonly selfRedemptionFeeWaivedFor: SelfRedemptionFeeWaivedFor
  readonly now: Date
}

/** A decided refund: its entries, and its row but for whose it is and why. */
export interface DecidedRefund {
  readonly entries: readonly Entry[]
  readonly id: string
  readonly purchaseId: string
  readonly amountMinor: bigint
  readonly moneyMinor: bigint
  readonly pointsReturned: bigint
  readonly pointsRecovered: bigint
  readonly pointsToDebt: bigint
  readonly pointsBorne: bigint
  readonly lines: { readonly ref: string; readonly amountMinor: string }[]
}

/**
 * Undoes a part of a purchase: first the spent points go back, then the earned ones are taken back. Entries that book
 * nothing are left out, but for one. Throws RefundExceedsPurchaseError and InvalidInputError of the rules.
 */
export function decideRefund(state: CustomerState, facts: RefundFacts): DecidedRefund {
  const { coalitionId, purchaseId, terms, now } = facts
  const purchase = state.purchases.find((candidate) => candidate.id === purchaseId)
  if (!purchase) throw new NotFoundError({ what: 'purchase' }, { path: ['purchase'] })
  const { amount, amountByLine } = refundAmount(purchase, facts.request)
  const targets = refundTargets(purchase, { amount, faceValueMinor: terms.faceValueMinor })
  const returning = reverseRedeem(state, {
    purchaseId,
    coalitionId,
    documentId: facts.refundId,
    points: targets.toReturn,
    now,
    refundGraceDays: terms.refundGraceDays,
    selfRedemptionFeeWaivedFor: facts.selfRedemptionFeeWaivedFor,
  })
  const taking = reverseEarn(evolve(state, returning), {
    purchaseId,
    coalitionId,
    documentId: facts.refundId,
    points: targets.toReverse,
    pointsAlreadyBorne: targets.alreadyBorne,
    refundPolicy: terms.refundPolicy,
    debtId: facts.debtId,
    now,
  })
  const booked = [returning, taking.entry].filter((entry) => !booksNothing(entry))
  return {
    entries: booked.length > 0 ? booked : [taking.entry],
    id: facts.refundId,
    purchaseId,
    amountMinor: amount,
    moneyMinor: targets.moneyMinor,
    pointsReturned: targets.toReturn,
    pointsRecovered: taking.recovered,
    pointsToDebt: taking.toDebt,
    pointsBorne: taking.borne,
    lines: [...amountByLine].map(([ref, part]) => ({ ref, amountMinor: String(part) })),
  }
}
