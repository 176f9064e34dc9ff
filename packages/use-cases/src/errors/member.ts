import { type Micros, micros, type Points, points } from '@artel/ledger'
import {
  BusinessError,
  type BusinessErrorOptions,
  bigintDetail,
  type Details,
  textDetail,
} from './business-error.ts'

/**
 * INVITED until the terms are accepted, then ACTIVE; SUSPENDED by an administrator; EXITING from its notice on: it gives
 * no points and takes them still; CLOSED for good.
 */
export type MemberStatus = 'INVITED' | 'ACTIVE' | 'SUSPENDED' | 'EXITING' | 'CLOSED'

const REMEDY: Record<MemberStatus, string> = {
  INVITED: 'Accept the terms in force first.',
  ACTIVE: 'The member is active already; nothing needs to be done.',
  SUSPENDED: 'Ask the coalition to reinstate the member.',
  EXITING: 'A member that has given notice gives no points; it may still take them.',
  CLOSED: 'A closed member cannot act again; it has to be admitted anew.',
}

/** MEMBER_NOT_ACTIVE: the member's status does not allow the verb; for reinstate and accept also when it is ACTIVE. */
export class MemberNotActiveError extends BusinessError {
  static readonly code = 'MEMBER_NOT_ACTIVE'
  readonly status: MemberStatus

  constructor(status: MemberStatus, options: BusinessErrorOptions = {}) {
    super(
      MemberNotActiveError.code,
      `The member's status, ${status}, does not allow this. ${REMEDY[status]}`,
      { status },
      options,
    )
    this.status = status
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): MemberNotActiveError {
    return new MemberNotActiveError(textDetail(details, 'status') as MemberStatus, options)
  }
}

/** MEMBER_HAS_OBLIGATIONS: a member cannot close while others hold its points, its position is open or holds wait. */
export class MemberHasObligationsError extends BusinessError {
  static readonly code = 'MEMBER_HAS_OBLIGATIONS'
  /** Points it issued that customers still hold. */
  readonly outstandingPoints: Points
  /** Balance of CLEARING in micros: positive when the member owes. */
  readonly clearingMicros: Micros
  /** Holds of customers' points that it has not captured or voided. */
  readonly openHolds: bigint

  constructor(
    owed: { outstandingPoints: Points; clearingMicros: Micros; openHolds: bigint },
    options: BusinessErrorOptions = {},
  ) {
    super(
      MemberHasObligationsError.code,
      'The member still has obligations. Settle its position, let its points be spent or expire, void its holds, then close it.',
      {
        outstandingPoints: String(owed.outstandingPoints),
        clearingMicros: String(owed.clearingMicros),
        openHolds: String(owed.openHolds),
      },
      options,
    )
    this.outstandingPoints = owed.outstandingPoints
    this.clearingMicros = owed.clearingMicros
    this.openHolds = owed.openHolds
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): MemberHasObligationsError {
    return new MemberHasObligationsError(
      {
        outstandingPoints: points(bigintDetail(details, 'outstandingPoints')),
        clearingMicros: micros(bigintDetail(details, 'clearingMicros')),
        openHolds: bigintDetail(details, 'openHolds'),
      },
      options,
    )
  }
}
