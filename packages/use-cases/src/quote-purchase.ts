import { lesser, type Minor, type Points, spendablePoints, ZERO_POINTS } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import type { Customer, Member } from '@artel/store/prisma'
import { loadAgreement, loadParticipation } from './agreement.ts'
import { requireCustomer, requireMemberOrAdmin } from './authorise.ts'
import type { MoneyAmount } from './bill.ts'
import { CustomerClosedError } from './errors/customer.ts'
import { NotFoundError } from './errors/not-found.ts'
import { InsufficientPointsError, TokenCapExceededError } from './errors/points.ts'
import { ValidationError } from './errors/validation.ts'
import type { CustomerBy } from './find-customer.ts'
import { checkMoney, checkPoints } from './input/money.ts'
import { checkId } from './input/text.ts'
import { lookUpCustomer } from './look-up-customer.ts'
import { openLots } from './open-lots.ts'
import type { Context } from './principal.ts'
import { priceBill, sellingTerms } from './sale.ts'

export interface QuotePurchaseInput {
  /** Defaults to the caller's member; required for anonymous callers and administrators. */
  readonly memberId?: string | null
  /** Members may quote for a customer; a customer's token quotes for itself. */
  readonly customer?: CustomerBy | null
  readonly total: MoneyAmount
  readonly points?: Points | null
}

export interface PurchaseQuote {
  readonly member: Member
  readonly currency: string
  readonly totalMinor: Minor
  readonly pointsToRedeem: Points
  readonly pointsPartMinor: Minor
  readonly moneyPartMinor: Minor
  readonly pointsToEarn: Points
  /** Most points that this bill may take: by the share cap and, with a customer, by what is available. */
  readonly maxPoints: Points
  /** What one point pays at the till. */
  readonly faceValueMinor: Minor
}

/**
 * Says what a purchase would do; nothing is written. Anybody may ask what a bill earns; naming a customer takes a
 * member's or administrator's key, and a customer's token quotes for itself. Points asked for are refused exactly as
 * the purchase would be.
 * Throws ValidationError, NotFoundError, MemberNotActiveError, CustomerClosedError, PointsShareExceededError,
 * InsufficientPointsError, TokenCapExceededError.
 */
export async function quotePurchase(context: Context, input: QuotePurchaseInput): Promise<PurchaseQuote> {
  const { store } = context
  const shop = await shopOf(context, input.memberId)
  const { coalitionId } = shop
  const [agreement, participation, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, shop),
    coalitionNow(store, coalitionId),
  ])
  const totalMinor = checkMoney(['total'], input.total, agreement.coalition.currency)
  const requested = checkPoints(['points'], input.points ?? ZERO_POINTS)
  const customer = await quotedCustomer(context, coalitionId, input.customer)
  const { terms, earnRule } = sellingTerms(agreement, participation, now)
  if (customer?.status === 'CLOSED') throw new CustomerClosedError(customer)

  const tokenCap = context.principal.kind === 'customer' ? context.principal.maxPoints : null
  if (tokenCap !== null && requested > tokenCap) throw new TokenCapExceededError(tokenCap)
  const bill = priceBill(terms, earnRule, { totalMinor, spent: requested })
  const available = customer ? spendablePoints({ lots: await openLots(store, customer) }, now) : undefined
  if (available !== undefined && requested > available)
    throw new InsufficientPointsError({ available, requested })
  return {
    member: participation.member,
    currency: agreement.coalition.currency,
    totalMinor,
    pointsToRedeem: requested,
    pointsPartMinor: bill.pointsPartMinor,
    moneyPartMinor: bill.moneyPartMinor,
    pointsToEarn: bill.pointsToEarn,
    maxPoints: lesser(lesser(bill.maxPoints, available ?? bill.maxPoints), tokenCap ?? bill.maxPoints),
    faceValueMinor: terms.faceValueMinor,
  }
}

/** The member that is asked for: any of the caller's coalition, for anonymous callers any at all. */
async function shopOf(context: Context, named: string | null | undefined) {
  const { principal, store } = context
  const own = principal.kind === 'member' || principal.kind === 'customer' ? principal.memberId : undefined
  const wanted = named ?? own
  if (wanted === undefined) throw new ValidationError(['memberId'], 'Must name the member to quote for.')
  const memberId = checkId('member', wanted, ['memberId'])
  if ('coalitionId' in principal) return { coalitionId: principal.coalitionId, memberId }
  const found = await store.prisma.member.findFirst({ where: { id: memberId } })
  if (!found) throw new NotFoundError('member', { path: ['memberId'] })
  return { coalitionId: found.coalitionId, memberId }
}

async function quotedCustomer(
  context: Context,
  coalitionId: string,
  by: CustomerBy | null | undefined,
): Promise<Customer | undefined> {
  const { principal, store } = context
  if (principal.kind === 'customer') {
    const { memberId, customerId } = requireCustomer(principal, 'wallet:read')
    const found = await lookUpCustomer(store, { coalitionId, memberId }, by ?? { id: customerId })
    if (found?.id !== customerId) throw new NotFoundError('customer', { path: ['customer'] })
    return found
  }
  if (!by) return undefined
  const asking = requireMemberOrAdmin(principal, { member: 'wallet:read', admin: 'coalition:read' })
  const memberId = asking.kind === 'member' ? asking.memberId : null
  const found = await lookUpCustomer(store, { coalitionId, memberId }, by)
  if (!found) throw new NotFoundError('customer', { path: ['customer'] })
  return found
}
