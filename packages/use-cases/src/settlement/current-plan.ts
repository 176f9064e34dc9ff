import { createHash } from 'node:crypto'
import { MICROS_PER_MINOR, micros, minor } from '@artel/ledger'
import { type PaymentPlan, type PlanMethod, planHash, planPayments } from '@artel/rules'
import { affiliatePayouts, payeeDetails, planPositions, type TransactionClient } from '@artel/store'
import type { Member } from '@artel/store/prisma'
import { type Agreement, termsBinding } from '../terms/agreement.ts'
import { affiliateMinPayout } from './affiliate-min-payout.ts'
import { carryingKept, keptDeposits } from './keep-deposits.ts'
import { payeeDetailsHash } from './payee-details-hash.ts'

/** What a plan is made of besides the books. Read before the transaction. */
export interface PlanFacts {
  readonly agreement: Agreement
  readonly members: readonly Pick<Member, 'id' | 'segment'>[]
  readonly windowNo: number
  readonly method: PlanMethod
  /** When the window was stated: members pay by the terms of then, whenever the plan is computed. */
  readonly at: Date
}

/** A plan, its hash, and by payee the hash of the bank details that it pays to. */
export interface CurrentPlan {
  readonly plan: PaymentPlan
  readonly hash: string
  readonly paidTo: ReadonlyMap<string, string>
}

/**
 * The plan of a window as it is now, with its hash: always computed, never remembered, so that what changed since it was
 * proposed shows.
 */
export async function currentPlan(
  client: TransactionClient,
  { agreement, members, windowNo, method, at }: PlanFacts,
): Promise<CurrentPlan> {
  const { coalition } = agreement
  const positions = await planPositions(client, coalition.id, { windowNo, microsPerMinor: MICROS_PER_MINOR })
  const kept = await keptDeposits(client, coalition.id, positions)
  const minPayouts = new Map(
    members.map((member) => [member.id, termsBinding(agreement, member, at)?.settlement.minPayout]),
  )
  const affiliates = await affiliatePayouts(client, coalition.id)
  const payments = planPayments({
    coalitionId: coalition.id,
    windowNo,
    currency: coalition.currency,
    method,
    positions: positions.flatMap(({ memberId, isAffiliate, net, stated }) => {
      const keep = kept.get(memberId) ?? 0n
      // Nothing of it is paid, so nothing of it is rounded.
      if (keep > 0n && stated + keep === 0n) return []
      const minPayout = isAffiliate
        ? affiliateMinPayout(stated, affiliates.get(memberId))
        : (minPayouts.get(memberId) ?? minor(0n))
      return [{ memberId, net: micros(net + keep), stated: micros(stated + keep), minPayout }]
    }),
    referencePrefix: coalition.handle.toUpperCase(),
  })
  const plan = carryingKept(payments, kept)
  const ownerIds = plan.legs.map(({ payeeId }) => payeeId)
  const details = await payeeDetails(client, { coalitionId: coalition.id, ownerIds })
  const paidTo = details.map(({ ownerId: payeeId, ...own }) => ({
    payeeId,
    detailsHash: payeeDetailsHash(own),
  }))
  return {
    plan,
    hash: planHash(plan, (bytes) => createHash('sha256').update(bytes).digest(), paidTo),
    paidTo: new Map(paidTo.map(({ payeeId, detailsHash }) => [payeeId, detailsHash])),
  }
}
