import {
  CreditLimitReachedError,
  EarnCodeNotUsableError,
  FiscalReceiptUsedError,
  IdempotencyKeyMismatchError,
  InvalidInputError,
  minor,
  NotFoundError,
  points,
  type Quantity,
  ReceiptAlreadyUsedError,
  SaleNeedsApprovalError,
} from '@artel/ledger'
import { readFiscalId } from '@artel/rules'
import { type LineJson, parseLine } from '@artel/store'
import type { EarnCode } from '@artel/store/prisma'
import { customerScopeAt, requireCustomer, requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import type { BillLineInput } from '../input/bill.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { requestHash } from '../posting/request-hash.ts'
import { type RecordedPurchase, recordSale } from '../purchase/record-purchase.ts'
import { saleOfDocument, saleOfReceipt } from '../purchase/same-sale.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { checkEarnCode, type EarnCodeDoor, hashEarnCode } from './code-of.ts'
import { finishClaim, giveBackClaim, type TakenEarnCode, takeEarnCode } from './take-earn-code.ts'

export interface ClaimEarnCodeInput {
  /** As it is printed or typed. */
  readonly code: string
  /** Who claims it; a customer's token leaves itself out. */
  readonly customer?: CustomerBy | null
  readonly idempotencyKey: string
}

/**
 * Claims a code: records its bill as a purchase of the customer, exactly once whoever else claims it, by the ordinary path of a sale. By the
 * customer's own token, or by the member that issued it for a customer. A customer is not told what the member owes.
 * Throws InvalidInputError, NotFoundError, EarnCodeNotUsableError, MemberNotActiveError, CustomerClosedError, SaleTooLateError,
 * SaleBeforeJoiningError, CreditLimitReachedError, SaleNeedsApprovalError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function claimEarnCode(
  context: Context,
  input: ClaimEarnCodeInput,
  door: EarnCodeDoor,
): Promise<RecordedPurchase> {
  const claimer = await claimerOf(context, input.customer)
  const key = checkIdempotencyKey(input.idempotencyKey)
  const row = await foundCode(context, claimer, hashEarnCode(door, checkEarnCode(['code'], input.code)))
  const { coalition } = await loadAgreement(context.store, row.coalitionId)
  const taken = await takeEarnCode(context.store, row, {
    ...{ customerId: claimer.customerId, keyScopeId: claimer.scopeId, key },
    timeZone: coalition.timeZone,
  })
  try {
    const recorded = await recordBill(context, row, { taken, currency: coalition.currency })
    await finishClaim(context.store, row, taken)
    return recorded
  } catch (error) {
    // The key stands for another request: nothing is ever posted for this code under it.
    if (error instanceof IdempotencyKeyMismatchError) await giveBackClaim(context.store, row, taken)
    throw told(error, claimer)
  }
}

interface Claimer {
  readonly coalitionId: string
  readonly customerId: string
  /** Whose codes alone; null: those of all members. */
  readonly memberId: string | null
  /** Whose idempotency keys count. Raw UUID. */
  readonly scopeId: string
}

/** Who earns by a claim. Throws PermissionError, InvalidInputError, NotFoundError. */
async function claimerOf(context: Context, customer: CustomerBy | null | undefined): Promise<Claimer> {
  const { principal } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId } = requireCustomer(principal, 'wallet:write')
    if (customer && (await customerIdOf(context, { coalitionId, memberId }, customer)) !== customerId)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    return { coalitionId, customerId, memberId: null, scopeId: customerScopeAt(principal) }
  }
  const { coalitionId, memberId } = requireMemberKey(principal, 'purchases:write')
  if (!customer)
    throw new InvalidInputError({ path: ['customer'], problem: 'Must name the customer that claims it.' })
  const customerId = await customerIdOf(context, { coalitionId, memberId }, customer)
  // A code that is taken for somebody who is not there would be nobody's until it is over.
  const where = { coalitionId_id: { coalitionId, id: customerId } }
  if (!(await context.store.prisma.customer.findUnique({ where, select: { id: true } })))
    throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  return { coalitionId, customerId, memberId, scopeId: memberId }
}

/** The row of a code within reach. Who tries codes is slowed. Throws NotFoundError. */
async function foundCode(
  { store, earnCodes, principal }: Context,
  { coalitionId, memberId }: Claimer,
  codeHash: string,
): Promise<EarnCode> {
  await earnCodes?.admit()
  const row = await store.prisma.earnCode.findUnique({ where: { codeHash } })
  if (row && row.coalitionId === coalitionId && (memberId === null || row.memberId === memberId)) return row
  // A retry of what was claimed is answered whatever became of the member since; there is none of a code that there is not.
  if (principal.kind === 'member') refuseStatus('recordPurchase', principal.status)
  earnCodes?.countGuess()
  throw new NotFoundError({ what: 'earnCode' }, { path: ['code'] })
}

/** Posts the bill under the key that took the code, as of the moment of the sale. */
function recordBill(
  context: Context,
  row: EarnCode,
  { taken, currency }: { readonly taken: TakenEarnCode; readonly currency: string },
): Promise<RecordedPurchase> {
  const { coalitionId, memberId, id, receiptRef, fiscalReceipt, totalMinor, occurredAt } = row
  const { customerId, purchaseId, keyScopeId: scopeId, key } = taken
  const lines = (row.lines as LineJson[]).map((json) => lineInput(json, currency))
  return recordSale(
    context,
    {
      ...{ customer: { id: customerId }, receiptRef, points: points(0n), lines, occurredAt },
      total: { amountMinor: minor(totalMinor), currency },
      // The number of a bill may be that of its fiscal document, of which a claim was confirmed; and the document of a bill may be recorded by its
      // number alone, from a list.
      ...(fiscalReceipt === null
        ? { sameSale: saleOfDocument(memberId, { receiptRef, totalMinor, soldAt: occurredAt }) }
        : {
            fiscal: readFiscalId(fiscalReceipt),
            sameSale: saleOfReceipt(memberId, { receipt: fiscalReceipt, totalMinor, occurredAt }),
          }),
    },
    {
      ...{ coalitionId, memberId, purchaseId },
      key: {
        ...{ scopeId, operation: 'earnCodeClaim', key },
        requestHash: requestHash({ earnCodeId: id, customerId }),
      },
      onRefused: () => giveBackClaim(context.store, row, taken),
    },
  )
}

function lineInput(json: LineJson, currency: string): BillLineInput {
  const { ref, title, total, sku, category, quantityMilli, earns } = parseLine(json)
  return {
    ...{ ref, title, total: { amountMinor: total, currency } },
    ...{ sku: sku ?? null, category: category ?? null, earns: earns ?? null },
    quantity: quantityMilli === undefined ? null : (quantityMilli as Quantity),
  }
}

/**
 * What the claimer hears of a refusal: that the receipt has a purchase means that the code was used, and a customer hears neither whose
 * nor what the member owes.
 */
function told(error: unknown, { memberId }: Claimer): unknown {
  if (error instanceof ReceiptAlreadyUsedError || error instanceof FiscalReceiptUsedError)
    return new EarnCodeNotUsableError({ bar: 'USED' })
  const isOfMember = error instanceof CreditLimitReachedError || error instanceof SaleNeedsApprovalError
  return memberId === null && isOfMember ? new EarnCodeNotUsableError({ bar: 'DELAYED' }) : error
}
