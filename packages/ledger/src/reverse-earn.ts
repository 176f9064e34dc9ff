import { customer, debtOf, issued } from './account.ts'
import { assertInvariant } from './broken-invariant-error.ts'
import type { CustomerState } from './customer-state.ts'
import type { Debt, Entry } from './entry.ts'
import { lotOf, purchaseOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import { earnLine, reversed } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import type { RefundPolicy } from './purchase-state.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link reverseEarn} needs to know. */
export interface ReverseEarnInput {
  readonly purchaseId: string
  readonly coalitionId: string
  /** The refund. */
  readonly documentId: string
  /** Earned points due back in all by now, less those already taken back. */
  readonly points: Points
  /** Of those, points that earlier refunds found spent and left for the issuer to pay. */
  readonly pointsAlreadyBorne: Points
  /** Of the terms that the purchase was made under. */
  readonly refundPolicy: RefundPolicy
  /** Id of the debt to be made; unused when there is none. */
  readonly debtId: string
  readonly now: Date
}

/** The entry and where the points due back were found. */
export interface ReversedEarn {
  readonly entry: Entry
  /** Taken back from the purchase's own lot; the issuer is credited for these alone. */
  readonly recovered: Points
  /** Owed by the customer from now on. */
  readonly toDebt: Points
  /**
   * Newly left for the issuer to pay. A later refund tries again to recover them; when it finds more than its
   * own share, it bears 0.
   */
  readonly borne: Points
}

/**
 * Takes back points that a refunded sale earned: from its own lot what is neither spent nor held, the rest by
 * policy. Nothing due, or nothing found, makes an entry that books nothing.
 */
export function reverseEarn(state: CustomerState, input: ReverseEarnInput): ReversedEarn {
  const purchase = purchaseOf(state, input.purchaseId)
  const due = input.points
  assertInvariant(
    due >= 0n && due + purchase.pointsReversed <= purchase.pointsEarned,
    () => `purchase ${purchase.id} earned ${purchase.pointsEarned}, cannot take back ${due} more`,
  )
  const lot = purchase.earnedLotId === null ? undefined : lotOf(state, purchase.earnedLotId)
  if (due === 0n || lot === undefined) {
    const entry = entryOf(state, input, purchase.memberId, { recovered: ZERO_POINTS, toDebt: ZERO_POINTS })
    return { entry, recovered: ZERO_POINTS, toDebt: ZERO_POINTS, borne: ZERO_POINTS }
  }

  const free = freePoints(lot)
  const recovered = lesser(free, due)
  const shortfall = points(due - recovered)
  const toDebt = input.refundPolicy === 'CUSTOMER_DEBT' ? shortfall : ZERO_POINTS
  const borneInAll = shortfall - toDebt
  const borne = points(borneInAll - lesser(borneInAll, input.pointsAlreadyBorne))
  const newDebt: Debt = {
    id: input.debtId,
    issuerId: lot.issuerId,
    purchaseId: purchase.id,
    amount: toDebt,
    remaining: toDebt,
    issueFee: lot.prices.issueFee,
    incurredAt: input.now,
  }
  const booked = entryOf(state, input, lot.issuerId, { recovered, toDebt })
  const money = earnLine({
    issuerId: lot.issuerId,
    coalitionId: input.coalitionId,
    points: recovered,
    prices: lot.prices,
  })
  const entry: Entry = {
    ...booked,
    transfers: [...booked.transfers, ...moneyTransfers([reversed(money)])],
    lotUses: recovered > 0n ? [{ lotId: lot.id, kind: 'EARN_REVERSAL', points: recovered }] : [],
    ...(toDebt > 0n ? { newDebt } : {}),
  }
  return { entry, recovered, toDebt, borne }
}

/** The points book: what was recovered leaves the customer, what is owed becomes a debt; neither is issued any more. */
function entryOf(
  state: CustomerState,
  input: ReverseEarnInput,
  issuerId: string,
  found: { recovered: Points; toDebt: Points },
): Entry {
  return {
    kind: 'EARN_REVERSAL',
    memberId: issuerId,
    documentId: input.documentId,
    pointsDelta: points(-found.recovered),
    reservedDelta: ZERO_POINTS,
    transfers: pointsTransfers([
      {
        debits: [
          { account: customer(state.customerId), amount: found.recovered },
          { account: debtOf(state.customerId), amount: found.toDebt },
        ],
        credits: [{ account: issued(issuerId), amount: found.recovered + found.toDebt }],
      },
    ]),
    newLots: [],
    lotUses: [],
    lotChanges: [],
  }
}
