import { FAILURES, tell } from '@artel/ledger'
import { SystemError } from '@artel/use-cases'

/** What a caller may still ask for under one limit, in units of cost. */
export interface Standing {
  /** Name of the limit. */
  readonly name: string
  /** What the full bucket holds. */
  readonly limit: number
  /** What is left, as this process knows it. */
  readonly remaining: number
  /** What flows into it each second. */
  readonly perSecond: number
  /** Seconds after which the bucket is full again if nothing is asked. */
  readonly resetSeconds: number
}

/** THROTTLED: the caller has used up what it may ask for; nothing ran. */
export class ThrottledError extends SystemError {
  /** Milliseconds after which the same request may be served. */
  readonly retryAfterMs: number
  readonly standing: Standing

  constructor(retryAfterMs: number, standing: Standing) {
    super('THROTTLED', tell(FAILURES.THROTTLED, { retryAfterMs }, 'en'))
    this.retryAfterMs = retryAfterMs
    this.standing = standing
  }
}
