import { type CustomerState, type Entry, redeem } from '@artel/ledger'
import { checkFiscalId, writtenFiscalId } from '@artel/rules'
import { type ActingPerson, type Command, type DecisionContext, type EntryGroup, newId } from '@artel/store'
import { actingPerson } from '../access/acting-person.ts'
import type { Context } from '../access/principal.ts'
import type { Consent } from '../confirmation/consent.ts'
import { consentToSpend } from '../confirmation/spending.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { refuseFrozenCustomer } from '../customer/refuse-frozen-customer.ts'
import { UnrecordedRefusal } from '../errors/unrecorded-refusal.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkClickId } from '../input/click-id.ts'
import { checkLines, checkMoney, checkMoneyOrNone, checkPoints } from '../input/money.ts'
import { checkRef } from '../input/text.ts'
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
import { loadedForRules, priceSale, refuseChangedPrice } from './price-sale.ts'
import type { RecordPurchaseInput, SaleAsked } from './record-purchase.ts'
import { foreignReceipt, refuseUsedFiscal, refuseUsedReceipt, sellingTerms } from './sale.ts'
import { type Sale, saleGroup } from './sale-group.ts'

/** A sale that was loaded and checked: what is decided on, and the command that decides and posts it. */
export async function prepareSale(
  context: Context,
  input: Omit<RecordPurchaseInput, 'idempotencyKey'>,
  asked: SaleAsked,
): Promise<{ readonly facts: PurchaseFacts; readonly command: Command }> {
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
    joinedOf(store, { agreement, memberId, customerId, occurredAt: sale.occurredAt }, asked),
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
  const command: Command = {
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
  }
  return { facts, command }
}

/** Since when the parties take part. */
const joinedOf = (
  store: Context['store'],
  sale: Parameters<typeof loadJoined>[1],
  { customerSince }: SaleAsked,
): Promise<Joined> | Joined =>
  customerSince && sale.occurredAt
    ? { member: sale.agreement.joinedAt.get(sale.memberId), customer: customerSince }
    : loadJoined(store, sale)

/** A yes to a claim is refused for good under its key, which gives the claim back; a till's key stays free. */
const foreignTo = ({ onRefused }: SaleAsked): Error =>
  onRefused ? foreignReceipt() : new UnrecordedRefusal(foreignReceipt())

/** What the sale is decided on besides the customer's state. */
export interface PurchaseFacts {
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
