import { customer, issued } from './account.ts'
import type { Claim } from './claim.ts'
import type { CustomerState } from './customer-state.ts'
import type { Entry } from './entry.ts'
import { evolve } from './evolve.ts'
import { lotFinder, lotOf } from './find-in-state.ts'
import { lesser } from './lesser.ts'
import { type Lot, originOf } from './lot.ts'
import { earnLine, reversed } from './money-legs.ts'
import { moneyTransfers, pointsTransfers } from './pairs.ts'
import { type Points, points, ZERO_POINTS } from './points.ts'
import { debtRecovery } from './recover-debt.ts'
import { freePoints } from './spendable-points.ts'

/** What {@link recoverClaims} needs to know. */
export interface RecoverClaimsInput {
  /** Lots to which points have just come back. */
  readonly lotIds: readonly string[]
  readonly coalitionId: string
}

/**
 * Points that came back to a lot satisfy what refunds of the sale that earned it still ask for, before anybody can spend
 * them: first the customer's debt for them, then claims, oldest first. The issuer is credited as if the refund had found
 * them. Call it on the state after whatever brought the points back; without a claim there are no entries.
 */
export function recoverClaims(state: CustomerState, input: RecoverClaimsInput): readonly Entry[] {
  const entries: Entry[] = []
  const findLot = lotFinder(state)
  let now = state
  const post = (entry: Entry): void => {
    entries.push(entry)
    now = evolve(now, entry)
  }
  for (const lotId of new Set(input.lotIds)) {
    const origin = originOf(findLot(lotId))
    const debts = now.debts.filter((debt) => debt.lotId === origin)
    // A lot is earned by one purchase, so debts of one origin are of one.
    const documentId = debts[0]?.purchaseId
    const recovery =
      documentId === undefined
        ? undefined
        : debtRecovery(now, { ...input, documentId, lot: lotOf(now, lotId), debts })
    if (recovery) post(recovery)
    for (const { id } of state.claims.filter((claim) => claim.lotId === origin)) {
      const lot = lotOf(now, lotId)
      const claim = now.claims.find((each) => each.id === id && each.lotId === origin)
      const part = claim ? lesser(claim.remaining, freePoints(lot)) : ZERO_POINTS
      if (claim && part > 0n) post(claimRecovery(now, { claim, lot, points: part, ...input }))
    }
  }
  return entries
}

/** As much of the earning undone as came back, under the refund that claimed it. */
function claimRecovery(
  state: CustomerState,
  found: {
    readonly claim: Claim
    readonly lot: Lot
    readonly points: Points
    readonly coalitionId: string
  },
): Entry {
  const { claim, lot, points: n, coalitionId } = found
  const { issuerId, prices } = lot
  return {
    kind: 'EARN_REVERSAL',
    memberId: issuerId === coalitionId ? null : issuerId,
    documentId: claim.id,
    pointsDelta: points(-n),
    reservedDelta: ZERO_POINTS,
    transfers: [
      ...pointsTransfers([
        {
          debits: [{ account: customer(state.customerId), amount: n }],
          credits: [{ account: issued(issuerId), amount: n }],
        },
      ]),
      ...moneyTransfers([reversed(earnLine({ issuerId, coalitionId, points: n, prices }))]),
    ],
    newLots: [],
    lotUses: [{ lotId: lot.id, kind: 'EARN_REVERSAL', points: n }],
    lotChanges: [],
    claimRecoveries: [{ claimId: claim.id, lotId: claim.lotId, points: n }],
  }
}
