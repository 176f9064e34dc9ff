/** Accounts of the points book. CUSTOMER is strict (a row that can never go below zero); the rest are derived. */
export type PointsAccountKind = 'ISSUED' | 'CUSTOMER' | 'REDEEMED' | 'EXPIRED' | 'DEBT'

/**
 * Accounts of the money book, all derived from transfers. A debit balance on CLEARING is what the member owes, a credit balance
 * on PAYABLE what an affiliate is owed.
 */
export type MoneyAccountKind =
  | 'CLEARING'
  | 'PAYABLE'
  | 'RESERVE'
  | 'FEES'
  | 'PROMO_FUND'
  | 'BREAKAGE'
  | 'LOSS'
  | 'BANK'
  | 'ROUNDING'
  | 'REVENUE_DRAWN'

/**
 * `ownerId` is a member for REDEEMED and CLEARING, an affiliate for PAYABLE, a member or the coalition for ISSUED, a customer for
 * CUSTOMER and DEBT, else the coalition.
 */
export interface Account<Kind extends string> {
  readonly kind: Kind
  readonly ownerId: string
}
export type PointsAccount = Account<PointsAccountKind>
export type MoneyAccount = Account<MoneyAccountKind>

/** Points that a member, or the coalition out of its promo fund, has given, net of reversals (a debit balance). */
export const issued = (issuerId: string): PointsAccount => ({ kind: 'ISSUED', ownerId: issuerId })
/** Points that a customer holds. */
export const customer = (customerId: string): PointsAccount => ({ kind: 'CUSTOMER', ownerId: customerId })
/** Points that a member has taken as payment, net of refunds. */
export const redeemed = (memberId: string): PointsAccount => ({ kind: 'REDEEMED', ownerId: memberId })
/** Points that ran out unspent. */
export const expired = (coalitionId: string): PointsAccount => ({ kind: 'EXPIRED', ownerId: coalitionId })
/** Points that a customer owes after a refund of points already spent (a debit balance). */
export const debtOf = (customerId: string): PointsAccount => ({ kind: 'DEBT', ownerId: customerId })

/** What a member owes (debit) or is owed (credit). */
export const clearing = (memberId: string): MoneyAccount => ({ kind: 'CLEARING', ownerId: memberId })
/** What an affiliate is owed (credit); it never owes. */
export const payable = (affiliateId: string): MoneyAccount => ({ kind: 'PAYABLE', ownerId: affiliateId })
/** Money paid in for points still outstanding. */
export const reserve = (coalitionId: string): MoneyAccount => ({ kind: 'RESERVE', ownerId: coalitionId })
/** Fees of the coalition's operator. */
export const fees = (coalitionId: string): MoneyAccount => ({ kind: 'FEES', ownerId: coalitionId })
/** The coalition's fund for promotions. */
export const promoFund = (coalitionId: string): MoneyAccount => ({ kind: 'PROMO_FUND', ownerId: coalitionId })
/** Who pays for points of this issuer: a member what it comes to owe, the coalition itself out of its promo fund. */
export const payerOf = (issuerId: string, coalitionId: string): MoneyAccount =>
  issuerId === coalitionId ? promoFund(coalitionId) : clearing(issuerId)
/** The operator's part of forfeited reserve. */
export const breakage = (coalitionId: string): MoneyAccount => ({ kind: 'BREAKAGE', ownerId: coalitionId })
/** What members owed and the coalition gave up (a debit balance). */
export const loss = (coalitionId: string): MoneyAccount => ({ kind: 'LOSS', ownerId: coalitionId })
/** The coalition's settlement account outside, as far as payments through it were recorded (a debit balance). */
export const bank = (coalitionId: string): MoneyAccount => ({ kind: 'BANK', ownerId: coalitionId })
/** What rounding to the currency's minor unit has left over, carried so that every sum stays exact. */
export const rounding = (coalitionId: string): MoneyAccount => ({ kind: 'ROUNDING', ownerId: coalitionId })
