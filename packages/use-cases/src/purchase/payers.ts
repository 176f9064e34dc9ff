import { micros, type Points, points } from '@artel/ledger'
import { type EvaluatedBill, isPaidForCoalition, issueCost, type Purse, type RuleVersion } from '@artel/rules'
import type { DecisionContext, Store } from '@artel/store'
import {
  type Agreement,
  type Participation,
  type TermsVersion,
  termsBinding,
  termsInForce,
} from '../terms/agreement.ts'
import type { RulePayers } from '../terms/running-rules.ts'
import { type CreditStanding, creditLimitOf, loadCreditStandings } from './credit-standing.ts'
import type { SalePayers } from './sale-group.ts'

/** Those besides the seller who pay for rules of a sale, and where they stand. */
export interface Payers extends RulePayers {
  /** By member; empty where no terms limit credit. */
  readonly standings: ReadonlyMap<string, CreditStanding>
}

/** Who besides the seller may pay for rules of its sales; undefined when nobody does, which reads nothing. */
export function loadPayers(
  store: Store,
  { coalition, limitsCredit }: Agreement,
  { payers }: Participation,
): Promise<Payers> | undefined {
  if (!payers) return undefined
  return loaded(store, coalition.id, limitsCredit ? payers.members.map(({ id }) => id) : [], payers)
}

async function loaded(
  store: Store,
  coalitionId: string,
  memberIds: readonly string[],
  payers: RulePayers,
): Promise<Payers> {
  return { ...payers, standings: await loadCreditStandings(store, { coalitionId, memberIds }) }
}

/** Those that give points and take part in rules. */
const GIVING: readonly string[] = ['ACTIVE']
/** Those that stand for vouchers which their customers were given: with points, they are the tail of a member that leaves. */
const STANDING: readonly string[] = ['ACTIVE', 'EXITING', 'CLOSED']

/** The terms under which a payer's points are issued at `now`; undefined for one that gives none. The coalition's id: its promo fund. */
export function termsOfPayer(
  agreement: Agreement,
  { members, isFund }: RulePayers,
  by: { readonly payerId: string; readonly now: Date; readonly statuses?: readonly string[] },
): TermsVersion | undefined {
  const { payerId, now, statuses = GIVING } = by
  if (payerId === agreement.coalition.id) return isFund ? termsInForce(agreement, now) : undefined
  const member = members.find(({ id }) => id === payerId)
  return member && statuses.includes(member.status) ? termsBinding(agreement, member, now) : undefined
}

/**
 * What each payer can still pay at `now`. One that gives no points now is missing: it pays nothing. One that leaves or has left goes on
 * paying for vouchers that were given before.
 */
export function pursesAt(
  agreement: Agreement,
  payers: Payers | undefined,
  at: Pick<DecisionContext, 'now' | 'promoFund' | 'charged'>,
): ReadonlyMap<string, Purse> {
  const purses = new Map<string, Purse>()
  if (!payers) return purses
  const { coalition } = agreement
  for (const { id: payerId, status } of payers.members) {
    const terms = termsOfPayer(agreement, payers, { payerId, now: at.now, statuses: STANDING })
    if (!terms) continue
    const standing = payers.standings.get(payerId)
    const limit = standing && creditLimitOf(standing, { terms, timeZone: coalition.timeZone, now: at.now })
    purses.set(payerId, {
      roomMicros:
        standing && limit != null
          ? micros(limit - standing.position - (at.charged?.get(payerId) ?? 0n))
          : null,
      pointMicros: issueCost(points(1n), terms.prices),
      ...(GIVING.includes(status) ? {} : { paysVouchersAlone: true }),
    })
  }
  const ofFund = termsOfPayer(agreement, payers, { payerId: coalition.id, now: at.now })
  if (ofFund)
    purses.set(coalition.id, {
      roomMicros: at.promoFund ?? micros(0n),
      // The whole of R is deposited when the fund gives a point.
      pointMicros: micros(ofFund.prices.reservePrice + ofFund.prices.issueFee),
    })
  return purses
}

/** The same with the seller among them where rules of the coalition are at its cost; what it may owe is asked of `standing`. */
export function pursesWithSeller(
  purses: ReadonlyMap<string, Purse>,
  standing: CreditStanding | undefined,
  by: {
    readonly sellerId: string
    readonly rules: readonly RuleVersion[]
    readonly terms: TermsVersion
    readonly timeZone: string
    readonly now: Date
  },
): ReadonlyMap<string, Purse> {
  const { sellerId, rules, terms } = by
  const limit = standing ? creditLimitOf(standing, by) : null
  if (!standing || limit === null || !rules.some((rule) => isPaidForCoalition(rule, sellerId))) return purses
  const purse = {
    roomMicros: micros(limit - standing.position),
    pointMicros: issueCost(points(1n), terms.prices),
  }
  return new Map(purses).set(sellerId, purse)
}

/** Points of a bill at the seller's own cost. */
export const ownPoints = ({ paidBy: [seller], pointsToEarn }: EvaluatedBill): Points =>
  seller ? seller.points : pointsToEarn

/** What those who pay besides the seller issue their points under; undefined when nobody may. */
export function salePayers(
  agreement: Agreement,
  by: {
    readonly payers: Payers | undefined
    readonly lotIdOf: ((payerId: string) => string) | undefined
    readonly now: Date
  },
): SalePayers | undefined {
  const { payers, lotIdOf, now } = by
  if (!payers || !lotIdOf) return undefined
  return {
    lotIdOf,
    termsOf: (payerId) => termsOfPayer(agreement, payers, { payerId, now, statuses: STANDING }),
  }
}
