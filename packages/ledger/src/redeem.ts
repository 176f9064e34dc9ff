import { customer, redeemed } from './account.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry, Transfer } from './entry.ts'
import { lotFinder } from './find-in-state.ts'
import type { Lot, LotReservation } from './lot.ts'
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
    ...moneyTransfers(redeemLines(state, taken, at)),
  ]
}

/**
 * The money lines of what a redemption took: one for all lots of an issuer and terms, whose prices are one, in the order
 * in which the first of them was taken.
 */
export function redeemLines(
  state: CustomerState,
  taken: readonly LotReservation[],
  at: Pick<RedeemInput, 'redeemerId' | 'coalitionId' | 'selfRedemptionFeeWaivedFor'>,
) {
  const findLot = lotFinder(state)
  const alike = new Map<string, { readonly lot: Lot; points: bigint }>()
  for (const part of taken) {
    const lot = findLot(part.lotId)
    const key = `${lot.issuerId} ${lot.termsId}`
    const known = alike.get(key)
    if (known) known.points += part.points
    else alike.set(key, { lot, points: part.points })
  }
  return [...alike.values()].map(({ lot, points: n }) =>
    redeemLine({
      issuerId: lot.issuerId,
      redeemerId: at.redeemerId,
      coalitionId: at.coalitionId,
      points: points(n),
      prices: lot.prices,
      feeWaived: lot.issuerId === at.redeemerId && at.selfRedemptionFeeWaivedFor(lot.termsId),
    }),
  )
}
