import { type Micros, micros } from '@artel/ledger'
import {
  BusinessError,
  type BusinessErrorOptions,
  bigintDetail,
  type Details,
  textDetail,
} from './business-error.ts'

/** What a member that leaves has yet to bring before it can close. */
export type ExitStep =
  | 'NOTICE'
  | 'REDEMPTION_WINDOW'
  | 'OPEN_HOLDS'
  | 'POINTS_TO_EXPIRE'
  | 'FINAL_ESTIMATE'
  | 'GUARANTEE'

/** MEMBER_EXIT_INCOMPLETE: closing now would strand customers' points or leave what they may cost without cover. */
export class MemberExitIncompleteError extends BusinessError {
  static readonly code = 'MEMBER_EXIT_INCOMPLETE'
  /** What is missing, in the order in which it is to be done. */
  readonly missing: readonly ExitStep[]
  /** Security that is missing, micros; 0 when none is. */
  readonly guaranteeNeededMicros: Micros
  /** When its customers' time to spend its points ends; null before the notice. */
  readonly redemptionEndsAt: Date | null

  constructor(
    facts: { missing: readonly ExitStep[]; guaranteeNeededMicros: Micros; redemptionEndsAt: Date | null },
    options: BusinessErrorOptions = {},
  ) {
    super(
      MemberExitIncompleteError.code,
      `The member cannot close yet. Missing: ${facts.missing.join(', ')}.`,
      {
        missing: facts.missing.join(' '),
        guaranteeNeededMicros: String(facts.guaranteeNeededMicros),
        redemptionEndsAt: facts.redemptionEndsAt?.toISOString() ?? '',
      },
      options,
    )
    this.missing = facts.missing
    this.guaranteeNeededMicros = facts.guaranteeNeededMicros
    this.redemptionEndsAt = facts.redemptionEndsAt
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): MemberExitIncompleteError {
    const ends = textDetail(details, 'redemptionEndsAt')
    return new MemberExitIncompleteError(
      {
        missing: textDetail(details, 'missing').split(' ') as ExitStep[],
        guaranteeNeededMicros: micros(bigintDetail(details, 'guaranteeNeededMicros')),
        redemptionEndsAt: ends === '' ? null : new Date(ends),
      },
      options,
    )
  }
}

/** COALITION_WINDING_DOWN: a coalition that winds down admits nobody and agrees on no new terms. */
export class CoalitionWindingDownError extends BusinessError {
  static readonly code = 'COALITION_WINDING_DOWN'
  /** Until when points can be spent. */
  readonly endsAt: Date

  constructor(endsAt: Date, options: BusinessErrorOptions = {}) {
    super(
      CoalitionWindingDownError.code,
      `The coalition winds down: points can be spent until ${endsAt.toISOString()}, and nothing new is agreed.`,
      { endsAt: endsAt.toISOString() },
      options,
    )
    this.endsAt = endsAt
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): CoalitionWindingDownError {
    return new CoalitionWindingDownError(new Date(textDetail(details, 'endsAt')), options)
  }
}

/** Why a notice cannot be taken back. */
export type ExitNoticeHold = 'FINAL_ESTIMATE' | 'CLOSED' | 'WIND_DOWN' | 'GIVEN_BY_COALITION'

const WHY_IT_STANDS: Readonly<Record<ExitNoticeHold, string>> = {
  FINAL_ESTIMATE: 'its final estimate is made',
  CLOSED: 'the member is closed',
  WIND_DOWN: 'the whole coalition winds down',
  GIVEN_BY_COALITION: 'the coalition gave it, and only an administrator takes it back',
}

/** EXIT_NOTICE_STANDS: the notice of a member cannot be taken back any more, or not by this caller. */
export class ExitNoticeStandsError extends BusinessError {
  static readonly code = 'EXIT_NOTICE_STANDS'
  readonly because: ExitNoticeHold

  constructor(because: ExitNoticeHold, options: BusinessErrorOptions = {}) {
    super(
      ExitNoticeStandsError.code,
      `The notice cannot be taken back: ${WHY_IT_STANDS[because]}.`,
      { because },
      options,
    )
    this.because = because
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): ExitNoticeStandsError {
    return new ExitNoticeStandsError(textDetail(details, 'because') as ExitNoticeHold, options)
  }
}
