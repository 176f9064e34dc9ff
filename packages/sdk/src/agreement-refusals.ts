import type { ExactMoneyFragment } from './generated/graphql.ts'
import { type RefusalDetails, RefusalError } from './refusals.ts'

/** The version of the terms is withdrawn, or binds already. */
export class TermsNotOpenError extends RefusalError {
  override readonly name = 'TermsNotOpenError'
  /** WITHDRAWN or BINDING. */
  readonly reason: string

  constructor(data: RefusalDetails<Pick<TermsNotOpenError, 'reason'>>, requestId?: string) {
    super(data, requestId)
    this.reason = data.reason
  }
}

/** The member has to accept the terms in force first. */
export class TermsNotAcceptedError extends RefusalError {
  override readonly name = 'TermsNotAcceptedError'
  /** Id of that version. */
  readonly termsId: string

  constructor(data: RefusalDetails<Pick<TermsNotAcceptedError, 'termsId'>>, requestId?: string) {
    super(data, requestId)
    this.termsId = data.termsId
  }
}

/** The member owes as much as the terms allow and gives no more points; spending is not affected. */
export class CreditLimitReachedError extends RefusalError {
  override readonly name = 'CreditLimitReachedError'
  /** What it owes. */
  readonly owed: ExactMoneyFragment
  /** What the terms allow. */
  readonly limit: ExactMoneyFragment

  constructor(data: RefusalDetails<Pick<CreditLimitReachedError, 'owed' | 'limit'>>, requestId?: string) {
    super(data, requestId)
    this.owed = data.owed
    this.limit = data.limit
  }
}

/** The sale passes the credit limit; send it again with a new key once the coalition has approved it. */
export class SaleNeedsApprovalError extends RefusalError {
  override readonly name = 'SaleNeedsApprovalError'
  /** The receipt that waits. */
  readonly receiptRef: string

  constructor(data: RefusalDetails<Pick<SaleNeedsApprovalError, 'receiptRef'>>, requestId?: string) {
    super(data, requestId)
    this.receiptRef = data.receiptRef
  }
}

/** The sale is handed in after the days agreed; the coalition may approve it. */
export class SaleTooLateError extends RefusalError {
  override readonly name = 'SaleTooLateError'
  /** Local date of the sale. */
  readonly soldOn: string
  /** Last local date on which it could be handed in. */
  readonly lastDay: string

  constructor(data: RefusalDetails<Pick<SaleTooLateError, 'soldOn' | 'lastDay'>>, requestId?: string) {
    super(data, requestId)
    this.soldOn = data.soldOn
    this.lastDay = data.lastDay
  }
}

/** A leaving member cannot close yet: `missing` says why. */
export class MemberExitIncompleteError extends RefusalError {
  override readonly name = 'MemberExitIncompleteError'
  /** What is missing, in the order in which it is to be done. */
  readonly missing: readonly string[]
  /** When its customers’ time to spend ends; null before notice. */
  readonly redemptionEndsAt: string | null
  /** What must still be covered by a deposit or guarantee. */
  readonly guaranteeNeeded: ExactMoneyFragment

  constructor(
    data: RefusalDetails<Pick<MemberExitIncompleteError, 'missing' | 'redemptionEndsAt' | 'guaranteeNeeded'>>,
    requestId?: string,
  ) {
    super(data, requestId)
    this.missing = data.missing
    this.redemptionEndsAt = data.redemptionEndsAt
    this.guaranteeNeeded = data.guaranteeNeeded
  }
}

/** The notice of a member cannot be taken back any more, or not by you. */
export class ExitNoticeStandsError extends RefusalError {
  override readonly name = 'ExitNoticeStandsError'
  /** FINAL_ESTIMATE, CLOSED, WIND_DOWN or GIVEN_BY_COALITION. */
  readonly because: string

  constructor(data: RefusalDetails<Pick<ExitNoticeStandsError, 'because'>>, requestId?: string) {
    super(data, requestId)
    this.because = data.because
  }
}

/** The coalition winds down: nothing new is agreed any more. */
export class CoalitionWindingDownError extends RefusalError {
  override readonly name = 'CoalitionWindingDownError'
  /** When it ends. */
  readonly endsAt: string

  constructor(data: RefusalDetails<Pick<CoalitionWindingDownError, 'endsAt'>>, requestId?: string) {
    super(data, requestId)
    this.endsAt = data.endsAt
  }
}
