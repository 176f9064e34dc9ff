import {
  CreditLimitReachedError,
  type Lot,
  type Micros,
  micros,
  type Points,
  Refusal,
  redeem,
  ZERO_POINTS,
} from '@artel/ledger'
import { issueCost } from '@artel/rules'
import type { Store } from '@artel/store'
import { type Agreement, type TermsVersion, termsById } from '../terms/agreement.ts'
import { addedTo, loadCreditStanding } from './credit-standing.ts'
import { creditVerdict } from './permit-sale.ts'

/** ALLOWED, or what the purchase would be refused with: CREDIT_LIMIT_REACHED, or SALE_NEEDS_APPROVAL by the terms. */
export type EarningCredit = 'ALLOWED' | 'REFUSED' | 'NEEDS_APPROVAL'

/** A quoted bill as its shop's credit limit sees it. */
interface CreditAsked {
  readonly shop: { readonly coalitionId: string; readonly memberId: string }
  readonly agreement: Agreement
  readonly terms: TermsVersion
  readonly now: Date
  /** Of the customer; undefined where nobody is named. */
  readonly lots: readonly Lot[] | undefined
  readonly spent: Points
  /** At the shop's own cost. */
  readonly pointsToEarn: Points
}

/** What the shop's credit limit says to the points that a bill would give. */
export async function earningCredit(store: Store, asked: CreditAsked): Promise<EarningCredit> {
  const { agreement, shop, terms, now } = asked
  if (!agreement.limitsCredit || asked.pointsToEarn === 0n) return 'ALLOWED'
  const adds = micros(issueCost(asked.pointsToEarn, terms.prices) + spendingAdds(asked))
  if (adds < 0n) return 'ALLOWED'
  const standing = await loadCreditStanding(store, shop)
  try {
    const verdict = creditVerdict(standing, { terms, adds, timeZone: agreement.coalition.timeZone, now })
    return verdict === 'ALLOWED' ? 'ALLOWED' : 'NEEDS_APPROVAL'
  } catch (error) {
    if (error instanceof Refusal && error.code === CreditLimitReachedError.code) return 'REFUSED'
    throw error
  }
}

/** What taking the points adds to what the shop owes, micros: below 0 but for its own points. */
function spendingAdds({ agreement, shop, terms, now, lots, spent }: CreditAsked): Micros {
  // Nobody's points yet: as another member's under the terms of today.
  if (!lots) return micros(-spent * (terms.prices.reservePrice - terms.prices.redeemFee))
  const nobody = { customerId: '', sequence: 0n, posted: ZERO_POINTS, reserved: ZERO_POINTS }
  const state = { ...nobody, lots, holds: [], debts: [], claims: [], purchases: [] }
  const taken = redeem(state, {
    ...{ redeemerId: shop.memberId, coalitionId: shop.coalitionId, documentId: '', points: spent, now },
    selfRedemptionFeeWaivedFor: (termsId) => termsById(agreement, termsId).selfRedemptionFeeWaived,
  })
  return addedTo(shop.memberId, taken)
}
