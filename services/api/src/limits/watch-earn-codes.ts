import type { EarnCodeWatch, Principal } from '@artel/use-cases'
import type { Denials } from '../audit/denials.ts'
import { ThrottledError } from '../errors/throttled-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { Counted } from './account.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimit } from './rate-limits.ts'

/** What slows a caller who tries earn codes; undefined where there is nothing to slow. */
export type WatchEarnCodes = (principal: Principal) => EarnCodeWatch | undefined

/** All that try together, wherever they are. */
const NOWHERE = { door: 'API', network: null, requestId: null } as const

/**
 * Makes the watch over earn codes that there are not: each customer by itself, whatever its tokens, and all keys and people of a member
 * together. Whoever tried too many waits, right code or wrong, and that is written down.
 */
export function makeWatchEarnCodes({
  limit,
  limiter,
  metrics,
  denials,
}: {
  readonly limit: RateLimit | null
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
  readonly denials: Pick<Denials, 'note'>
}): WatchEarnCodes {
  return (principal) => {
    if (limit === null || (principal.kind !== 'customer' && principal.kind !== 'member')) return undefined
    const { kind, memberId } = principal
    const counted: Counted =
      kind === 'member'
        ? { name: 'codes', limit, id: `earn ${memberId}`, memberId }
        : { name: 'codes', limit, id: `earn ${principal.customerId}` }
    return {
      async admit() {
        try {
          await limiter.admit(limiter.accountOf(counted))
        } catch (error) {
          if (error instanceof ThrottledError)
            denials.note({ principal, from: NOWHERE, act: 'earnCodes', outcome: 'DENIED', code: error.code })
          throw error
        }
      },
      countGuess() {
        metrics.guesses.inc({ of: 'earn codes' })
        limiter.charge(limiter.accountOf(counted), 1)
      },
    }
  }
}
