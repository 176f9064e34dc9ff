import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimit } from './rate-limits.ts'

/** Slows addresses that try credentials until one is right. */
export interface CredentialsWatch {
  /** Counts credentials that proved invalid. Rejects with ThrottledError where their address sent too many. */
  wereInvalid(address: string): Promise<void>
}

/** Makes the watch over credentials. Valid ones are served whatever else their address sends: none can be guessed. */
export function makeWatchCredentials({
  limit,
  limiter,
  metrics,
}: {
  readonly limit: RateLimit | null
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
}): CredentialsWatch {
  return {
    async wereInvalid(address) {
      metrics.guesses.inc({ of: 'credentials' })
      if (limit) await limiter.pay(limiter.accountOf({ name: 'credentials', id: address, limit }), 1)
    },
  }
}
