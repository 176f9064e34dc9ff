import { type Minor, minor } from '@artel/ledger'
import {
  BusinessError,
  type BusinessErrorOptions,
  bigintDetail,
  type Details,
  textDetail,
} from './business-error.ts'

/** RECEIPT_ALREADY_USED: one receipt of a member is one purchase. `purchaseId` is a raw UUID. */
export class ReceiptAlreadyUsedError extends BusinessError {
  static readonly code = 'RECEIPT_ALREADY_USED'
  readonly purchaseId: string
  readonly receiptRef: string

  constructor(used: { purchaseId: string; receiptRef: string }, options: BusinessErrorOptions = {}) {
    super(
      ReceiptAlreadyUsedError.code,
      'A purchase with this receipt is recorded already. Read that purchase, or send this sale under its own receipt.',
      { purchaseId: used.purchaseId, receiptRef: used.receiptRef },
      { path: ['receiptRef'], ...options },
    )
    this.purchaseId = used.purchaseId
    this.receiptRef = used.receiptRef
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): ReceiptAlreadyUsedError {
    return new ReceiptAlreadyUsedError(
      { purchaseId: textDetail(details, 'purchaseId'), receiptRef: textDetail(details, 'receiptRef') },
      options,
    )
  }
}

/** REFUND_EXCEEDS_PURCHASE: more is asked back than is left of the bill, or of one of its lines. */
export class RefundExceedsPurchaseError extends BusinessError {
  static readonly code = 'REFUND_EXCEEDS_PURCHASE'
  /** What may still be refunded of the bill, or of the line when one is named. Minor units. */
  readonly refundableMinor: Minor
  readonly lineRef: string | null

  constructor(left: { refundableMinor: Minor; lineRef?: string | null }, options: BusinessErrorOptions = {}) {
    const lineRef = left.lineRef ?? null
    super(
      RefundExceedsPurchaseError.code,
      `Only ${left.refundableMinor} minor units can still be refunded of ${lineRef === null ? 'this purchase' : 'this line'}. Ask for no more than that.`,
      { refundableMinor: String(left.refundableMinor), lineRef },
      { path: [lineRef === null ? 'amount' : 'lines'], ...options },
    )
    this.refundableMinor = left.refundableMinor
    this.lineRef = lineRef
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): RefundExceedsPurchaseError {
    return new RefundExceedsPurchaseError(
      {
        refundableMinor: minor(bigintDetail(details, 'refundableMinor')),
        lineRef: typeof details.lineRef === 'string' ? details.lineRef : null,
      },
      options,
    )
  }
}
