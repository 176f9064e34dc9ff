import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/** Why a version of the terms cannot be accepted or withdrawn any more. */
export type TermsClosedReason = 'WITHDRAWN' | 'IN_FORCE' | 'ABOUT_TO_START' | 'SUPERSEDED'

const REMEDY: Record<TermsClosedReason, string> = {
  WITHDRAWN: 'It was withdrawn. Read the versions again, and accept the one that is open.',
  IN_FORCE: 'It binds new points already. Propose a new version instead.',
  ABOUT_TO_START:
    'All members have accepted it and it starts within a minute. Propose a new version instead.',
  SUPERSEDED: 'A later version is in force. Propose a new version instead.',
}

/** TERMS_NOT_OPEN: a version that is withdrawn cannot be accepted, one that binds cannot be withdrawn. */
export class TermsNotOpenError extends BusinessError {
  static readonly code = 'TERMS_NOT_OPEN'
  readonly reason: TermsClosedReason

  constructor(reason: TermsClosedReason, options: BusinessErrorOptions = {}) {
    super(
      TermsNotOpenError.code,
      `This version of the terms is not open for that. ${REMEDY[reason]}`,
      { reason },
      options,
    )
    this.reason = reason
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): TermsNotOpenError {
    return new TermsNotOpenError(textDetail(details, 'reason') as TermsClosedReason, options)
  }
}

/** TERMS_NOT_ACCEPTED: a member is made active only once it has accepted the terms in force. */
export class TermsNotAcceptedError extends BusinessError {
  static readonly code = 'TERMS_NOT_ACCEPTED'
  /** The version to accept. Raw UUID. */
  readonly termsId: string

  constructor(termsId: string, options: BusinessErrorOptions = {}) {
    super(
      TermsNotAcceptedError.code,
      'The member has not accepted the terms in force. It has to accept them first, with its own key.',
      { termsId },
      options,
    )
    this.termsId = termsId
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): TermsNotAcceptedError {
    return new TermsNotAcceptedError(textDetail(details, 'termsId'), options)
  }
}
