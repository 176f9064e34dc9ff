import { type Points, points } from '@artel/ledger'
import { BusinessError, type BusinessErrorOptions, bigintDetail, type Details } from './business-error.ts'

/** CUSTOMER_CLOSED: the customer has left, or is another customer now; its points can neither grow nor be spent. */
export class CustomerClosedError extends BusinessError {
  static readonly code = 'CUSTOMER_CLOSED'
  /** The customer that this one was merged into, a raw UUID; null when it has left. */
  readonly mergedIntoId: string | null

  constructor(facts: { readonly mergedIntoId?: string | null } = {}, options: BusinessErrorOptions = {}) {
    const mergedIntoId = facts.mergedIntoId ?? null
    super(
      CustomerClosedError.code,
      mergedIntoId === null
        ? 'The customer has left the coalition. Enrol the customer again first.'
        : 'The customer was merged into another one. Use that customer: `mergedInto`.',
      mergedIntoId === null ? {} : { mergedIntoId },
      options,
    )
    this.mergedIntoId = mergedIntoId
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): CustomerClosedError {
    const { mergedIntoId } = details
    return new CustomerClosedError(typeof mergedIntoId === 'string' ? { mergedIntoId } : {}, options)
  }
}

/** CUSTOMER_HAS_OPEN_HOLDS: a customer cannot be merged away while shops hold its points. */
export class CustomerHasOpenHoldsError extends BusinessError {
  static readonly code = 'CUSTOMER_HAS_OPEN_HOLDS'
  readonly openHolds: bigint
  /** Points that they claim together. */
  readonly held: Points

  constructor(facts: { openHolds: bigint; held: Points }, options: BusinessErrorOptions = {}) {
    super(
      CustomerHasOpenHoldsError.code,
      `${facts.openHolds} open holds claim ${facts.held} points. Capture or void them, or wait until they time out.`,
      { openHolds: String(facts.openHolds), held: String(facts.held) },
      options,
    )
    this.openHolds = facts.openHolds
    this.held = facts.held
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): CustomerHasOpenHoldsError {
    const openHolds = bigintDetail(details, 'openHolds')
    return new CustomerHasOpenHoldsError({ openHolds, held: points(bigintDetail(details, 'held')) }, options)
  }
}

/** NOT_SAME_HOUSEHOLD: points change hands within a household alone. */
export class NotSameHouseholdError extends BusinessError {
  static readonly code = 'NOT_SAME_HOUSEHOLD'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      NotSameHouseholdError.code,
      'The two customers are not of one household. Put them into one first.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): NotSameHouseholdError {
    return new NotSameHouseholdError(options)
  }
}
