import { adjust } from './adjust.ts'
import { byConsumption } from './consumption-order.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { evolve } from './evolve.ts'
import { lesser } from './lesser.ts'
import { originOf } from './lot.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import { freePoints } from './spendable-points.ts'

/** A payer's part of a gift: whose points, in which lot. */
export interface GiftPart {
  /** The member; the coalition where its promo fund paid. */
  readonly payerId: string
  /** The lot that the part became; a merge may have moved what is left of it on. */
  readonly lotId: string
  readonly points: Points
}

/** What was found of a part, with the entry that takes it back. */
export interface TakenPart extends GiftPart {
  readonly entry: Entry
}

/**
 * Takes back of a gift what its customer still has free in the lots that came from it, each payer's at its own prices, so that nobody
 * is credited for points that were not recovered. What was spent, is held, was given away or has run out stays its payers'. It makes no
 * debt. A part of which nothing is left is missing in the answer.
 */
export function takeBackGift(
  state: CustomerState,
  input: {
    readonly parts: readonly GiftPart[]
    readonly coalitionId: string
    readonly documentId: string
    readonly now: Date
  },
): readonly TakenPart[] {
  const { coalitionId, documentId, now } = input
  let holder = state
  const taken: TakenPart[] = []
  for (const part of input.parts) {
    const lots = holder.lots
      .filter((lot) => lot.issuerId === part.payerId && originOf(lot) === part.lotId)
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .sort(byConsumption)
    const free = lots.reduce((sum, lot) => points(sum + freePoints(lot)), ZERO_POINTS)
    const found = lesser(free, part.points)
    if (found === 0n) continue
    const entry = adjust(holder, {
      ...{ issuerId: part.payerId, coalitionId, documentId, now, points: points(-found) },
      onlyLotIds: lots.map(({ id }) => id),
      newLot: () => {
        throw new Error('Taking back gives no points')
      },
    })
    holder = evolve(holder, entry)
    taken.push({ ...part, points: found, entry })
  }
  return taken
}
