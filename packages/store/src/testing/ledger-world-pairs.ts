import { adjust, mergeCustomers, micros, points, promote, transferPoints } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command } from '../command/command.ts'
import { type Asked, keyed, type LedgerWorld } from './ledger-world.ts'

const PRICES = {
  reservePrice: micros(900_000n),
  deposit: micros(450_000n),
  issueFee: micros(100_000n),
  redeemFee: micros(20_000n),
}

/** The same id whenever the same name is asked for. */
function ids(): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const id = known.get(name) ?? newId()
    known.set(name, id)
    return id
  }
}

/** Points from one customer to another. */
export function transferring(
  world: LedgerWorld,
  n: bigint,
  to: { readonly from: string; readonly to: string },
  asked: Asked = {},
): Command {
  const [documentId, newLotId] = [newId(), ids()]
  return {
    ...keyed(world, 'pointsTransfer', { ...asked, customerId: to.from }),
    otherCustomerId: to.to,
    decide: (state, { now, other }) => {
      if (!other) throw new Error('no receiver')
      const input = { documentId, memberId: world.issuerId, points: points(n), now, newLotId }
      const { given, received } = transferPoints(state, other.state, input)
      return { documentId, entries: [given], other: { entries: [received] }, outbox: [] }
    },
  }
}

/** One customer into another. */
export function merging(
  world: LedgerWorld,
  people: { readonly gone: string; readonly into: string },
  asked: Asked = {},
): Command {
  const [documentId, newLotId, newDebtId] = [newId(), ids(), ids()]
  return {
    ...keyed(world, 'customerMerge', { ...asked, customerId: people.gone }),
    otherCustomerId: people.into,
    decide: (state, { other }) => {
      if (!other) throw new Error('no survivor')
      const input = { documentId, memberId: null, newLotId, newDebtId }
      const { given, received } = mergeCustomers(state, other.state, input)
      return {
        documentId,
        entries: given,
        other: { entries: received },
        mergesCustomers: true,
        outbox: [],
      }
    },
  }
}

/** Promo points shared by the two members. */
export function awarding(world: LedgerWorld, n: bigint, asked: Asked = {}): Command {
  const [documentId, lotIds] = [newId(), ids()]
  return {
    ...keyed(world, 'promoAward', asked),
    decide: (state, { now }) => {
      const payers = [world.issuerId, world.redeemerId].map((memberId) => ({
        ...{ memberId, share: 1n, lotId: lotIds(memberId), terms: { id: world.termsId, prices: PRICES } },
        ...{ activatesAt: now, expiresAt: null },
      }))
      const to = { customerId: state.customerId, coalitionId: world.coalitionId, documentId, now }
      return { documentId, entries: promote({ ...to, points: points(n), payers }), outbox: [] }
    },
  }
}

/** An adjustment whose document is there already. */
export function adjusting(world: LedgerWorld, n: bigint, documentId: string, asked: Asked = {}): Command {
  const lotId = newId()
  return {
    ...keyed(world, 'adjustmentPost', asked),
    decide: (state, { now }) => {
      const lot = { lotId, terms: { id: world.termsId, prices: PRICES }, activatesAt: now, expiresAt: null }
      const at = { issuerId: world.issuerId, coalitionId: world.coalitionId, documentId, now }
      return {
        documentId,
        entries: [adjust(state, { ...at, points: points(n), newLot: () => lot })],
        outbox: [],
      }
    },
  }
}
