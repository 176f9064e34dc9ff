import { customer } from './account.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { lotFinder } from './find-in-state.ts'
import { type LotReservation, originOf } from './lot.ts'
import { pointsTransfers } from './pairs.ts'
import { points, ZERO_POINTS } from './points.ts'

/** Two entries of one command, posted together or not at all: `given` is the giver's, `received` the receiver's. */
export interface MovedPoints {
  readonly given: Entry
  readonly received: Entry
}

/**
 * Moves parts of lots between customers. The receiver gets a lot for each part that mirrors it: issuer, terms, prices,
 * age, activation and expiry stay, so neither coverage by issuer nor any money account changes. The transfer is booked
 * once, by the giver's entry; the receiver's `mirrored` says the same. What a merge moves keeps its origin, since it is
 * the same person's; what is given away does not.
 */
export function movePoints(
  giver: CustomerState,
  receiver: CustomerState,
  move: {
    readonly kind: 'TRANSFER' | 'MERGE'
    readonly memberId: string | null
    readonly documentId: string
    readonly parts: readonly LotReservation[]
    readonly newLotId: (lotId: string) => string
  },
): MovedPoints {
  const { kind, memberId, documentId, parts } = move
  const findLot = lotFinder(giver)
  const total = points(parts.reduce((sum, part) => sum + part.points, 0n))
  const transfers = pointsTransfers([
    {
      debits: [{ account: customer(giver.customerId), amount: total }],
      credits: [{ account: customer(receiver.customerId), amount: total }],
    },
  ])
  const given: Entry = {
    kind: `${kind}_OUT`,
    memberId,
    documentId,
    pointsDelta: points(-total),
    reservedDelta: ZERO_POINTS,
    transfers,
    newLots: [],
    lotUses: parts.map(({ lotId, points: n }) => ({ lotId, kind: `${kind}_OUT` as const, points: n })),
    lotChanges: [],
  }
  const received: Entry = {
    kind: `${kind}_IN`,
    memberId,
    documentId,
    pointsDelta: total,
    reservedDelta: ZERO_POINTS,
    transfers: [],
    mirrored: transfers,
    newLots: parts.map(({ lotId, points: n }) => ({
      ...findLot(lotId),
      id: move.newLotId(lotId),
      originLotId: kind === 'MERGE' ? originOf(findLot(lotId)) : null,
      amount: n,
      remaining: n,
      reserved: ZERO_POINTS,
    })),
    lotUses: [],
    lotChanges: [],
  }
  return { given, received }
}
