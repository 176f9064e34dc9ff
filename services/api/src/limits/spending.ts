import type { Standing } from '../errors/throttled-error.ts'
import { type Counted, standingOf } from './account.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** What one request costs its caller. */
export interface Spending {
  /** What the caller's full bucket holds; null = the caller has no limit. */
  readonly burst: number | null
  /** Throws or rejects with ThrottledError where the caller has nothing left. Undefined = goes on at once. */
  admit(): Promise<void> | undefined
  /** Pays for the request before it runs. Throws or rejects with ThrottledError. Undefined = paid at once. */
  pay(cost: number): Promise<void> | undefined
  /** Counts a request that has been answered and that nobody paid for, since it was refused before it ran. */
  settle(): void
  /** What is left, as this process knows it; null without a limit. */
  standing(): Standing | null
  /** The same after a look at what other processes took. */
  freshStanding(): Promise<Standing | null>
}

/** Of every request, also of one that is refused before it runs. */
const LEAST_COST = 1

/** Opens the spending of a request that is counted for somebody. */
export function openSpending(limiter: RateLimiter, counted: Counted | undefined): Spending {
  if (counted === undefined) return UNLIMITED
  const account = limiter.accountOf(counted)
  let isSettled = false
  return {
    burst: account.limit.burst,
    admit: () => limiter.admit(account),
    pay(cost) {
      // Who is throttled here pays nothing: what did not run is not counted.
      isSettled = true
      return limiter.pay(account, Math.max(LEAST_COST, cost))
    },
    settle() {
      if (!isSettled) limiter.charge(account, LEAST_COST)
    },
    standing: () => standingOf(account, performance.now()),
    freshStanding: () => limiter.freshStanding(account),
  }
}

/** Of callers without a limit, and of what the deployment asks itself. */
export const UNLIMITED: Spending = {
  burst: null,
  admit: () => undefined,
  pay: () => undefined,
  settle: () => undefined,
  standing: () => null,
  freshStanding: async () => null,
}
