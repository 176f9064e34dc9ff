import { ArtelError } from './artel-error.ts'
import type {
  AdjustmentStatus,
  ExactMoneyFragment,
  HoldStatus,
  MemberStatus,
  MoneyFragment,
} from './generated/graphql.ts'
import type { Points } from './scalars.ts'

/** The fields that every refusal of business carries in a result. */
export interface RefusalData {
  readonly __typename: string
  readonly code: string
  readonly message: string
  readonly path: readonly string[]
  readonly docUrl: string
  readonly retryable: boolean
}

/** What a refusal with fields of its own carries. */
export type RefusalDetails<Extra> = RefusalData & Extra

/**
 * Base of the refusals of business, thrown by `unwrap()`: nothing was written. A refusal that this version of
 * the SDK does not know is thrown as this class.
 */
export class RefusalError extends ArtelError {
  override readonly name: string = 'RefusalError'
  /** The input field at fault, for example `["input", "total"]`; empty when no single field is. */
  readonly path: readonly string[]

  constructor(data: RefusalData, requestId?: string) {
    super(data.code, data.message, { requestId, retryable: data.retryable, docUrl: data.docUrl || undefined })
    this.path = data.path
  }
}

/** An input field is wrong; `path` names it. */
export class ValidationError extends RefusalError {
  override readonly name = 'ValidationError'
}

/** There is no such object that the caller may see. */
export class NotFoundError extends RefusalError {
  override readonly name = 'NotFoundError'
}

/** An object with this handle, phone, reference or key id exists. */
export class AlreadyExistsError extends RefusalError {
  override readonly name = 'AlreadyExistsError'
  /** Id of the existing object, where the caller may see it. */
  readonly existingId: string | null

  constructor(data: RefusalDetails<{ existingId: string | null }>, requestId?: string) {
    super(data, requestId)
    this.existingId = data.existingId
  }
}

/** The member is not active: invited, suspended or closed. */
export class MemberNotActiveError extends RefusalError {
  override readonly name = 'MemberNotActiveError'
  readonly memberStatus: MemberStatus

  constructor(data: RefusalDetails<{ memberStatus: MemberStatus }>, requestId?: string) {
    super(data, requestId)
    this.memberStatus = data.memberStatus
  }
}

/** The member cannot be closed while it owes, is owed, or its points are outstanding. */
export class MemberHasObligationsError extends RefusalError {
  override readonly name = 'MemberHasObligationsError'
  readonly outstandingPoints: Points
  readonly clearing: ExactMoneyFragment

  constructor(
    data: RefusalDetails<Pick<MemberHasObligationsError, 'outstandingPoints' | 'clearing'>>,
    requestId?: string,
  ) {
    super(data, requestId)
    this.outstandingPoints = data.outstandingPoints
    this.clearing = data.clearing
  }
}

/** The customer's account is closed, or another customer is this person now: `mergedIntoId`. */
export class CustomerClosedError extends RefusalError {
  override readonly name = 'CustomerClosedError'
  /** The customer to use instead; null when this one has left. */
  readonly mergedIntoId: string | null

  constructor(data: RefusalDetails<{ mergedIntoId: string | null }>, requestId?: string) {
    super(data, requestId)
    this.mergedIntoId = data.mergedIntoId
  }
}

/** A customer cannot be merged away while members hold its points. */
export class CustomerHasOpenHoldsError extends RefusalError {
  override readonly name = 'CustomerHasOpenHoldsError'
  readonly openHolds: number
  readonly held: Points

  constructor(data: RefusalDetails<{ openHolds: number; held: Points }>, requestId?: string) {
    super(data, requestId)
    this.openHolds = data.openHolds
    this.held = data.held
  }
}

/** Points change hands within a household alone. */
export class NotSameHouseholdError extends RefusalError {
  override readonly name = 'NotSameHouseholdError'
}

/** Somebody decided on the adjustment before. */
export class AdjustmentNotOpenError extends RefusalError {
  override readonly name = 'AdjustmentNotOpenError'
  readonly adjustmentStatus: AdjustmentStatus

  constructor(data: RefusalDetails<{ adjustmentStatus: AdjustmentStatus }>, requestId?: string) {
    super(data, requestId)
    this.adjustmentStatus = data.adjustmentStatus
  }
}

/** An adjustment above the limit takes two people. */
export class ApproverIsProposerError extends RefusalError {
  override readonly name = 'ApproverIsProposerError'
}

/** The customer has fewer spendable points than were asked for. */
export class InsufficientPointsError extends RefusalError {
  override readonly name = 'InsufficientPointsError'
  readonly available: Points
  readonly requested: Points

  constructor(data: RefusalDetails<{ available: Points; requested: Points }>, requestId?: string) {
    super(data, requestId)
    this.available = data.available
    this.requested = data.requested
  }
}

/** Points may pay only a part of a bill, and this is more. */
export class PointsShareExceededError extends RefusalError {
  override readonly name = 'PointsShareExceededError'
  readonly maxPoints: Points
  readonly requested: Points

  constructor(data: RefusalDetails<{ maxPoints: Points; requested: Points }>, requestId?: string) {
    super(data, requestId)
    this.maxPoints = data.maxPoints
    this.requested = data.requested
  }
}

/** The customer's token allows fewer points. */
export class TokenCapExceededError extends RefusalError {
  override readonly name = 'TokenCapExceededError'
  readonly maxPoints: Points

  constructor(data: RefusalDetails<{ maxPoints: Points }>, requestId?: string) {
    super(data, requestId)
    this.maxPoints = data.maxPoints
  }
}

/** The member has recorded this receipt before, with another idempotency key. */
export class ReceiptAlreadyUsedError extends RefusalError {
  override readonly name = 'ReceiptAlreadyUsedError'
  readonly purchaseId: string

  constructor(data: RefusalDetails<{ purchaseId: string }>, requestId?: string) {
    super(data, requestId)
    this.purchaseId = data.purchaseId
  }
}

/** The hold was captured, voided or has expired. */
export class HoldNotOpenError extends RefusalError {
  override readonly name = 'HoldNotOpenError'
  readonly holdStatus: HoldStatus

  constructor(data: RefusalDetails<{ holdStatus: HoldStatus }>, requestId?: string) {
    super(data, requestId)
    this.holdStatus = data.holdStatus
  }
}

/** More points to capture than the hold holds. */
export class CaptureExceedsHoldError extends RefusalError {
  override readonly name = 'CaptureExceedsHoldError'
  readonly held: Points
  readonly requested: Points

  constructor(data: RefusalDetails<{ held: Points; requested: Points }>, requestId?: string) {
    super(data, requestId)
    this.held = data.held
    this.requested = data.requested
  }
}

/** More to refund than is left of the purchase or of the line. */
export class RefundExceedsPurchaseError extends RefusalError {
  override readonly name = 'RefundExceedsPurchaseError'
  readonly refundable: MoneyFragment

  constructor(data: RefusalDetails<{ refundable: MoneyFragment }>, requestId?: string) {
    super(data, requestId)
    this.refundable = data.refundable
  }
}

/** The idempotency key was used before for a different request. */
export class IdempotencyKeyMismatchError extends RefusalError {
  override readonly name = 'IdempotencyKeyMismatchError'
}

/** Only a sandbox's clock can be moved. */
export class ClockNotMovableError extends RefusalError {
  override readonly name = 'ClockNotMovableError'
}
