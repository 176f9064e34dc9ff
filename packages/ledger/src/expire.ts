import type { MoneyAccountKind } from './account.ts'
import { breakage, customer, expired, payerOf, promoFund, reserve } from './account.ts'
import { allocate } from './allocate.ts'
import { byConsumption } from './consumption-order.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import type { Lot } from './lot.ts'
import { type CompoundLine, moneyTransfers, pointsTransfers } from './pairs.ts'
import { points, ZERO_POINTS } from './points.ts'
import type { BreakageSplit } from './purchase-state.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link expire} needs to know. */
export interface ExpireInput {
  readonly coalitionId: string
  readonly now: Date
  /** The breakage split of the terms that a lot was issued under. */
  readonly breakageOf: (termsId: string) => BreakageSplit
}

/**
 * Forfeits what is left of the lots that have run out, less what holds still claim: that goes when the hold
 * ends. The reserve behind it is split by each lot's terms. Undefined when nothing is due.
 */
export function expire(state: CustomerState, input: ExpireInput): Entry | undefined {
  const due = dueLots(state, input.now)
  if (due.length === 0) return undefined
  const total = due.reduce((sum, lot) => sum + freePoints(lot), 0n)
  return {
    kind: 'EXPIRE',
    memberId: null,
    documentId: null,
    pointsDelta: points(-total),
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: customer(state.customerId), amount: total }],
          credits: [{ account: expired(input.coalitionId), amount: total }],
        },
      ]),
      ...moneyTransfers(due.map((lot) => breakageLine(lot, input))),
    ],
    newLots: [],
    lotUses: due.map((lot) => ({ lotId: lot.id, kind: 'EXPIRE', points: freePoints(lot) })),
    lotChanges: [],
  }
}

/** Lots that have run out at `now` with something left that no hold claims. */
export function dueLots(state: Pick<CustomerState, 'lots'>, now: Date): Lot[] {
  return state.lots
    .filter((lot) => lot.expiresAt !== null && lot.expiresAt <= now && freePoints(lot) > 0n)
    .sort(byConsumption)
}

/** The one division on an event: forfeited reserve by largest remainder, ties ISSUER, OPERATOR, PROMO_FUND. */
function breakageLine(lot: Lot, input: ExpireInput): CompoundLine<MoneyAccountKind> {
  const forfeited = freePoints(lot) * lot.prices.deposit
  const split = input.breakageOf(lot.termsId)
  const [toIssuer = 0n, toPromoFund = 0n, toOperator = 0n] = allocate(forfeited, [
    { id: 'ISSUER', weight: split.issuer },
    { id: 'PROMO_FUND', weight: split.promoFund },
    { id: 'OPERATOR', weight: split.operator },
  ])
  return {
    debits: [{ account: reserve(input.coalitionId), amount: forfeited }],
    credits: [
      { account: payerOf(lot.issuerId, input.coalitionId), amount: toIssuer },
      { account: promoFund(input.coalitionId), amount: toPromoFund },
      { account: breakage(input.coalitionId), amount: toOperator },
    ],
  }
}
