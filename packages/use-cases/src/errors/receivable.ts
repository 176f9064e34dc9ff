import { type Micros, micros } from '@artel/ledger'
import { BusinessError, type BusinessErrorOptions, bigintDetail, type Details } from './business-error.ts'

/** WRITE_OFF_EXCEEDS_RECEIVABLE: more is to be given up than the member owes. */
export class WriteOffExceedsReceivableError extends BusinessError {
  static readonly code = 'WRITE_OFF_EXCEEDS_RECEIVABLE'
  /** Micros; 0 or less when the member owes nothing. */
  readonly owed: Micros
  readonly requested: Micros

  constructor(facts: { owed: Micros; requested: Micros }, options: BusinessErrorOptions = {}) {
    super(
      WriteOffExceedsReceivableError.code,
      `The member owes ${facts.owed} micros; ${facts.requested} were to be written off. Write off at most what is owed.`,
      { owed: String(facts.owed), requested: String(facts.requested) },
      { path: ['amountMicros'], ...options },
    )
    this.owed = facts.owed
    this.requested = facts.requested
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): WriteOffExceedsReceivableError {
    const owed = micros(bigintDetail(details, 'owed'))
    return new WriteOffExceedsReceivableError(
      { owed, requested: micros(bigintDetail(details, 'requested')) },
      options,
    )
  }
}
