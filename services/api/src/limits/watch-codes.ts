import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimit } from './rate-limits.ts'

/** Slows addresses that try codes of links until one is right. */
export interface CodesWatch {
  /** Counts a code that no link has. Rejects with ThrottledError where its address tried too many. */
  wereUnknown(address: string): Promise<void>
}

/** Makes the watch over codes. Those of links are led on whatever else their address tries, and cost it nothing. */
export function makeWatchCodes({
  limit,
  limiter,
  metrics,
}: {
  readonly limit: RateLimit | null
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
}): CodesWatch {
  return {
    async wereUnknown(address) {
      metrics.guesses.inc({ of: 'codes' })
      if (limit) await limiter.pay(limiter.accountOf({ name: 'codes', id: address, limit }), 1)
    },
  }
}
