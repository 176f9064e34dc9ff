import { AdjustmentNotOpenError, ApproverIsProposerError } from './adjustment.ts'
import { AlreadyExistsError } from './already-exists.ts'
import type { BusinessError, BusinessErrorOptions, Details } from './business-error.ts'
import { ClockNotMovableError } from './clock.ts'
import { CreditLimitReachedError, SaleNeedsApprovalError, SaleTooLateError } from './credit.ts'
import { CustomerClosedError, CustomerHasOpenHoldsError, NotSameHouseholdError } from './customer.ts'
import { CoalitionWindingDownError, ExitNoticeStandsError, MemberExitIncompleteError } from './exit.ts'
import { CaptureExceedsHoldError, HoldNotOpenError } from './hold.ts'
import { IdempotencyKeyMismatchError } from './idempotency.ts'
import { MemberHasObligationsError, MemberNotActiveError } from './member.ts'
import { NotFoundError } from './not-found.ts'
import { NothingDueError } from './nothing-due.ts'
import { InsufficientPointsError, PointsShareExceededError, TokenCapExceededError } from './points.ts'
import { ReceiptAlreadyUsedError, RefundExceedsPurchaseError } from './purchase.ts'
import { WriteOffExceedsReceivableError } from './receivable.ts'
import {
  BankDetailsMissingError,
  BankFileUnreadableError,
  DisputeResolvedAlreadyError,
  DisputeTooLateError,
  EarlierWindowPendingError,
  PaymentLegClosedError,
  PlanApprovedAlreadyError,
  PlanApproverIsProposerError,
  PlanChangedError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
} from './settlement.ts'
import { TermsNotAcceptedError, TermsNotOpenError } from './terms.ts'
import { ValidationError } from './validation.ts'

/** Every refusal that can be recorded, or thrown by a decision of the ledger, by its stable code. */
const REVIVABLE = [
  AdjustmentNotOpenError,
  AlreadyExistsError,
  ApproverIsProposerError,
  BankFileUnreadableError,
  CaptureExceedsHoldError,
  ClockNotMovableError,
  CoalitionWindingDownError,
  CreditLimitReachedError,
  CustomerClosedError,
  CustomerHasOpenHoldsError,
  DisputeResolvedAlreadyError,
  DisputeTooLateError,
  EarlierWindowPendingError,
  ExitNoticeStandsError,
  HoldNotOpenError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  MemberExitIncompleteError,
  MemberHasObligationsError,
  MemberNotActiveError,
  NotFoundError,
  NotSameHouseholdError,
  NothingDueError,
  PaymentLegClosedError,
  PlanApprovedAlreadyError,
  PlanApproverIsProposerError,
  PlanChangedError,
  PointsShareExceededError,
  ReceiptAlreadyUsedError,
  RefundExceedsPurchaseError,
  BankDetailsMissingError,
  SaleNeedsApprovalError,
  SaleTooLateError,
  TermsNotAcceptedError,
  TermsNotOpenError,
  TokenCapExceededError,
  ValidationError,
  WindowStepNotReadyError,
  WindowStepOutOfOrderError,
  WriteOffExceedsReceivableError,
] as const

const byCode: ReadonlyMap<string, (details: Details, options: BusinessErrorOptions) => BusinessError> =
  new Map(REVIVABLE.map((errorClass) => [errorClass.code, errorClass.revive]))

/** Makes the error class of a code from its recorded details; undefined for a code that no class here owns. */
export function reviveRefusal(
  refusal: { code: string; details: Details },
  options: BusinessErrorOptions = {},
): BusinessError | undefined {
  return byCode.get(refusal.code)?.(refusal.details, options)
}
