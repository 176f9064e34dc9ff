import { BusinessError, type BusinessErrorOptions, type Details, textDetail } from './business-error.ts'

/** What must be unique. */
export type UniqueNoun = 'dispute' | 'coalition' | 'member' | 'customer' | 'tokenKey'

/** ALREADY_EXISTS: a unique handle, phone, e-mail, reference or key id is taken. `existingId` is a raw UUID. */
export class AlreadyExistsError extends BusinessError {
  static readonly code = 'ALREADY_EXISTS'
  readonly what: UniqueNoun
  /** The existing object, where the caller may see it; else null. */
  readonly existingId: string | null

  constructor(what: UniqueNoun, existingId: string | null, options: BusinessErrorOptions = {}) {
    super(
      AlreadyExistsError.code,
      `This ${what} already exists. Use the existing one, or choose another value for the field named in the path.`,
      { what, existingId },
      options,
    )
    this.what = what
    this.existingId = existingId
  }

  /** Says a recorded refusal again. */
  static revive(details: Details, options: BusinessErrorOptions): AlreadyExistsError {
    const existingId = typeof details.existingId === 'string' ? details.existingId : null
    return new AlreadyExistsError(textDetail(details, 'what') as UniqueNoun, existingId, options)
  }
}
