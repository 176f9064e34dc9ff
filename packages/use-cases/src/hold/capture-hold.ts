import {
  type CustomerState,
  captureHold as decideCapture,
  lesser,
  type Points,
  points,
  ZERO_POINTS,
} from '@artel/ledger'
import { checkFiscalId, type FiscalId, writtenFiscalId } from '@artel/rules'
import { type ActingPerson, type DecisionContext, type EntryGroup, newId } from '@artel/store'
import type { Hold, Purchase } from '@artel/store/prisma'
import { actingPerson } from '../access/acting-person.ts'
import { requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkClickId } from '../input/click-id.ts'
import { checkLines, checkMoney, checkMoneyOrNone, checkPoints } from '../input/money.ts'
import { checkIdempotencyKey, checkRef } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { type CreditStanding, loadCreditStanding } from '../purchase/credit-standing.ts'
import { isForeignReceipt } from '../purchase/foreign-receipt.ts'
import { loadPayers, ownPoints, type Payers, salePayers } from '../purchase/payers.ts'
import { type Joined, loadJoined, permitEarning, saleInstant } from '../purchase/permit-sale.ts'
import { postSale } from '../purchase/post-sale.ts'
import { loadedForRules, priceSale, refuseChangedPrice } from '../purchase/price-sale.ts'
import { foreignReceipt, refuseUsedFiscal, refuseUsedReceipt, sellingTerms } from '../purchase/sale.ts'
import { recordedPurchase, type Sale, saleGroup } from '../purchase/sale-group.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type Participation,
  type TermsVersion,
  termsById,
} from '../terms/agreement.ts'
import { loadNamedVouchers, type NamedVouchers, withVoucherPayers } from '../voucher/named-vouchers.ts'
import { vouchersOnBill } from '../voucher/vouchers-on-bill.ts'
import { ownHold } from './own-hold.ts'

export interface CaptureHoldInput {
  readonly holdId: string
  readonly receiptRef: string
  /** The final bill, points part included. */
  readonly total: MoneyAmount
  /** Defaults to as many held points as the final bill may take. */
  readonly points?: Points | null
  readonly lines?: readonly BillLineInput[] | null
  /** A code that the customer named; the one that the hold was made with when left out. */
  readonly code?: string | null
  /** The click of a link that led to the sale. Raw UUID; one that is not there refuses nothing. */
  readonly clickId?: string | null
  /** Codes of vouchers that the customer uses, 10 at most, as they are printed or typed. */
  readonly vouchers?: readonly string[] | null
  /** What the customer was told that is left to pay in money; the capture is refused when it comes to anything else. */
  readonly expectedToPay?: MoneyAmount | null
  /** Defaults to now. */
  readonly occurredAt?: Date | null
  /** The fiscal receipt of the till: one is one purchase of the coalition, and no customer claims it again. */
  readonly fiscal?: FiscalId | null
  readonly idempotencyKey: string
}

export interface CapturedHold {
  readonly purchase: Purchase
  readonly hold: Hold
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/**
 * Turns a hold of the calling member into a purchase of the final bill: takes points from the hold, earns on the
 * rest of the bill, releases what the hold has left. The final bill may differ from the one the hold was made for. How
 * much of it the points may pay, and at what face value, goes by the terms that the hold was made under; what the rest
 * earns goes by those in force now.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, HoldNotOpenError, CaptureExceedsHoldError,
 * CreditLimitReachedError, SaleNeedsApprovalError, SaleTooLateError, SaleBeforeJoiningError, PointsShareExceededError, PriceChangedError, VoucherNotUsableError,
 * ReceiptAlreadyUsedError, FiscalReceiptUsedError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function captureHold(context: Context, input: CaptureHoldInput): Promise<CapturedHold> {
  const { coalitionId, memberId } = requireMemberKey(context.principal, 'holds:write')
  const { store } = context
  const [agreement, own, hold, vouchers] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    ownHold(store, { coalitionId, memberId }, input.holdId),
    loadNamedVouchers(store, { coalitionId, memberId }, input.vouchers),
  ])
  const participation = withVoucherPayers(own, vouchers)
  const sale = checkedSale(input, agreement)
  const ids = { purchaseId: newId(), lotId: newId(), eventIds: [newId(), newId()] as const }

  const needsStanding = agreement.limitsCredit || input.occurredAt != null
  const { customerId } = hold
  const [standing, payers, joined, isForeign] = await Promise.all([
    needsStanding ? loadCreditStanding(store, { coalitionId, memberId }) : undefined,
    loadPayers(store, agreement, participation),
    loadJoined(store, { agreement, memberId, customerId, occurredAt: input.occurredAt }),
    isForeignReceipt(store, { coalitionId, memberId }, { ...sale, occurredAt: input.occurredAt }),
  ])
  const by = actingPerson(context.principal)
  const lotIdOf = payers && idsByName()
  const facts = {
    ...{ sale, asked: input, hold, ids, agreement, participation, standing, joined, by, payers, lotIdOf },
    ...{ vouchers, isForeign },
  }
  const posted = await postSale(
    store,
    { coalitionId, memberId, receiptRef: sale.receiptRef, standing, payers },
    {
      customerId,
      key: {
        scopeId: memberId,
        operation: 'holdCapture',
        key: checkIdempotencyKey(input.idempotencyKey),
        requestHash: requestHash({ ...input, idempotencyKey: null }),
      },
      by,
      holdId: hold.id,
      receipt: { memberId, receiptRef: sale.receiptRef },
      ...(sale.fiscalReceipt !== null && { fiscalReceipt: sale.fiscalReceipt }),
      ...loadedForRules(participation, {
        customerId,
        occurredAt: input.occurredAt,
        timeZone: agreement.coalition.timeZone,
      }),
      ...(vouchers && { vouchers: vouchers.ids }),
      decide: (state, at) => decideSale(facts, state, at),
    },
  )
  const purchase = posted.purchase ?? (await recordedPurchase(store, coalitionId, posted.groupId))
  return {
    purchase,
    hold: { ...hold, status: 'CAPTURED', closedAt: purchase.recordedAt },
    balanceAfter: points(purchase.balanceAfter),
    replayed: posted.replayed,
  }
}

/** What the capture is decided on besides the customer's state. */
interface CaptureFacts {
  readonly sale: ReturnType<typeof checkedSale>
  readonly asked: CaptureHoldInput
  readonly hold: Hold
  readonly ids: Pick<Sale, 'purchaseId' | 'lotId' | 'eventIds'>
  readonly agreement: Agreement
  readonly participation: Participation
  readonly standing: CreditStanding | undefined
  readonly joined: Joined
  readonly by: ActingPerson | undefined
  readonly payers: Payers | undefined
  readonly lotIdOf: ((payerId: string) => string) | undefined
  readonly vouchers: NamedVouchers | undefined
  /** Whether the fiscal receipt is of another member's till. */
  readonly isForeign: boolean
}

function decideSale(facts: CaptureFacts, state: CustomerState, at: DecisionContext): EntryGroup {
  const { sale, asked, hold, ids, agreement, participation, standing, joined, by, payers } = facts
  const { coalition } = agreement
  const { id: memberId } = participation.member
  const terms = sellingTerms(agreement, participation, { verb: 'captureHold', now: at.now })
  const promisedUnder = hold.termsId === null ? terms : termsById(agreement, hold.termsId)
  const capture = (spent: Points) =>
    decideCapture(state, {
      holdId: hold.id,
      coalitionId: coalition.id,
      documentId: ids.purchaseId,
      points: spent,
      now: at.now,
      selfRedemptionFeeWaivedFor: (termsId) => termsById(agreement, termsId).selfRedemptionFeeWaived,
    })
  // A hold that is not open is refused before anything else is said of the sale.
  const asAsked = capture(asked.points ?? ZERO_POINTS)
  refuseUsedReceipt(sale.receiptRef, at.receiptPurchaseId)
  if (sale.fiscalReceipt !== null) refuseUsedFiscal(sale.fiscalReceipt, at.fiscalPurchaseId)
  if (facts.isForeign) throw new UnrecordedRefusal(foreignReceipt())
  const occurredAt = saleInstant({ ...sale, occurredAt: asked.occurredAt }, at.now, {
    terms,
    coalition,
    standing,
    joined,
  })
  const agreed = { customerId: state.customerId, terms, promisedUnder, occurredAt }
  const pricedBy = pricingOf(facts, at, agreed)
  const code = sale.code ?? hold.code
  const priced = (points: Points) => priceSale({ ...sale, code, spent: points }, pricedBy)
  const spent = asked.points ?? lesser(points(hold.points), priced(ZERO_POINTS).maxPoints)
  const redemption = asked.points == null ? capture(spent) : asAsked
  const bill = priced(spent)
  refuseChangedPrice(bill, sale.expectedMinor)
  permitEarning(standing, {
    ...sale,
    terms,
    memberId,
    redemption,
    pointsToEarn: ownPoints(bill),
    timeZone: coalition.timeZone,
    now: at.now,
  })
  return saleGroup(state, redemption, {
    ...ids,
    ...sale,
    code,
    points: spent,
    bill,
    terms,
    coalition,
    memberId,
    payers: salePayers(agreement, { payers, lotIdOf: facts.lotIdOf, now: at.now }),
    holdId: hold.id,
    by,
    vouchers: at.vouchers,
    occurredAt,
    now: at.now,
  })
}

/** What the final bill is priced by. Throws what {@link vouchersOnBill} throws. */
function pricingOf(
  facts: CaptureFacts,
  at: DecisionContext,
  agreed: {
    readonly customerId: string
    readonly terms: TermsVersion
    readonly promisedUnder: TermsVersion
    readonly occurredAt: Date
  },
) {
  const { sale, agreement, participation, payers, standing } = facts
  const { customerId, occurredAt } = agreed
  const { timeZone } = agreement.coalition
  return {
    ...agreed,
    ...{ participation, at, agreement, payers, standing, timeZone },
    vouchers:
      facts.vouchers &&
      vouchersOnBill(facts.vouchers, at, {
        ...{ customerId, memberId: participation.member.id, occurredAt, timeZone },
        ...{ totalMinor: sale.totalMinor, lines: sale.lines },
      }),
  }
}

function checkedSale(input: CaptureHoldInput, agreement: Agreement) {
  const { currency } = agreement.coalition
  const totalMinor = checkMoney(['total'], input.total, currency)
  if (input.points !== null && input.points !== undefined) checkPoints(['points'], input.points)
  return {
    totalMinor,
    receiptRef: checkRef(['receiptRef'], input.receiptRef),
    lines: checkLines(input.lines, { total: totalMinor, currency }),
    code: checkBillCode(['code'], input.code),
    clickId: checkClickId(['clickId'], input.clickId),
    fiscalReceipt: input.fiscal ? writtenFiscalId(checkFiscalId(['fiscal'], input.fiscal)) : null,
    expectedMinor: input.expectedToPay
      ? checkMoneyOrNone(['expectedToPay'], input.expectedToPay, currency)
      : null,
  }
}
