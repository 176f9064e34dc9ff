import type { ExactMoneyFragment } from './generated/graphql.ts'
import { type RefusalDetails, RefusalError } from './refusals.ts'

/** The bank’s file is none of the known formats, or broken. */
export class BankFileUnreadableError extends RefusalError {
  override readonly name = 'BankFileUnreadableError'
}

/** Somebody decided on the dispute before. */
export class DisputeResolvedAlreadyError extends RefusalError {
  override readonly name = 'DisputeResolvedAlreadyError'
}

/** The statement is accepted, by word or by silence. */
export class DisputeTooLateError extends RefusalError {
  override readonly name = 'DisputeTooLateError'
}

/** Windows are stated and planned in their order. */
export class EarlierWindowPendingError extends RefusalError {
  override readonly name = 'EarlierWindowPendingError'
  /** The window that comes first. */
  readonly windowNo: number

  constructor(data: RefusalDetails<Pick<EarlierWindowPendingError, 'windowNo'>>, requestId?: string) {
    super(data, requestId)
    this.windowNo = data.windowNo
  }
}

/** The missed payment is a receivable, and a later plan asks for it. */
export class PaymentLegClosedError extends RefusalError {
  override readonly name = 'PaymentLegClosedError'
}

/** The second approval is another person’s. */
export class PlanApprovedAlreadyError extends RefusalError {
  override readonly name = 'PlanApprovedAlreadyError'
}

/** A plan takes two people. */
export class PlanApproverIsProposerError extends RefusalError {
  override readonly name = 'PlanApproverIsProposerError'
}

/** What was approved is not what the plan is now. */
export class PlanChangedError extends RefusalError {
  override readonly name = 'PlanChangedError'
  /** Hash of the plan as it is now. */
  readonly planHash: string

  constructor(data: RefusalDetails<Pick<PlanChangedError, 'planHash'>>, requestId?: string) {
    super(data, requestId)
    this.planHash = data.planHash
  }
}

/** The step is next, and something is still missing. */
export class WindowStepNotReadyError extends RefusalError {
  override readonly name = 'WindowStepNotReadyError'
  /** What is missing. */
  readonly missing: readonly string[]

  constructor(data: RefusalDetails<Pick<WindowStepNotReadyError, 'missing'>>, requestId?: string) {
    super(data, requestId)
    this.missing = data.missing
  }
}

/** An earlier step of the window was left out. */
export class WindowStepOutOfOrderError extends RefusalError {
  override readonly name = 'WindowStepOutOfOrderError'
  /** The step that comes next. */
  readonly expected: string
  /** The status of the window. */
  readonly windowStatus: string

  constructor(
    data: RefusalDetails<Pick<WindowStepOutOfOrderError, 'expected' | 'windowStatus'>>,
    requestId?: string,
  ) {
    super(data, requestId)
    this.expected = data.expected
    this.windowStatus = data.windowStatus
  }
}

/** More is to be given up than the member owes. */
export class WriteOffExceedsReceivableError extends RefusalError {
  override readonly name = 'WriteOffExceedsReceivableError'
  /** What it owes; 0 or less when it owes nothing. */
  readonly owed: ExactMoneyFragment

  constructor(data: RefusalDetails<Pick<WriteOffExceedsReceivableError, 'owed'>>, requestId?: string) {
    super(data, requestId)
    this.owed = data.owed
  }
}
