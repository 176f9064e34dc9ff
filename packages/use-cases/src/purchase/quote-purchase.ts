import {
  CreditLimitReachedError,
  CustomerClosedError,
  CustomerFrozenError,
  InsufficientPointsError,
  InvalidInputError,
  type Lot,
  lesser,
  type Micros,
  type Minor,
  micros,
  NotFoundError,
  type Points,
  points,
  Refusal,
  redeem,
  spendablePoints,
  TokenCapExceededError,
  ZERO_POINTS,
} from '@artel/ledger'
import { type Given, isPaidForCoalition, issueCost, type PayerGift, type Skipped } from '@artel/rules'
import {
  coalitionNow,
  loadVouchers,
  pointsUnderToken,
  promoFundBalance,
  recentMovesOf,
  ruleStanding,
} from '@artel/store'
import type { Customer, Member } from '@artel/store/prisma'
import { requireCustomer, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context, Principal } from '../access/principal.ts'
import { needsConfirmation } from '../confirmation/act.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { lookUpCustomer } from '../customer/look-up-customer.ts'
import { openLots } from '../customer/open-lots.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkLines, checkMoney, checkPoints } from '../input/money.ts'
import { checkId } from '../input/text.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type TermsVersion,
  termsById,
} from '../terms/agreement.ts'
import { looksBackToSpend, spendingRefusal } from '../velocity/spending-limits.ts'
import { loadNamedVouchers, withVoucherPayers } from '../voucher/named-vouchers.ts'
import { vouchersOnBill } from '../voucher/vouchers-on-bill.ts'
import { addedTo, loadCreditStanding } from './credit-standing.ts'
import { loadPayers, ownPoints } from './payers.ts'
import { creditVerdict } from './permit-sale.ts'
import { loadedForRules, priceSale } from './price-sale.ts'
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

/** ALLOWED, or what the purchase would be refused with: CREDIT_LIMIT_REACHED, or SALE_NEEDS_APPROVAL by the terms. */
export type EarningCredit = 'ALLOWED' | 'REFUSED' | 'NEEDS_APPROVAL'

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
  const { timeZone } = agreement.coalition
  // What a customer did elsewhere is no other member's affair, and a rule for new customers would tell.
  const customerId = knowsDealingsAt(context.principal, shop.memberId) ? (customer?.id ?? null) : null
  const asked = { customerId, occurredAt: now, timeZone }
  const [standing, payers, promoFund, owed] = await Promise.all([
    ruleStanding(store, { coalitionId, customerId, ...loadedForRules(participation, asked) }),
    loadPayers(store, agreement, participation),
    participation.payers?.isFund ? promoFundBalance(store, coalitionId) : undefined,
    agreement.limitsCredit &&
    participation.runningRules.some((rule) => isPaidForCoalition(rule, shop.memberId))
      ? loadCreditStanding(store, shop)
      : undefined,
  ])
  if (vouchers && customerId === null)
    throw new InvalidInputError({
      path: ['customer'],
      problem: 'Must name the customer whose vouchers they are.',
    })
  const held = vouchers && (await loadVouchers(store.pool, coalitionId, [{ vouchers: vouchers.ids }]))
  const at = { ...standing, now, ...(promoFund === undefined ? {} : { promoFund }) }
  const lines = checkLines(input.lines, { total: totalMinor, currency })
  const laid =
    vouchers && held && customerId !== null
      ? vouchersOnBill(
          vouchers,
          { vouchers: held },
          {
            ...{ customerId, memberId: shop.memberId, totalMinor, lines, occurredAt: now, timeZone },
          },
        )
      : undefined
  const bill = priceSale(
    {
      totalMinor,
      lines,
      code: checkBillCode(['code'], input.code),
      spent: requested,
    },
    { participation, terms, ...asked, at, agreement, payers, standing: owed, vouchers: laid },
  )
  const lots = customer ? await openLots(store, customer) : undefined
  const available = lots && spendablePoints({ lots }, now)
  if (available !== undefined && requested > available)
    throw new InsufficientPointsError({ available, requested })
  if (customer && looksBackToSpend(agreement.coalition, requested)) {
    const recent = await recentMovesOf(store, { coalitionId, customerId: customer.id })
    const refusal = spendingRefusal(agreement.coalition, requested, { now, recent })
    if (refusal) throw refusal
  }
  const credit = { shop, agreement, terms, now, lots, spent: requested, pointsToEarn: ownPoints(bill) }
  return {
    earningCredit: seesStandingOf(context.principal, shop.memberId)
      ? await earningCredit(context, credit)
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

/** What the caller's token leaves to be held under it; null without a cap. */
async function tokenCapOf({ principal, store }: Context): Promise<Points | null> {
  if (principal.kind !== 'customer' || principal.maxPoints === null) return null
  const left = principal.maxPoints - (await pointsUnderToken(store.prisma, principal))
  return left > 0n ? points(left) : ZERO_POINTS
}

/** Who may know whether a member has reached its credit limit: itself, and administrators. */
const seesStandingOf = (principal: Principal, memberId: string): boolean =>
  principal.kind === 'admin' || (principal.kind === 'member' && principal.memberId === memberId)

/** Whose rules may look at what the customer did before: the shop's own caller, administrators, and the customer's. */
const knowsDealingsAt = (principal: Principal, memberId: string): boolean =>
  principal.kind === 'customer' || seesStandingOf(principal, memberId)

async function earningCredit(
  { store }: Context,
  asked: {
    readonly shop: { readonly coalitionId: string; readonly memberId: string }
    readonly agreement: Agreement
    readonly terms: TermsVersion
    readonly now: Date
    readonly lots: readonly Lot[] | undefined
    readonly spent: Points
    readonly pointsToEarn: Points
  },
): Promise<EarningCredit> {
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
function spendingAdds({
  agreement,
  shop,
  terms,
  now,
  lots,
  spent,
}: {
  readonly agreement: Agreement
  readonly shop: { readonly coalitionId: string; readonly memberId: string }
  readonly terms: TermsVersion
  readonly now: Date
  readonly lots: readonly Lot[] | undefined
  readonly spent: Points
}): Micros {
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

/** The member that is asked for: any of the caller's coalition, for anonymous callers any at all. */
async function shopOf(context: Context, named: string | null | undefined) {
  const { principal, store } = context
  const own = principal.kind === 'member' || principal.kind === 'customer' ? principal.memberId : undefined
  const wanted = named ?? own
  if (wanted === undefined)
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
