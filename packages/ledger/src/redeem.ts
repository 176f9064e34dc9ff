import { customer, redeemed } from './account.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry, Transfer } from './entry.ts'
import { lotOf } from './find-in-state.ts'
import type { LotReservation } from './lot.ts'
import { redeemLine } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { takeFromLots } from './take-from-lots.ts'

/** Whether the terms of that id spare a member the redeem fee on its own points. Asked with each lot's terms. */
export type SelfRedemptionFeeWaivedFor = (termsId: string) => boolean

/** What {@link redeem} needs to know. */
export interface RedeemInput {
  readonly redeemerId: string
  readonly coalitionId: string
  /** The purchase that the points pay for. */
  readonly documentId: string
  readonly points: Points
  readonly now: Date
  readonly selfRedemptionFeeWaivedFor: SelfRedemptionFeeWaivedFor
}

/**
 * Spends points at once, earliest expiry first, each lot at its own prices.
 * Throws InsufficientPointsError. 0 points make an entry that books nothing.
 */
export function redeem(state: CustomerState, input: RedeemInput): Entry {
  if (input.points < 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must not be negative.' })
  const taken = takeFromLots(state, input.points, input.now)
  return {
    kind: 'REDEEM',
    memberId: input.redeemerId,
    documentId: input.documentId,
    pointsDelta: points(-input.points),
    reservedDelta: ZERO_POINTS,
    transfers: taken.length === 0 ? [] : redeemTransfers(state, taken, input),
    newLots: [],
    lotUses: taken.map(({ lotId, points: n }) => ({ lotId, kind: 'REDEEM', points: n })),
    lotChanges: [],
  }
}

/** Both books of a redemption that takes `taken`; a capture books the same. */
export function redeemTransfers(
  state: CustomerState,
  taken: readonly LotReservation[],
  at: Pick<RedeemInput, 'redeemerId' | 'coalitionId' | 'selfRedemptionFeeWaivedFor'>,
): Transfer[] {
  const total = taken.reduce((sum, part) => sum + part.points, 0n)
  return [
    ...pointsTransfers([
      {
        debits: [{ account: customer(state.customerId), amount: total }],
        credits: [{ account: redeemed(at.redeemerId), amount: total }],
      },
    ]),
    ...moneyTransfers(taken.map((part) => redeemLineOf(state, part, at))),
  ]
}

/** The money line of the part that a redemption took from one lot. */
export function redeemLineOf(
  state: CustomerState,
  part: LotReservation,
  at: Pick<RedeemInput, 'redeemerId' | 'coalitionId' | 'selfRedemptionFeeWaivedFor'>,
) {
  const lot = lotOf(state, part.lotId)
  return redeemLine({
    issuerId: lot.issuerId,
    redeemerId: at.redeemerId,
    coalitionId: at.coalitionId,
    points: part.points,
    prices: lot.prices,
    feeWaived: lot.issuerId === at.redeemerId && at.selfRedemptionFeeWaivedFor(lot.termsId),
  })
}
