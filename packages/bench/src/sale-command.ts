import { hash } from 'node:crypto'
import { earn, type Points, points, redeem } from '@artel/ledger'
import { type Command, newId } from '@artel/store'
import { newKey, nextReceipt } from './fresh.ts'
import type { BenchWorld } from './world.ts'

/** Of one point, in kopecks, and what of a bill's money part comes back in points, as the terms of the world say. */
const FACE_VALUE_MINOR = 100n
const EARN_PERCENT = 5n
const LOT_LIFE_MS = 365 * 86_400_000

export interface Sale {
  readonly customerId: string
  readonly totalMinor: bigint
  /** Points spent on it. */
  readonly spent: Points
}

/** The command that `purchaseRecord` would post for a sale, for callers of the store's port. */
export function saleCommand(world: BenchWorld, { customerId, totalMinor, spent }: Sale): Command {
  const { coalitionId, memberId, terms } = world
  const receiptRef = nextReceipt()
  const key = newKey()
  const [documentId, lotId, eventId] = [newId(), newId(), newId()] as const
  const pointsPartMinor = spent * FACE_VALUE_MINOR
  const earned = points(((totalMinor - pointsPartMinor) * EARN_PERCENT) / 100n / FACE_VALUE_MINOR)
  return {
    customerId,
    key: { scopeId: memberId, operation: 'purchaseRecord', key, requestHash: hash('sha256', key, 'hex') },
    receipt: { memberId, receiptRef },
    takesAtMost: spent,
    decide: (state, { now, receiptPurchaseId }) => {
      if (receiptPurchaseId !== undefined) throw new Error('A fresh receipt is known')
      const at = { coalitionId, documentId, now }
      const waived = { selfRedemptionFeeWaivedFor: () => false }
      const redemption = redeem(state, { ...at, ...waived, redeemerId: memberId, points: spent })
      const earning = earn({
        ...at,
        issuerId: memberId,
        customerId,
        lotId,
        points: earned,
        terms,
        activatesAt: now,
        expiresAt: new Date(now.getTime() + LOT_LIFE_MS),
      })
      return {
        documentId,
        entries: [...(spent > 0n ? [redemption] : []), ...(earned > 0n ? [earning] : [])],
        purchase: {
          id: documentId,
          memberId,
          customerId,
          termsId: terms.id,
          receiptRef,
          totalMinor,
          pointsPartMinor,
          pointsRedeemed: spent,
          pointsEarned: earned,
          earnedLotId: earned > 0n ? lotId : null,
          holdId: null,
          lines: [],
          code: null,
          clickId: null,
          discountMinor: 0n,
          fiscalReceipt: null,
          rules: null,
          occurredAt: now,
        },
        outbox: [
          {
            id: eventId,
            kind: 'purchase.recorded',
            subjectId: documentId,
            payload: {
              purchaseId: documentId,
              memberId,
              customerId,
              receiptRef,
              pointsEarned: String(earned),
            },
          },
        ],
      }
    },
  }
}
