import { BusinessError, type BusinessErrorOptions, type Details } from './business-error.ts'

/** CUSTOMER_CLOSED: the customer has left; its points can neither grow nor be spent. */
export class CustomerClosedError extends BusinessError {
  static readonly code = 'CUSTOMER_CLOSED'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      CustomerClosedError.code,
      'The customer has left the coalition. Enrol the customer again first.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): CustomerClosedError {
    return new CustomerClosedError(options)
  }
}
