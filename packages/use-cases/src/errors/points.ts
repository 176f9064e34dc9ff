import { type Points, points } from '@artel/ledger'
import { BusinessError, type BusinessErrorOptions, bigintDetail, type Details } from './business-error.ts'

/** INSUFFICIENT_POINTS: fewer points are spendable now than were asked for. */
export class InsufficientPointsError extends BusinessError {
  static readonly code = 'INSUFFICIENT_POINTS'
  readonly available: Points
  readonly requested: Points

  constructor(asked: { available: Points; requested: Points }, options: BusinessErrorOptions = {}) {
    super(
      InsufficientPointsError.code,
      `Only ${asked.available} of the ${asked.requested} points asked for can be spent now. Ask for at most ${asked.available}.`,
      { available: String(asked.available), requested: String(asked.requested) },
      { path: ['points'], ...options },
    )
    this.available = asked.available
    this.requested = asked.requested
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): InsufficientPointsError {
    return new InsufficientPointsError(
      {
        available: points(bigintDetail(details, 'available')),
        requested: points(bigintDetail(details, 'requested')),
      },
      options,
    )
  }
}

/** POINTS_SHARE_EXCEEDED: the terms cap the share of a bill payable in points. */
export class PointsShareExceededError extends BusinessError {
  static readonly code = 'POINTS_SHARE_EXCEEDED'
  readonly maxPoints: Points
  readonly requested: Points

  constructor(asked: { maxPoints: Points; requested: Points }, options: BusinessErrorOptions = {}) {
    super(
      PointsShareExceededError.code,
      `This bill takes at most ${asked.maxPoints} points; ${asked.requested} were asked for. Lower the points or raise the bill.`,
      { maxPoints: String(asked.maxPoints), requested: String(asked.requested) },
      { path: ['points'], ...options },
    )
    this.maxPoints = asked.maxPoints
    this.requested = asked.requested
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): PointsShareExceededError {
    return new PointsShareExceededError(
      {
        maxPoints: points(bigintDetail(details, 'maxPoints')),
        requested: points(bigintDetail(details, 'requested')),
      },
      options,
    )
  }
}

/** TOKEN_CAP_EXCEEDED: the customer's token allows fewer points than were asked for. */
export class TokenCapExceededError extends BusinessError {
  static readonly code = 'TOKEN_CAP_EXCEEDED'
  readonly maxPoints: Points

  constructor(maxPoints: Points, options: BusinessErrorOptions = {}) {
    super(
      TokenCapExceededError.code,
      `This token allows at most ${maxPoints} points. Ask for fewer, or have the member issue a token with a higher cap.`,
      { maxPoints: String(maxPoints) },
      { path: ['points'], ...options },
    )
    this.maxPoints = maxPoints
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): TokenCapExceededError {
    return new TokenCapExceededError(points(bigintDetail(details, 'maxPoints')), options)
  }
}
