import type { Store } from '@artel/store'
import type { Principal } from '@artel/use-cases'
import type { Logger } from 'pino'
import type { Denials } from '../audit/denials.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import { makeCountCaller } from './count-caller.ts'
import { makeRateLimiter } from './rate-limiter.ts'
import type { RateLimits } from './rate-limits.ts'
import { openSpending, type Spending } from './spending.ts'
import { type CodesWatch, makeWatchCodes } from './watch-codes.ts'
import { type CredentialsWatch, makeWatchCredentials } from './watch-credentials.ts'
import { makeWatchEarnCodes, type WatchEarnCodes } from './watch-earn-codes.ts'
import { makeWatchLookUps, type WatchLookUps } from './watch-lookups.ts'
import { makeWatchSignIns, type SignInsWatch } from './watch-sign-ins.ts'

/** The rate limits of a process. */
export interface Limits {
  /** Opens the spending of a request; `address` stands for all addresses of one caller. */
  spendingOf(principal: Principal, address: string): Spending
  readonly watchLookUps: WatchLookUps
  readonly watchEarnCodes: WatchEarnCodes
  readonly signIns: SignInsWatch
  readonly credentials: CredentialsWatch
  readonly codes: CodesWatch
}

export interface LimitsOptions {
  readonly store: Pick<Store, 'pool'>
  /** As in `ApiConfig`. */
  readonly config: {
    readonly rateLimits: RateLimits
    readonly rateLimitWaitMs: number
    readonly secretsKey: Uint8Array
  }
  readonly log: Logger
  readonly metrics: ApiMetrics
  readonly denials: Denials
}

export function makeLimits({ store, config, log, metrics, denials }: LimitsOptions): Limits {
  const { rateLimits, rateLimitWaitMs: waitMs, secretsKey } = config
  const { named } = rateLimits
  const limiter = makeRateLimiter({ store, secretsKey, log, metrics, waitMs })
  const countCaller = makeCountCaller(rateLimits)
  return {
    spendingOf: (principal, address) => openSpending(limiter, countCaller(principal, address)),
    watchLookUps: makeWatchLookUps({ rateLimits, limiter, metrics, denials }),
    signIns: makeWatchSignIns({ metrics, denials }),
    watchEarnCodes: makeWatchEarnCodes({ limit: named.codes, limiter, metrics, denials }),
    codes: makeWatchCodes({ limit: named.codes, limiter, metrics }),
    credentials: makeWatchCredentials({ limit: named.credentials, limiter, metrics }),
  }
}
