import type { LookUpWatch, Principal } from '@artel/use-cases'
import type { Denials } from '../audit/denials.ts'
import { ThrottledError } from '../errors/throttled-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { Counted } from './account.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimits } from './rate-limits.ts'

/** All of a member count together, wherever they are. */
const NOWHERE = { door: 'API', network: null, requestId: null } as const

/** What slows a caller who looks for customers by phone or card; undefined where there is nothing to slow. */
export type WatchLookUps = (principal: Principal) => LookUpWatch | undefined

/**
 * Makes the watch over customers that there are not. A till has some of them; a list of phones that is tried one by one has
 * nothing else. All keys and people of a member count together, those of a coalition by themselves: who makes more keys may
 * guess no more. What has no limit of its own cost has none here.
 */
export function makeWatchLookUps({
  rateLimits: { named, own },
  limiter,
  metrics,
  denials,
}: {
  readonly rateLimits: RateLimits
  readonly limiter: RateLimiter
  readonly metrics: Pick<ApiMetrics, 'guesses'>
  readonly denials: Pick<Denials, 'note'>
}): WatchLookUps {
  return (principal) => {
    const limit = named.lookups
    if (limit === null || (principal.kind !== 'admin' && principal.kind !== 'member')) return undefined
    const { kind, coalitionId, keyId } = principal
    const of =
      kind === 'member' ? { id: principal.memberId, memberId: principal.memberId } : { id: coalitionId }
    if (own.get(of.id) === null || own.get(keyId) === null) return undefined
    const counted: Counted = { name: 'lookups', limit, ...of }
    return {
      async admit() {
        try {
          await limiter.admit(limiter.accountOf(counted))
        } catch (error) {
          if (error instanceof ThrottledError)
            denials.note({ principal, from: NOWHERE, act: 'lookUps', outcome: 'DENIED', code: error.code })
          throw error
        }
      },
      countGuess() {
        metrics.guesses.inc({ of: 'customers' })
        limiter.charge(limiter.accountOf(counted), 1)
      },
    }
  }
}
