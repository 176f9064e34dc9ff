import { IdempotencyKeyMismatchError, minor, NotFoundError, points } from '@artel/ledger'
import { readFiscalId } from '@artel/rules'
import { coalitionNow } from '@artel/store'
import type { ReceiptClaim } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberKey } from '../access/authorise.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkId, checkIdempotencyKey } from '../input/text.ts'
import { type RecordedPurchase, recordSale } from '../purchase/record-purchase.ts'
import { saleOfReceipt } from '../purchase/same-sale.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { keyOfYes } from './stop-yes.ts'
import { giveBackReceiptClaim, type TakenClaim, takeReceiptClaim } from './take-receipt-claim.ts'

export interface ConfirmReceiptClaimInput {
  /** Raw UUID. */
  readonly id: string
  readonly idempotencyKey: string
}

/**
 * The member's yes to a claim of a receipt of its till: a purchase of the claimed sum is recorded for the customer as of the moment of the
 * receipt, once, by the ordinary path of a sale.
 * Throws InvalidInputError, NotFoundError, ReceiptNotClaimableError, FiscalReceiptUsedError, MemberNotActiveError, CustomerClosedError,
 * SaleTooLateError, SaleBeforeJoiningError, CreditLimitReachedError, SaleNeedsApprovalError, ReceiptAlreadyUsedError,
 * IdempotencyKeyMismatchError, OverloadedError.
 */
export async function confirmReceiptClaim(
  context: Context,
  input: ConfirmReceiptClaimInput,
): Promise<RecordedPurchase> {
  const member = requireMemberKey(context.principal, 'purchases:write')
  const key = checkIdempotencyKey(input.idempotencyKey)
  const row = await foundClaim(context, member, checkId('receiptClaim', input.id, ['id']))
  const { coalition } = await loadAgreement(context.store, row.coalitionId)
  const taken = await takeReceiptClaim(context.store, row, { key, timeZone: coalition.timeZone })
  try {
    const recorded = await recordReceipt(context, row, { taken, currency: coalition.currency })
    await finish(context, member, { row, taken })
    return recorded
  } catch (error) {
    // The key stands for another request: nothing is ever posted for this claim under it.
    if (error instanceof IdempotencyKeyMismatchError) await giveBackReceiptClaim(context.store, row, taken)
    throw error
  }
}

async function foundClaim(
  { store: { prisma } }: Context,
  { coalitionId, memberId, status }: MemberPrincipal,
  id: string,
): Promise<ReceiptClaim> {
  const row = await prisma.receiptClaim.findFirst({ where: { coalitionId, id, memberId } })
  if (row) return row
  // A retry of what was confirmed is answered whatever became of the member since; there is none of a claim that there is not.
  refuseStatus('confirmReceiptClaim', status)
  throw new NotFoundError({ what: 'receiptClaim' }, { path: ['id'] })
}

/** Posts the sale under the key that took the claim, as of the moment of the receipt, whose sum was paid as it stands. */
function recordReceipt(
  context: Context,
  row: ReceiptClaim,
  { taken, currency }: { readonly taken: TakenClaim; readonly currency: string },
): Promise<RecordedPurchase> {
  const { coalitionId, memberId, receipt, totalMinor, occurredAt } = row
  const { customerId, purchaseId, key } = taken
  return recordSale(
    context,
    {
      ...{ customer: { id: customerId }, receiptRef: receipt, points: points(0n), occurredAt },
      ...{ total: { amountMinor: minor(totalMinor), currency }, isPaidPrice: true },
      fiscal: readFiscalId(receipt),
      sameSale: saleOfReceipt(memberId, row),
    },
    {
      ...{ coalitionId, memberId, purchaseId, verb: 'confirmReceiptClaim' },
      key: keyOfYes(row, key),
      onRefused: () => giveBackReceiptClaim(context.store, row, taken),
    },
  )
}

/** Says that the purchase of a taken claim is there, and who said yes. */
async function finish(
  context: Context,
  member: MemberPrincipal,
  { row, taken }: { readonly row: ReceiptClaim; readonly taken: TakenClaim },
): Promise<void> {
  const { coalitionId, memberId, id, receipt, totalMinor } = row
  const { purchaseId } = taken
  const confirmedAt = await coalitionNow(context.store, coalitionId)
  await context.store.prisma.$transaction(async (transaction) => {
    const { count } = await transaction.receiptClaim.updateMany({
      where: { coalitionId, id, purchaseId, confirmedAt: null },
      data: { confirmedAt, confirmedById: actorOf(member) },
    })
    if (count === 1)
      await recordAct(context, transaction, {
        ...{ act: 'receiptClaimConfirm', coalitionId, memberId, subject: { type: 'receiptClaim', id } },
        details: { receipt, totalMinor: String(totalMinor) },
      })
  })
}
