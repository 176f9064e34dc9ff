import { ArtelError } from './artel-error.ts'
import type { RefusalCode } from './generated/codes.ts'

/** The fields that every refusal of business carries in a result; those of its own come beside them. */
export interface RefusalData {
  readonly __typename: string
  readonly code: RefusalCode
  readonly message: string
  readonly path: readonly string[]
  readonly docUrl: string
  readonly retryable: boolean
}

/**
 * Base of the refusals of business, thrown by `unwrap()`: nothing was written. A refusal that this version of
 * the SDK does not know is thrown as this class.
 */
export class RefusalError extends ArtelError {
  override readonly name: string = 'RefusalError'
  declare readonly code: RefusalCode
  /** The input field at fault, for example `["input", "total"]`; empty when no single field is. */
  declare readonly path: readonly string[]

  constructor(data: RefusalData, requestId?: string) {
    const { __typename: _, code, message, docUrl, retryable, ...facts } = data
    super(code, message, { requestId, retryable, docUrl: docUrl || undefined })
    Object.assign(this, facts)
  }
}
