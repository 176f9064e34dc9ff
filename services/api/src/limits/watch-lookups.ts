import type { LookUpWatch, Principal } from '@artel/use-cases'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimit } from './rate-limits.ts'

/** What slows a caller who looks for customers by phone or card; undefined where there is nothing to slow. */
export type WatchLookUps = (principal: Principal) => LookUpWatch | undefined

/**
 * Makes the watch over customers that there are not. A till has some of them; a list of phones that is tried one by one has
 * nothing else. Each key and each person signed in is counted by itself.
 */
export function makeWatchLookUps({
  limit,
  limiter,
  metrics,
}: {
  readonly limit: RateLimit | null
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
}): WatchLookUps {
  return (principal) => {
    if (limit === null || (principal.kind !== 'admin' && principal.kind !== 'member')) return undefined
    const { sessionId, keyId } = principal
    const counted =
      sessionId === undefined
        ? ({ name: 'lookups', id: keyId, limit, keyId } as const)
        : ({ name: 'lookups', id: sessionId, limit } as const)
    return {
      admit: async () => limiter.admit(limiter.accountOf(counted)),
      foundNobody() {
        metrics.guesses.inc({ of: 'customers' })
        limiter.charge(limiter.accountOf(counted), 1)
      },
    }
  }
}
