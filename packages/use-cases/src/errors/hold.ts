import { type HoldStatus, type Points, points } from '@artel/ledger'
import {
  BusinessError,
  type BusinessErrorOptions,
  bigintDetail,
  type Details,
  textDetail,
} from './business-error.ts'

/** HOLD_NOT_OPEN: the hold was captured, voided or has timed out. */
export class HoldNotOpenError extends BusinessError {
  static readonly code = 'HOLD_NOT_OPEN'
  readonly status: HoldStatus

  constructor(status: HoldStatus, options: BusinessErrorOptions = {}) {
    super(
      HoldNotOpenError.code,
      `The hold is ${status}, no longer open. Read the hold for what became of it, or make a new one.`,
      { status },
      { path: ['holdId'], ...options },
    )
    this.status = status
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): HoldNotOpenError {
    return new HoldNotOpenError(textDetail(details, 'status') as HoldStatus, options)
  }
}

/** CAPTURE_EXCEEDS_HOLD: more points are asked of the hold than it holds. */
export class CaptureExceedsHoldError extends BusinessError {
  static readonly code = 'CAPTURE_EXCEEDS_HOLD'
  readonly held: Points
  readonly requested: Points

  constructor(asked: { held: Points; requested: Points }, options: BusinessErrorOptions = {}) {
    super(
      CaptureExceedsHoldError.code,
      `The hold has ${asked.held} points; ${asked.requested} were asked for. Capture at most ${asked.held}.`,
      { held: String(asked.held), requested: String(asked.requested) },
      { path: ['points'], ...options },
    )
    this.held = asked.held
    this.requested = asked.requested
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): CaptureExceedsHoldError {
    return new CaptureExceedsHoldError(
      { held: points(bigintDetail(details, 'held')), requested: points(bigintDetail(details, 'requested')) },
      options,
    )
  }
}
