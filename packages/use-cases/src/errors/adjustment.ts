import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/**
 * PROPOSED waits for a second person; APPROVED is agreed and about to be booked; POSTED is booked; REFUSED could not be
 * booked, for want of points.
 */
export type AdjustmentStatus = 'PROPOSED' | 'APPROVED' | 'POSTED' | 'REFUSED'

/** ADJUSTMENT_NOT_OPEN: somebody decided on the adjustment before. */
export class AdjustmentNotOpenError extends BusinessError {
  static readonly code = 'ADJUSTMENT_NOT_OPEN'
  readonly status: AdjustmentStatus

  constructor(status: AdjustmentStatus, options: BusinessErrorOptions = {}) {
    super(
      AdjustmentNotOpenError.code,
      `The adjustment is ${status} already. Propose another one if it has to change.`,
      { status },
      options,
    )
    this.status = status
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): AdjustmentNotOpenError {
    return new AdjustmentNotOpenError(textDetail(details, 'status') as AdjustmentStatus, options)
  }
}

/** APPROVER_IS_PROPOSER: an adjustment above the limit takes two people, and this is the first of them again. */
export class ApproverIsProposerError extends BusinessError {
  static readonly code = 'APPROVER_IS_PROPOSER'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      ApproverIsProposerError.code,
      'Whoever proposed an adjustment cannot approve it. Have another person approve it with a key of their own.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): ApproverIsProposerError {
    return new ApproverIsProposerError(options)
  }
}
