/** Accounts of the points book. CUSTOMER is strict (a row that can never go below zero); the rest are derived. */
export type PointsAccountKind = 'ISSUED' | 'CUSTOMER' | 'REDEEMED' | 'EXPIRED' | 'DEBT'

/** Accounts of the money book, all derived from transfers. A debit balance on CLEARING is what the member owes. */
export type MoneyAccountKind =
  | 'CLEARING'
  | 'RESERVE'
  | 'FEES'
  | 'PROMO_FUND'
  | 'BREAKAGE'
  | 'LOSS'
  | 'BANK'
  | 'ROUNDING'
  | 'REVENUE_DRAWN'

/** `ownerId` is a member for ISSUED, REDEEMED and CLEARING, a customer for CUSTOMER and DEBT, else the coalition. */
export interface Account<Kind extends string> {
  readonly kind: Kind
  readonly ownerId: string
}
export type PointsAccount = Account<PointsAccountKind>
export type MoneyAccount = Account<MoneyAccountKind>
