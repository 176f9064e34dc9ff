import { type CustomerState, type Entry, type Points, points, redeem } from '@artel/ledger'
import { checkFiscalId, type FiscalId, writtenFiscalId } from '@artel/rules'
import {
  type ActingPerson,
  type CommandKey,
  type DecisionContext,
  type EntryGroup,
  newId,
  type SaleSought,
} from '@artel/store'
import type { Purchase } from '@artel/store/prisma'
import { actingPerson } from '../access/acting-person.ts'
import { requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { Consent, GivenConfirmation } from '../confirmation/consent.ts'
import { consentToSpend } from '../confirmation/spending.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { refuseFrozenCustomer } from '../customer/refuse-frozen-customer.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkClickId } from '../input/click-id.ts'
import { checkLines, checkMoney, checkMoneyOrNone, checkPoints } from '../input/money.ts'
import { checkIdempotencyKey, checkRef } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type Participation,
  termsById,
} from '../terms/agreement.ts'
import { looksBackToSpend, refuseFastSpending } from '../velocity/spending-limits.ts'
import { loadNamedVouchers, type NamedVouchers, withVoucherPayers } from '../voucher/named-vouchers.ts'
import { vouchersOnBill } from '../voucher/vouchers-on-bill.ts'
import { type CreditStanding, loadCreditStanding } from './credit-standing.ts'
import { isForeignReceipt } from './foreign-receipt.ts'
import { loadPayers, ownPoints, type Payers, salePayers } from './payers.ts'
import { type Joined, loadJoined, permitEarning, saleInstant } from './permit-sale.ts'
import { postSale } from './post-sale.ts'
import { loadedForRules, priceSale, refuseChangedPrice } from './price-sale.ts'
import { foreignReceipt, refuseUsedFiscal, refuseUsedReceipt, sellingTerms } from './sale.ts'
import { recordedPurchase, type Sale, saleGroup } from './sale-group.ts'

export interface RecordPurchaseInput {
  readonly customer: CustomerBy
  readonly receiptRef: string
  /** The whole bill, points part included. */
  readonly total: MoneyAmount
  /** Points to spend on it; 0 for none. */
  readonly points: Points
  /** When given, must sum to the total. */
  readonly lines?: readonly BillLineInput[] | null
  /** A code that the customer named: 3 to 32 letters, digits and hyphens, in any case. */
  readonly code?: string | null
  /** The click of a link that led to the sale. Raw UUID; one that is not there refuses nothing. */
  readonly clickId?: string | null
  /** Codes of vouchers that the customer uses, 10 at most, as they are printed or typed. */
  readonly vouchers?: readonly string[] | null
  /** Defaults to now. */
  readonly occurredAt?: Date | null
  /** The fiscal receipt of the till: one is one purchase of the coalition, and no customer claims it again. */
  readonly fiscal?: FiscalId | null
  /** What the customer was told that is left to pay in money; the sale is refused when it comes to anything else. */
  readonly expectedToPay?: MoneyAmount | null
  /** The customer's code, where so many points need one. No part of what the key stands for. */
  readonly confirmation?: GivenConfirmation | null
  /** Of a till's file: the total is what was paid, and no rule takes anything off it. No part of what the key stands for. */
  readonly isPaidPrice?: boolean
  /** By what the sale is known where it may be recorded under another name: then it is refused. No part of what the key stands for. */
  readonly sameSale?: SaleSought | undefined
  readonly idempotencyKey: string
}

export interface RecordedPurchase {
  readonly purchase: Purchase
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/**
 * Records a sale: its money part earns, its points part redeems, both or neither, in one entry group. Spending more points
 * than the coalition's threshold takes the customer's code.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CustomerFrozenError, InsufficientPointsError,
 * CreditLimitReachedError, SaleNeedsApprovalError, SaleTooLateError, SaleBeforeJoiningError,
 * VoucherNotUsableError, ConfirmationRequiredError, ConfirmationInvalidError, ConfirmationExpiredError, ConfirmationUnavailableError,
 * SpendingLimitReachedError, PointsShareExceededError, PriceChangedError, ReceiptAlreadyUsedError,
 * FiscalReceiptUsedError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function recordPurchase(
  context: Context,
  input: RecordPurchaseInput,
): Promise<RecordedPurchase> {
  const { coalitionId, memberId } = requireMemberKey(context.principal, 'purchases:write')
  const { idempotencyKey, confirmation, isPaidPrice, sameSale, ...request } = input
  return recordSale(context, input, {
    ...{ coalitionId, memberId },
    key: {
      scopeId: memberId,
      operation: 'purchaseRecord',
      key: checkIdempotencyKey(idempotencyKey),
      requestHash: requestHash(request),
    },
  })
}

/** At whom a sale is recorded and under which key, whoever asked for it. */
export interface SaleAsked {
  readonly coalitionId: string
  readonly memberId: string
  readonly key: CommandKey
  /** In which statuses its member may; left out: those of a till's sale. */
  readonly verb?: 'confirmReceiptClaim'
  /** A fresh one when left out. Raw UUID. */
  readonly purchaseId?: string
  /** Runs when nothing will ever be posted under the key. */
  readonly onRefused?: () => Promise<void>
}

/** Records a sale at a member: the whole of {@link recordPurchase} but for who may ask and for what the key stands. */
export async function recordSale(
  context: Context,
  input: Omit<RecordPurchaseInput, 'idempotencyKey'>,
  asked: SaleAsked,
): Promise<RecordedPurchase> {
  const { coalitionId, memberId, key } = asked
  const { store } = context
  const [agreement, own, vouchers] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    loadNamedVouchers(store, { coalitionId, memberId }, input.vouchers),
  ])
  const participation = withVoucherPayers(own, vouchers)
  const sale = checkedSale(input, agreement)
  const { receiptRef, fiscalReceipt } = sale
  const customerId = await customerIdOf(context, { coalitionId, memberId }, input.customer)
  const ids = {
    purchaseId: asked.purchaseId ?? newId(),
    lotId: newId(),
    eventIds: [newId(), newId()] as const,
  }

  const needsStanding = agreement.limitsCredit || input.occurredAt != null
  const [standing, payers, joined, isForeign] = await Promise.all([
    needsStanding ? loadCreditStanding(store, { coalitionId, memberId }) : undefined,
    loadPayers(store, agreement, participation),
    loadJoined(store, { agreement, memberId, customerId, occurredAt: sale.occurredAt }),
    fiscalReceipt === null ? false : isForeignReceipt(store, { coalitionId, memberId }, sale),
  ])
  const spending = { coalitionId, memberId, customerId, points: sale.spent }
  const { confirmation } = input
  const consent = await consentToSpend(context, { spending, agreement, confirmation, use: key })
  const by = actingPerson(context.principal)
  const lotIdOf = payers && idsByName()
  const facts = {
    sale,
    ids,
    agreement,
    participation,
    standing,
    joined,
    consent,
    by,
    payers,
    lotIdOf,
    vouchers,
    foreign: isForeign ? foreignTo(asked) : undefined,
    verb: asked.verb ?? 'recordPurchase',
  } as const
  const posted = await postSale(
    store,
    { coalitionId, memberId, receiptRef, standing, payers },
    {
      customerId,
      key,
      by,
      receipt: { memberId, receiptRef },
      ...(fiscalReceipt !== null && { fiscalReceipt }),
      ...(input.sameSale && { sameSale: input.sameSale }),
      takesAtMost: sale.spent,
      looksBack: looksBackToSpend(agreement.coalition, sale.spent),
      ...loadedForRules(participation, {
        customerId,
        occurredAt: sale.occurredAt,
        timeZone: agreement.coalition.timeZone,
      }),
      ...(vouchers && { vouchers: vouchers.ids }),
      decide: (state, at) => decidePurchase(facts, state, at),
    },
    { onRefused: () => allGivenBack(consent, asked) },
  )
  const purchase = posted.purchase ?? (await recordedPurchase(store, coalitionId, posted.groupId))
  return { purchase, balanceAfter: points(purchase.balanceAfter), replayed: posted.replayed }
}

/** A yes to a claim is refused for good under its key, which gives the claim back; a till's key stays free. */
const foreignTo = ({ onRefused }: SaleAsked): Error =>
  onRefused ? foreignReceipt() : new UnrecordedRefusal(foreignReceipt())

async function allGivenBack({ giveBack }: Consent, { onRefused }: SaleAsked): Promise<void> {
  await giveBack()
  await onRefused?.()
}

/** What the sale is decided on besides the customer's state. */
interface PurchaseFacts {
  readonly sale: ReturnType<typeof checkedSale>
  readonly ids: Pick<Sale, 'purchaseId' | 'lotId' | 'eventIds'>
  readonly agreement: Agreement
  readonly participation: Participation
  readonly standing: CreditStanding | undefined
  readonly joined: Joined
  readonly consent: Consent
  readonly by: ActingPerson | undefined
  readonly payers: Payers | undefined
  readonly lotIdOf: ((payerId: string) => string) | undefined
  readonly vouchers: NamedVouchers | undefined
  /** What refuses a fiscal receipt of another member's till. */
  readonly foreign: Error | undefined
  readonly verb: 'recordPurchase' | 'confirmReceiptClaim'
}

/** No object is spread into another here: on the way of a sale that can be measured (docs/performance.md). */
function decidePurchase(facts: PurchaseFacts, state: CustomerState, at: DecisionContext): EntryGroup {
  const { sale, ids, agreement, participation, standing, joined, consent, by, payers, vouchers } = facts
  const { coalition } = agreement
  const memberId = participation.member.id
  const terms = sellingTerms(agreement, participation, { verb: facts.verb, now: at.now })
  refuseClosedCustomer(at)
  if (sale.spent > 0n) refuseFrozenCustomer(at, state.customerId)
  refuseUsedReceipt(sale.receiptRef, at.receiptPurchaseId)
  if (sale.fiscalReceipt !== null) refuseUsedFiscal(sale.fiscalReceipt, at.fiscalPurchaseId)
  refuseUsedReceipt(sale.receiptRef, at.sameSaleId)
  if (facts.foreign) throw facts.foreign
  const occurredAt = saleInstant(sale, at.now, { terms, coalition, standing, joined })
  const { timeZone } = coalition
  const { customerId } = state
  const bill = priceSale(sale, {
    participation,
    terms,
    occurredAt,
    timeZone,
    customerId,
    vouchers:
      vouchers &&
      vouchersOnBill(vouchers, at, {
        ...{ customerId, memberId, occurredAt, timeZone },
        ...{ totalMinor: sale.totalMinor, lines: sale.lines },
      }),
    isPaidPrice: sale.isPaidPrice,
    at,
    agreement,
    payers,
    standing,
  })
  refuseChangedPrice(bill, sale.expectedMinor)
  const redemption = redemptionOf(facts, state, at.now)
  refuseFastSpending(coalition, sale.spent, at)
  permitEarning(standing, {
    terms,
    memberId,
    receiptRef: sale.receiptRef,
    redemption,
    pointsToEarn: ownPoints(bill),
    timeZone: coalition.timeZone,
    now: at.now,
  })
  consent.require()
  return saleGroup(state, redemption, {
    purchaseId: ids.purchaseId,
    lotId: ids.lotId,
    eventIds: ids.eventIds,
    receiptRef: sale.receiptRef,
    totalMinor: sale.totalMinor,
    points: sale.spent,
    lines: sale.lines,
    code: sale.code,
    clickId: sale.clickId,
    fiscalReceipt: sale.fiscalReceipt,
    bill,
    terms,
    coalition,
    memberId,
    payers: salePayers(agreement, { payers, lotIdOf: facts.lotIdOf, now: at.now }),
    holdId: null,
    by,
    vouchers: at.vouchers,
    occurredAt,
    now: at.now,
  })
}

/** What taking the points of the sale books. Throws InsufficientPointsError. */
function redemptionOf(facts: PurchaseFacts, state: CustomerState, now: Date): Entry {
  const { sale, agreement } = facts
  return redeem(state, {
    redeemerId: facts.participation.member.id,
    coalitionId: agreement.coalition.id,
    documentId: facts.ids.purchaseId,
    points: sale.spent,
    now,
    selfRedemptionFeeWaivedFor: (termsId) => termsById(agreement, termsId).selfRedemptionFeeWaived,
  })
}

function checkedSale(input: Omit<RecordPurchaseInput, 'idempotencyKey'>, agreement: Agreement) {
  const { currency } = agreement.coalition
  const totalMinor = checkMoney(['total'], input.total, currency)
  return {
    totalMinor,
    spent: checkPoints(['points'], input.points),
    receiptRef: checkRef(['receiptRef'], input.receiptRef),
    lines: checkLines(input.lines, { total: totalMinor, currency }),
    code: checkBillCode(['code'], input.code),
    clickId: checkClickId(['clickId'], input.clickId),
    fiscalReceipt: input.fiscal ? writtenFiscalId(checkFiscalId(['fiscal'], input.fiscal)) : null,
    isPaidPrice: input.isPaidPrice === true,
    expectedMinor: input.expectedToPay
      ? checkMoneyOrNone(['expectedToPay'], input.expectedToPay, currency)
      : null,
    occurredAt: input.occurredAt,
  }
}
