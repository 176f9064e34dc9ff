import {
  CustomerClosedError,
  CustomerFrozenError,
  InsufficientPointsError,
  InvalidInputError,
  type Lot,
  lesser,
  type Minor,
  NotFoundError,
  type Points,
  points,
  spendablePoints,
  TokenCapExceededError,
  ZERO_POINTS,
} from '@artel/ledger'
import type { Given, PayerGift, Skipped } from '@artel/rules'
import { coalitionNow, pointsUnderToken, recentMovesOf, type Store } from '@artel/store'
import type { Customer, Member } from '@artel/store/prisma'
import { requireCustomer, requireCustomerAtMember, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context, Principal } from '../access/principal.ts'
import { needsConfirmation } from '../confirmation/act.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { lookUpCustomer } from '../customer/look-up-customer.ts'
import { openLots } from '../customer/open-lots.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkMoney, checkPoints } from '../input/money.ts'
import { checkId } from '../input/text.ts'
import { type Agreement, loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { looksBackToSpend, spendingRefusal } from '../velocity/spending-limits.ts'
import { loadNamedVouchers, withVoucherPayers } from '../voucher/named-vouchers.ts'
import { type EarningCredit, earningCredit } from './earning-credit.ts'
import { ownPoints } from './payers.ts'
import { priceQuote } from './price-quote.ts'
import { sellingTerms } from './sale.ts'

export interface QuotePurchaseInput {
  /** Defaults to the caller's member; required for anonymous callers and administrators. */
  readonly memberId?: string | null
  /** Members may quote for a customer; a customer's token quotes for itself. */
  readonly customer?: CustomerBy | null
  readonly total: MoneyAmount
  readonly points?: Points | null
  /** When given, must sum to the total. */
  readonly lines?: readonly BillLineInput[] | null
  /** A code that the customer named. */
  readonly code?: string | null
  /** Codes of vouchers of the customer, who must be named. */
  readonly vouchers?: readonly string[] | null
}

export interface PurchaseQuote {
  readonly member: Member
  readonly currency: string
  readonly totalMinor: Minor
  /** What rules take off the bill. */
  readonly discountMinor: Minor
  /** What each of the member's rules would give; why others give nothing, for the member itself and administrators. */
  readonly given: readonly Given[]
  readonly skipped: readonly Skipped[]
  /** Who would pay for it, the seller first; empty where that is the seller alone. */
  readonly paidBy: readonly PayerGift[]
  readonly pointsToRedeem: Points
  readonly pointsPartMinor: Minor
  readonly moneyPartMinor: Minor
  readonly pointsToEarn: Points
  /** Most points that this bill may take: by the share cap and, with a customer, by what is available. */
  readonly maxPoints: Points
  /** What one point pays at the till. */
  readonly faceValueMinor: Minor
  /** Whether the points that are asked for take a code of the customer: more than the coalition's threshold. */
  readonly needsConfirmation: boolean
  /** What the member's credit limit says to the points; null for who may not know how the member stands. */
  readonly earningCredit: EarningCredit | null
}

/**
 * Says what a purchase would do; nothing is written. Anybody may ask what a bill earns; naming a customer takes a
 * member's or administrator's key, and a customer's token quotes for itself. Points asked for are refused exactly as
 * the purchase would be.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CustomerFrozenError, PointsShareExceededError,
 * VoucherNotUsableError, InsufficientPointsError, TokenCapExceededError, SpendingLimitReachedError.
 */
export async function quotePurchase(context: Context, input: QuotePurchaseInput): Promise<PurchaseQuote> {
  const { store } = context
  const shop = await shopOf(context, input.memberId)
  const { coalitionId } = shop
  const [agreement, own, now, vouchers] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, shop),
    coalitionNow(store, coalitionId),
    loadNamedVouchers(store, shop, input.vouchers),
  ])
  const participation = withVoucherPayers(own, vouchers)
  const { currency } = agreement.coalition
  const totalMinor = checkMoney(['total'], input.total, currency)
  const requested = checkPoints(['points'], input.points ?? ZERO_POINTS)
  const customer = await quotedCustomer(context, coalitionId, input.customer)
  const terms = sellingTerms(agreement, participation, { verb: 'quotePurchase', now })
  if (customer?.status === 'CLOSED') throw new CustomerClosedError(customer)
  if (customer?.frozenAt && requested > 0n) throw new CustomerFrozenError({ customerId: customer.id })

  const tokenCap = await tokenCapOf(context)
  if (tokenCap !== null && requested > tokenCap) throw new TokenCapExceededError({ maxPoints: tokenCap })
  // What a customer did elsewhere is no other member's affair, and a rule for new customers would tell.
  const customerId = knowsDealingsAt(context.principal, shop.memberId) ? (customer?.id ?? null) : null
  const bill = await priceQuote(store, {
    ...{ input, shop, agreement, participation, vouchers, terms },
    ...{ customerId, totalMinor, spent: requested, now },
  })
  const lots = customer && (await lotsToSpend(store, { customer, agreement, spent: requested, now }))
  const available = lots && spendablePoints({ lots }, now)
  const credit = { shop, agreement, terms, now, lots, spent: requested, pointsToEarn: ownPoints(bill) }
  return {
    earningCredit: seesStandingOf(context.principal, shop.memberId)
      ? await earningCredit(store, credit)
      : null,
    member: participation.member,
    currency,
    totalMinor,
    pointsToRedeem: requested,
    needsConfirmation: needsConfirmation(requested, agreement.coalition.confirmSpendingAbovePoints),
    discountMinor: bill.discountMinor,
    given: bill.given,
    paidBy: bill.paidBy,
    skipped: seesStandingOf(context.principal, shop.memberId) ? bill.skipped : [],
    pointsPartMinor: bill.pointsPartMinor,
    moneyPartMinor: bill.moneyPartMinor,
    pointsToEarn: bill.pointsToEarn,
    maxPoints: lesser(lesser(bill.maxPoints, available ?? bill.maxPoints), tokenCap ?? bill.maxPoints),
    faceValueMinor: terms.faceValueMinor,
  }
}

/** The lots of a customer who spends so many points. Throws InsufficientPointsError and SpendingLimitReachedError. */
async function lotsToSpend(
  store: Store,
  spending: {
    readonly customer: Customer
    readonly agreement: Agreement
    readonly spent: Points
    readonly now: Date
  },
): Promise<readonly Lot[]> {
  const { customer, spent: requested, now } = spending
  const { coalition } = spending.agreement
  const lots = await openLots(store, customer)
  const available = spendablePoints({ lots }, now)
  if (requested > available) throw new InsufficientPointsError({ available, requested })
  if (looksBackToSpend(coalition, requested)) {
    const { coalitionId, id: customerId } = customer
    const recent = await recentMovesOf(store, { coalitionId, customerId })
    const refusal = spendingRefusal(coalition, requested, { now, recent })
    if (refusal) throw refusal
  }
  return lots
}

/** What the caller's token leaves to be held under it; null without a cap. */
async function tokenCapOf({ principal, store }: Context): Promise<Points | null> {
  if (principal.kind !== 'customer' || principal.maxPoints === null) return null
  const { memberId } = requireCustomerAtMember(principal, 'wallet:read')
  const left = principal.maxPoints - (await pointsUnderToken(store.prisma, { ...principal, memberId }))
  return left > 0n ? points(left) : ZERO_POINTS
}

/** Who may know whether a member has reached its credit limit: itself, and administrators. */
const seesStandingOf = (principal: Principal, memberId: string): boolean =>
  principal.kind === 'admin' || (principal.kind === 'member' && principal.memberId === memberId)

/** Whose rules may look at what the customer did before: the shop's own caller, administrators, and the customer's. */
const knowsDealingsAt = (principal: Principal, memberId: string): boolean =>
  principal.kind === 'customer' || seesStandingOf(principal, memberId)

/** The member that is asked for: any of the caller's coalition, for anonymous callers any at all. */
async function shopOf(context: Context, named: string | null | undefined) {
  const { principal, store } = context
  const own = principal.kind === 'member' || principal.kind === 'customer' ? principal.memberId : undefined
  const wanted = named ?? own
  if (wanted == null)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member to quote for.' })
  const memberId = checkId('member', wanted, ['memberId'])
  if ('coalitionId' in principal) return { coalitionId: principal.coalitionId, memberId }
  const found = await store.prisma.member.findFirst({ where: { id: memberId } })
  if (!found) throw new NotFoundError({ what: 'member' }, { path: ['memberId'] })
  return { coalitionId: found.coalitionId, memberId }
}

async function quotedCustomer(
  context: Context,
  coalitionId: string,
  by: CustomerBy | null | undefined,
): Promise<Customer | undefined> {
  const { principal } = context
  if (principal.kind === 'customer') {
    const { memberId, customerId } = requireCustomer(principal, 'wallet:read')
    const found = await lookUpCustomer(context, { coalitionId, memberId }, by ?? { id: customerId })
    if (found?.id !== customerId) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    return found
  }
  if (!by) return undefined
  const asking = requireMemberOrAdmin(principal, {
    member: 'wallet:read',
    admin: 'coalition:read',
    verb: 'quotePurchase',
  })
  const memberId = asking.kind === 'member' ? asking.memberId : null
  const found = await lookUpCustomer(context, { coalitionId, memberId }, by)
  if (!found) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  return found
}
