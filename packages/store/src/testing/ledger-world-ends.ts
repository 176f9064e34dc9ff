import {
  basisPoints,
  evolve,
  expire,
  expireHold,
  points,
  type RefundPolicy,
  recoverClaims,
  recoverDebt,
  reverseEarn,
  reverseRedeem,
} from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command } from '../command/command.ts'
import { type Asked, earning, keyed, type LedgerWorld } from './ledger-world.ts'

/** A refund of `returned` spent and `reversed` earned points of a purchase; by the policy CUSTOMER_DEBT if none is given. */
export function refunding(
  world: LedgerWorld,
  purchaseId: string,
  back: {
    readonly returned?: bigint
    readonly reversed?: bigint
    readonly policy?: RefundPolicy
    readonly isWhole?: boolean
  },
  asked: Asked = {},
): Command {
  const [refundId, debtId] = [newId(), newId()]
  return {
    ...keyed(world, 'purchaseRefund', asked),
    purchaseId,
    decide: (state, { now }) => {
      const at = { purchaseId, coalitionId: world.coalitionId, documentId: refundId, now }
      const giveBack = reverseRedeem(state, {
        ...at,
        points: points(back.returned ?? 0n),
        graceEndsAt: new Date(now.getTime() + 7 * 86_400_000),
        selfRedemptionFeeWaivedFor: () => false,
      })
      const given = evolve(state, giveBack)
      const lotIds = giveBack.lotUses.map(({ lotId }) => lotId)
      const satisfied = recoverClaims(given, { coalitionId: world.coalitionId, lotIds })
      const takeBack = reverseEarn(satisfied.reduce(evolve, given), {
        ...at,
        points: points(back.reversed ?? 0n),
        refundPolicy: back.policy ?? 'CUSTOMER_DEBT',
        debtId,
      })
      const refund = {
        id: refundId,
        purchaseId,
        memberId: state.purchases[0]?.memberId ?? '',
        customerId: state.customerId,
        amountMinor: back.isWhole ? (state.purchases[0]?.total ?? 0n) : 1_000n,
        moneyMinor: 500n,
        pointsReturned: back.returned ?? 0n,
        pointsRecovered: takeBack.recovered,
        pointsToDebt: takeBack.toDebt,
        pointsBorne: takeBack.borne,
        pointsExpired: takeBack.expired,
        pointsClaimed: -satisfied.reduce((sum, { pointsDelta }) => sum + pointsDelta, 0n),
        reason: 'test',
        rules: null,
        lines: [],
      }
      return { documentId: refundId, entries: [giveBack, ...satisfied, takeBack.entry], refund, outbox: [] }
    },
  }
}

/** An earning that first pays the customer's debts. */
export function earningWithDebts(world: LedgerWorld, n: bigint): Command {
  const command = earning(world, n)
  return {
    ...command,
    decide: (state, at) => {
      const group = command.decide(state, at)
      const after = group.entries.reduce(evolve, state)
      const lotId = group.purchase?.earnedLotId ?? ''
      const recovery = recoverDebt(after, {
        lotId,
        coalitionId: world.coalitionId,
        documentId: group.documentId,
      })
      return recovery ? { ...group, entries: [...group.entries, recovery] } : group
    },
  }
}

/** The forfeit of lots that have run out. */
export function expiring(world: LedgerWorld): Command {
  const groupId = newId()
  const [issuer, promoFund, operator] = [basisPoints(5_000n), basisPoints(3_000n), basisPoints(2_000n)]
  return {
    ...keyed(world, 'lotsExpire', {}),
    decide: (state, { now }) => {
      const entry = expire(state, {
        coalitionId: world.coalitionId,
        now,
        breakageOf: () => ({ issuer, promoFund, operator }),
      })
      if (!entry) throw new Error('nothing is due')
      return { documentId: groupId, entries: [entry], outbox: [] }
    },
  }
}

/** The end of a hold as if its time were up. */
export function expiringHold(world: LedgerWorld, holdId: string): Command {
  return {
    ...keyed(world, 'holdExpire', {}),
    holdId,
    decide: (state) => {
      const expiresAt = state.holds.find(({ id }) => id === holdId)?.expiresAt ?? new Date(0)
      return { documentId: holdId, entries: [expireHold(state, { holdId, now: expiresAt })], outbox: [] }
    },
  }
}
