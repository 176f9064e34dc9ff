import { BusinessError, type BusinessErrorOptions, type Details } from './business-error.ts'

/** CLOCK_NOT_MOVABLE: only a TEST coalition's clock can be moved. */
export class ClockNotMovableError extends BusinessError {
  static readonly code = 'CLOCK_NOT_MOVABLE'

  constructor(options: BusinessErrorOptions = {}) {
    super(
      ClockNotMovableError.code,
      'The clock of a live coalition cannot be moved. Open a TEST coalition to try things out in the future.',
      {},
      options,
    )
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): ClockNotMovableError {
    return new ClockNotMovableError(options)
  }
}
