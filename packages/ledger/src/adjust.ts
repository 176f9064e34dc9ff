import { customer, issued } from './account.ts'
import { byConsumption } from './consumption-order.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { type IssueInput, issuePoints } from './issue-points.ts'
import { lesser } from './lesser.ts'
import type { Lot } from './lot.ts'
import { earnLine, reversed } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import { InvalidInputError } from './refusals/input.ts'
import { InsufficientPointsError } from './refusals/points.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link adjust} needs to know. */
export interface AdjustInput extends Pick<IssueInput, 'issuerId' | 'coalitionId' | 'documentId' | 'now'> {
  /** Signed and not 0: above 0 the issuer gives, below it takes back. */
  readonly points: Points
  /** The lot that points given become; asked only then. */
  readonly newLot: () => Pick<IssueInput, 'lotId' | 'terms' | 'activatesAt' | 'expiresAt'>
  /** When taking back, these lots alone: those of the award that is undone. Any of the issuer's when absent. */
  readonly onlyLotIds?: readonly string[]
}

interface Taken {
  readonly lot: Lot
  readonly points: Points
}

/**
 * Corrects a balance in the name of one member, or of the coalition's promo fund. Points given are that member's, as if earned. Points taken are that
 * member's too - free ones of lots that have not run out, activated or not, in consumption order - and each is undone
 * at its own lot's prices: the issuer gets back what giving it had cost, and nobody else's points are touched.
 * Throws InsufficientPointsError when the issuer's points do not reach: an adjustment never makes a debt.
 */
export function adjust(state: CustomerState, input: AdjustInput): Entry {
  if (input.points === 0n) throw new InvalidInputError({ path: ['points'], problem: 'Must not be 0.' })
  const { issuerId, coalitionId, documentId, now } = input
  if (input.points > 0n) {
    const given = { issuerId, coalitionId, documentId, now, points: input.points, ...input.newLot() }
    return issuePoints('ADJUSTMENT', { ...given, customerId: state.customerId })
  }
  const taken = takeBack(state, input, points(-input.points))
  return {
    kind: 'ADJUSTMENT',
    memberId: issuerId === coalitionId ? null : issuerId,
    documentId,
    pointsDelta: input.points,
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: customer(state.customerId), amount: -input.points }],
          credits: [{ account: issued(issuerId), amount: -input.points }],
        },
      ]),
      ...moneyTransfers(
        taken.map(({ lot, points: n }) =>
          reversed(earnLine({ issuerId, coalitionId, points: n, prices: lot.prices })),
        ),
      ),
    ],
    newLots: [],
    lotUses: taken.map(({ lot, points: n }) => ({ lotId: lot.id, kind: 'ADJUSTMENT', points: n })),
    lotChanges: [],
  }
}

function takeBack(state: CustomerState, input: AdjustInput, wanted: Points): Taken[] {
  const { issuerId, onlyLotIds, now } = input
  const lots = state.lots
    .filter((lot) => lot.issuerId === issuerId && (onlyLotIds === undefined || onlyLotIds.includes(lot.id)))
    .filter((lot) => freePoints(lot) > 0n && (lot.expiresAt === null || lot.expiresAt > now))
    .sort(byConsumption)
  const available = points(lots.reduce((sum, lot) => sum + freePoints(lot), 0n))
  if (wanted > available) throw new InsufficientPointsError({ available, requested: wanted })
  const taken: Taken[] = []
  let missing = wanted
  for (const lot of lots) {
    if (missing === 0n) break
    const part = lesser(freePoints(lot), missing)
    taken.push({ lot, points: part })
    missing = points(missing - part)
  }
  return taken
}
