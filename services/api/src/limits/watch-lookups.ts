import type { LookUpWatch, Principal } from '@artel/use-cases'
import type { Denials } from '../audit/denials.ts'
import { ThrottledError } from '../errors/throttled-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import type { Counted } from './account.ts'
import type { RateLimiter } from './rate-limiter.ts'
import type { RateLimits } from './rate-limits.ts'

/** All of a member count together, wherever they are. */
const NOWHERE = { door: 'API', network: null, requestId: null } as const

/** So many in a day stand in the audit log once, long before anybody is slowed. */
const MARK = 200
const DAY_MS = 86_400_000
const MOST_MARKS = 10_000

/** Counts what members did not find, a day each, and says when one of them comes to the mark. By this process alone. */
function makeMarks(): { readonly isFirst: (id: string, misses: number) => boolean } {
  const days = new Map<string, { readonly until: number; misses: number }>()
  return {
    isFirst(id, misses) {
      const now = performance.now()
      let day = days.get(id)
      if (!day || day.until <= now) {
        if (days.size >= MOST_MARKS) days.clear()
        day = { until: now + DAY_MS, misses: 0 }
        days.set(id, day)
      }
      const before = day.misses
      day.misses += misses
      return before < MARK && day.misses >= MARK
    },
  }
}

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
  const marks = makeMarks()
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
          // Before the look: of many at once none is looked at that is not paid for.
          await limiter.pay(limiter.accountOf(counted), 1)
        } catch (error) {
          if (error instanceof ThrottledError)
            denials.note({ principal, from: NOWHERE, act: 'lookUps', outcome: 'DENIED', code: error.code })
          throw error
        }
      },
      countGuess(more = 0) {
        metrics.guesses.inc({ of: 'customers' }, 1 + more)
        if (more > 0) limiter.charge(limiter.accountOf(counted), more)
        if (marks.isFirst(of.id, 1 + more))
          denials.note({ principal, from: NOWHERE, act: 'lookUps', outcome: 'REFUSED', code: 'MANY_MISSES' })
      },
      noGuess() {
        limiter.giveBack(limiter.accountOf(counted), 1)
      },
    }
  }
}
