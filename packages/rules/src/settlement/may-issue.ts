import { CreditLimitReachedError, type LotPrices, type Micros, micros, type Points } from '@artel/ledger'
import type { SettlementTerms } from './settlement-terms.ts'

/** What giving `given` points adds to what their issuer owes: n(D + fi), micros. */
export function issueCost(given: Points, prices: Pick<LotPrices, 'deposit' | 'issueFee'>): Micros {
  return micros(given * (prices.deposit + prices.issueFee))
}

/**
 * Whether a member may give points that add `adds` to its `position` (micros, positive owes). `limit` is its limit now
 * (`creditLimitNow`). Above it: PENDING_APPROVAL where the terms say so, else CreditLimitReachedError. Points that cost
 * nothing now still count as credit, so a member above its limit gives none of those either. Spending is never asked.
 */
export function mayIssue(
  position: Micros,
  limit: Micros | null,
  sale: { readonly adds: Micros; readonly creditPolicy: SettlementTerms['creditPolicy'] },
): 'ALLOWED' | 'PENDING_APPROVAL' {
  if (limit === null || position + sale.adds <= limit) return 'ALLOWED'
  if (sale.creditPolicy === 'PENDING_APPROVAL') return 'PENDING_APPROVAL'
  throw new CreditLimitReachedError({ owed: position, adds: sale.adds, limit })
}
