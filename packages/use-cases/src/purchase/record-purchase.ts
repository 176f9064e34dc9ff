import { type Points, points } from '@artel/ledger'
import type { FiscalId } from '@artel/rules'
import type { CommandKey, SaleSought } from '@artel/store'
import type { Purchase } from '@artel/store/prisma'
import { requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { Consent, GivenConfirmation } from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import type { BillLineInput, MoneyAmount } from '../input/bill.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { postSale } from './post-sale.ts'
import { prepareSale } from './prepare-sale.ts'
import { recordedPurchase } from './sale-group.ts'

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
  /** Since when the customer is enrolled, where who asks has looked it up for many sales at once. */
  readonly customerSince?: Date
  /** Runs when nothing will ever be posted under the key. */
  readonly onRefused?: () => Promise<void>
}

/** Records a sale at a member: the whole of {@link recordPurchase} but for who may ask and for what the key stands. */
export async function recordSale(
  context: Context,
  input: Omit<RecordPurchaseInput, 'idempotencyKey'>,
  asked: SaleAsked,
): Promise<RecordedPurchase> {
  const { coalitionId, memberId } = asked
  const { store } = context
  const { facts, command } = await prepareSale(context, input, asked)
  const { sale, standing, payers, consent } = facts
  const posted = await postSale(
    store,
    { coalitionId, memberId, receiptRef: sale.receiptRef, standing, payers },
    command,
    { onRefused: () => allGivenBack(consent, asked) },
  )
  const purchase = posted.purchase ?? (await recordedPurchase(store, coalitionId, posted.groupId))
  return { purchase, balanceAfter: points(purchase.balanceAfter), replayed: posted.replayed }
}

async function allGivenBack({ giveBack }: Consent, { onRefused }: SaleAsked): Promise<void> {
  await giveBack()
  await onRefused?.()
}
