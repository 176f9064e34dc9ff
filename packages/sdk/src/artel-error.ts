import type { FailureCode, RefusalCode } from './generated/codes.ts'

/** Codes that the API does not answer: what went wrong before a request was sent, or on the way. */
export type ClientErrorCode =
  | 'CONFIGURATION'
  | 'NETWORK'
  | 'TIMEOUT'
  | 'TOKEN_UNAVAILABLE'
  | 'UNEXPECTED_RESPONSE'
  | 'WEBHOOK_SIGNATURE'

/** The code of any error. Open: a later API may answer with more, and an application may throw errors of its own. */
export type ErrorCode = RefusalCode | FailureCode | ClientErrorCode

/** What every error of the SDK carries besides its message. */
export interface ArtelErrorDetails {
  readonly requestId?: string | undefined
  readonly retryable?: boolean | undefined
  readonly docUrl?: string | undefined
  readonly status?: number | undefined
  readonly retryAfterMs?: number | undefined
  readonly cause?: unknown
}

/**
 * Base of every error this SDK throws, but for an abort: that throws the reason of the caller's signal. Its fields are
 * declared and set once, not defined and then set: pages load this.
 *
 * @example
 * ```ts
 * import { ArtelError } from '@artel/sdk'
 *
 * try {
 *   await artel.coalition.coverage()
 * } catch (error) {
 *   if (!(error instanceof ArtelError)) throw error // the reason of a signal
 *   console.error(error.code, error.requestId, error.retryable)
 * }
 * ```
 */
export class ArtelError extends Error {
  /** Name of the class; it stays readable in minified code and lets the compiler tell the classes apart. */
  override readonly name: string = 'ArtelError'
  /** Stable machine-readable code. New codes may appear; treat an unknown one by its class. */
  declare readonly code: ErrorCode
  /** Id of the request in the API's log, where a reply arrived. */
  declare readonly requestId: string | undefined
  /** Whether the same request may succeed later without a change. */
  declare readonly retryable: boolean
  /** A page that explains the code. */
  declare readonly docUrl: string | undefined
  /** HTTP status of the reply, where one arrived. */
  declare readonly status: number | undefined
  /** How long the API asked to wait before a repetition, in milliseconds, where it said so. */
  declare readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, details: ArtelErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.requestId = details.requestId
    this.retryable = details.retryable ?? false
    this.docUrl = details.docUrl
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
  }
}
