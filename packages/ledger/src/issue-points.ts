import { customer, issued } from './account.ts'
import type { Entry } from './entry.ts'
import type { Lot, LotPrices } from './lot.ts'
import { MAX_COMMAND_MICROS } from './money.ts'
import { earnLine } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { MAX_COMMAND_POINTS, type Points, ZERO_POINTS } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'

/** What it takes to give points: who pays for them, to whom they go, and what the new lot keeps for life. */
export interface IssueInput {
  /** The member whose points they are: it pays for them now and when they are spent. The coalition: its promo fund pays. */
  readonly issuerId: string
  readonly customerId: string
  readonly coalitionId: string
  readonly documentId: string
  /** Id of the lot to be made; unused when `points` is 0. */
  readonly lotId: string
  readonly points: Points
  /** The terms in force, whose prices the lot keeps for life. */
  readonly terms: { readonly id: string; readonly prices: LotPrices }
  readonly now: Date
  readonly activatesAt: Date
  readonly expiresAt: Date | null
}

/**
 * The entry that gives points, for whatever reason: a new lot, the deposit and the issue fee. 0 points book nothing.
 * Throws InvalidInputError above MAX_COMMAND_POINTS, or when they are worth more than MAX_COMMAND_MICROS.
 */
export function issuePoints(kind: 'EARN' | 'PROMO' | 'ADJUSTMENT', input: IssueInput): Entry {
  const { issuerId, customerId, coalitionId, points: n, terms } = input
  if (n < 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must not be negative.' })
  const { reservePrice, deposit, issueFee, redeemFee } = terms.prices
  // Judged here, while the caller can be told: no later step may meet a figure that it cannot book.
  if (n > MAX_COMMAND_POINTS || n * (reservePrice + issueFee) > MAX_COMMAND_MICROS)
    throw new InvalidInputError({ path: ['points'], problem: 'Is too large to be booked.' })
  const lot: Lot = {
    id: input.lotId,
    issuerId,
    termsId: terms.id,
    originLotId: null,
    amount: n,
    remaining: n,
    reserved: ZERO_POINTS,
    issuedAt: input.now,
    activatesAt: input.activatesAt,
    expiresAt: input.expiresAt,
    prices: { reservePrice, deposit, issueFee, redeemFee },
  }
  return {
    kind,
    memberId: issuerId === coalitionId ? null : issuerId,
    documentId: input.documentId,
    pointsDelta: n,
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: issued(issuerId), amount: n }],
          credits: [{ account: customer(customerId), amount: n }],
        },
      ]),
      ...moneyTransfers([earnLine({ issuerId, coalitionId, points: n, prices: terms.prices })]),
    ],
    newLots: n > 0n ? [lot] : [],
    lotUses: [],
    lotChanges: [],
  }
}
