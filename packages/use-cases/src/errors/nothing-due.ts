import { BusinessError, type BusinessErrorOptions, type Details } from './business-error.ts'

/** NOTHING_DUE: another worker did the due work first. Jobs answer it by going on; no caller sees it. */
export class NothingDueError extends BusinessError {
  static readonly code = 'NOTHING_DUE'

  constructor(options: BusinessErrorOptions = {}) {
    super(NothingDueError.code, 'Nothing is due here any more; go on with the next.', {}, options)
  }

  /** Says a recorded refusal again. */
  static revive(_details: Details, options: BusinessErrorOptions): NothingDueError {
    return new NothingDueError(options)
  }
}
