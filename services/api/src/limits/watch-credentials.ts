import { hash } from 'node:crypto'
import { makeBoundedCache } from '../cache/bounded-cache.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { isBeyond } from './account.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimit } from './rate-limits.ts'

/** Slows addresses that try credentials until one is right. */
export interface CredentialsWatch {
  /**
   * Before credentials are looked at: throws or rejects with ThrottledError where their address sent too many invalid ones,
   * unless these were valid of late.
   */
  admit(credentials: string, address: string): Promise<void> | undefined
  /** Afterwards: these are valid. */
  wereValid(credentials: string): void
  /** Or they are not. */
  wereInvalid(address: string): void
}

/** How long credentials that were valid are looked at, whatever else their address sends, milliseconds. */
const VALID_OF_LATE_MS = 3_600_000
const MAX_VALID = 20_000

/**
 * Makes the watch over credentials. One broken till, or a stranger behind the same address, does not stop those whose
 * credentials are known to be valid.
 */
export function makeWatchCredentials({
  limit,
  limiter,
  metrics,
}: {
  readonly limit: RateLimit | null
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
}): CredentialsWatch {
  const validOfLate = makeBoundedCache<true>({ ttlMs: VALID_OF_LATE_MS, maxEntries: MAX_VALID })
  const digestOf = (credentials: string) => hash('sha256', credentials, 'base64')
  return {
    admit(credentials, address) {
      const account = limit && limiter.knownAccount({ name: 'credentials', id: address, limit })
      if (!account || (account.held >= 0 && !isBeyond(account, 1, performance.now()))) return undefined
      return validOfLate.get(digestOf(credentials)) ? undefined : limiter.admit(account)
    },
    wereValid(credentials) {
      const digest = digestOf(credentials)
      if (!validOfLate.get(digest)) validOfLate.set(digest, true)
    },
    wereInvalid(address) {
      metrics.guesses.inc({ of: 'credentials' })
      if (limit) limiter.charge(limiter.accountOf({ name: 'credentials', id: address, limit }), 1)
    },
  }
}
