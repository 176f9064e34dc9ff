import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/** Nouns that may not be found. */
export type FindableNoun =
  | 'coalition'
  | 'terms'
  | 'member'
  | 'customer'
  | 'purchase'
  | 'hold'
  | 'entry'
  | 'adjustment'
  | 'window'
  | 'statement'
  | 'statementLine'
  | 'dispute'
  | 'plan'
  | 'paymentLeg'
  | 'payment'
  | 'bankImport'
  | 'reconciliation'
  | 'reconciliationLine'
  | 'apiKey'
  | 'tokenKey'

/** NOT_FOUND: there is no such thing, or the caller may not see it; the two look the same. */
export class NotFoundError extends BusinessError {
  static readonly code = 'NOT_FOUND'
  readonly what: FindableNoun

  constructor(what: FindableNoun, options: BusinessErrorOptions = {}) {
    super(
      NotFoundError.code,
      `No such ${what} within your reach. Check the id or the reference, and that your key belongs to the right coalition.`,
      { what },
      options,
    )
    this.what = what
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): NotFoundError {
    return new NotFoundError(textDetail(details, 'what') as FindableNoun, options)
  }
}
