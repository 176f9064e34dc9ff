import { discountCost, earn, minor, points, reverseEarn } from '@artel/ledger'
import { v7 as newId } from 'uuid'
import type { Command, NewPurchase } from '../command/command.ts'
import type { LineJson } from '../purchase/line-json.ts'
import { refundRulesJson } from '../purchase/paid-by.ts'
import { earning, keyed, type LedgerWorld } from './ledger-world.ts'
import { refunding } from './ledger-world-ends.ts'

/** Points that the issuer gives on a shared sale, and that the redeemer pays for; what the redeemer bears of the discount. */
const [OWN, OTHER, OFF] = [points(20n), points(11n), minor(700n)]
/** Of what the redeemer gave. */
const [BACK, OFF_BACK] = [points(5n), minor(100n)]

/** A sale of the issuer on which a rule gave points and a discount at the redeemer's cost. */
export function sharedSale(world: LedgerWorld, versionId: string, lines: readonly LineJson[]): Command {
  const [first, ...others] = lines
  const lotId = newId()
  const { coalitionId, issuerId, redeemerId } = world
  const sale = earning(world, OWN)
  return {
    ...sale,
    decide: (state, at) => {
      const group = sale.decide(state, at)
      const [own] = group.entries
      const { purchase, documentId } = group
      const [lot] = own?.newLots ?? []
      if (!own || !purchase || !lot) throw new Error('a sale earns a lot')
      const times = { now: at.now, activatesAt: at.now, expiresAt: null }
      const of = { coalitionId, customerId: state.customerId, documentId, ...times }
      const terms = { id: lot.termsId, prices: lot.prices }
      const costs = [{ payerId: redeemerId, discount: OFF }]
      const cost = discountCost({ coalitionId, memberId: issuerId, documentId, costs })
      const gift = { rule: versionId, points: String(OTHER), discounts: [String(OFF), '0'] }
      const payers = [
        [issuerId, lot.id, String(OWN), '0'],
        [redeemerId, lotId, String(OTHER), String(OFF)],
      ]
      const pays = [[redeemerId, String(OTHER), String(OFF)]]
      return {
        ...group,
        entries: [
          own,
          earn({ ...of, issuerId: redeemerId, lotId, points: OTHER, terms }),
          ...(cost ? [cost] : []),
        ],
        purchase: {
          ...purchase,
          pointsEarned: OWN + OTHER,
          lines: [{ ...first, discountMinor: String(OFF) }, ...others] as NewPurchase['lines'],
          discountMinor: OFF,
          rules: JSON.stringify({ base: String(OWN), given: [{ ...gift, pays }], skipped: [], payers }),
        },
      }
    },
  }
}

/** A refund that takes some of it back of the redeemer. */
export function sharedRefund(world: LedgerWorld, purchaseId: string): Command {
  const { coalitionId, issuerId, redeemerId } = world
  const refund = refunding(world, purchaseId, {})
  return {
    ...keyed(world, 'purchaseRefund', {}),
    purchaseId,
    decide: (state, at) => {
      const group = refund.decide(state, at)
      const part = state.purchases[0]?.paidBy?.find(({ payerId }) => payerId === redeemerId)
      if (!part || !group.refund) throw new Error('the redeemer paid for some of it')
      const of = { coalitionId, documentId: group.documentId, now: at.now }
      const taken = reverseEarn(state, {
        ...{ ...of, purchaseId, part, points: BACK, refundPolicy: 'ISSUER_BEARS', debtId: newId() },
      })
      const costs = [{ payerId: redeemerId, discount: OFF_BACK }]
      const back = discountCost({ ...of, memberId: issuerId, costs, isBack: true })
      const paidBack = [{ payerId: redeemerId, points: BACK, discount: OFF_BACK }]
      return {
        ...group,
        entries: [taken.entry, ...(back ? [back] : [])],
        refund: { ...group.refund, pointsRecovered: taken.recovered, rules: refundRulesJson([], paidBack) },
      }
    },
  }
}
