import { type Store, sweepBuckets, type Taken, takeFromBucket } from '@artel/store'
import { encodePublicId } from '@artel/use-cases'
import type { Logger } from 'pino'
import { isUnavailable } from '../errors/is-unavailable.ts'
import type { Standing } from '../errors/throttled-error.ts'
import type { ApiMetrics } from '../metrics/api-metrics.ts'
import {
  type Account,
  type Asked,
  bookTaken,
  bucketOf,
  type Counted,
  fingerprintOf,
  isBeyond,
  nextTaking,
  openAccount,
  standingOf,
  takenLocally,
  throttled,
} from './account.ts'

/** Counts what callers ask for against buckets that all processes share. Costs are whole numbers. */
export interface RateLimiter {
  /** What this process knows of somebody's bucket. To be looked up for every request: it may be forgotten in between. */
  accountOf(counted: Counted): Account
  /** Throws or rejects with ThrottledError where nothing is left. Undefined = goes on at once. */
  admit(account: Account): Promise<void> | undefined
  /** Takes a cost, whole or not at all; throws or rejects with ThrottledError. Undefined = taken at once. */
  pay(account: Account, cost: number): Promise<void> | undefined
  /** Gives back what was paid for and came to nothing. */
  giveBack(account: Account, cost: number): void
  /** Counts what was not asked for before: the next request has to make up for it. */
  charge(account: Account, cost: number): void
  /** What is left, after a look at what other processes took. */
  freshStanding(account: Account): Promise<Standing>
}

export interface RateLimiterOptions {
  readonly store: Pick<Store, 'pool'>
  /** Hides the addresses that buckets stand for. */
  readonly secretsKey: Uint8Array
  readonly log: Logger
  readonly metrics: Pick<ApiMetrics, 'throttled' | 'bucketTakings'>
  /** Longest that a request waits for a shared bucket. */
  readonly waitMs: number
}

/** Callers that one process keeps in mind. One that is forgotten costs a statement when it comes again. */
const MAX_ACCOUNTS = 20_000
/** How long a process counts by itself before it looks for the shared buckets again. */
const AWAY_MS = 1_000
const SWEEP_EVERY_MS = 60_000
/** A caller that is throttled all day is written down once a minute. */
const LOG_EVERY_MS = 60_000

/**
 * Makes the limiter of a process. Of each bucket a slice is taken at a time and spent in memory, so a busy key costs a
 * statement every few thousand requests, and a caller known to have nothing left costs none. While the database is away
 * each process counts by itself: limits then neither refuse everybody nor let everything through.
 */
export function makeRateLimiter(options: RateLimiterOptions): RateLimiter {
  const accounts = new Map<string, Account>()
  const take = makeTake(options)
  const report = makeReport(options)

  function refuse(account: Account, cost: number): never {
    report(account)
    throw throttled(account, cost, performance.now())
  }

  async function serveWaiting(account: Account): Promise<void> {
    account.isTaking = true
    while (account.waiting.length > 0) {
      const taken = await take(account, nextTaking(account))
      bookTaken(account, taken, performance.now())
    }
    account.isTaking = false
  }

  function takeFor(account: Account, cost: number): Promise<void> {
    return new Promise((serve, reject) => {
      const refuse = (error: unknown) => {
        report(account)
        reject(error)
      }
      account.waiting.push({ cost, serve, refuse })
      if (!account.isTaking) serveWaiting(account)
    })
  }

  return {
    accountOf(counted) {
      const key = keyOf(counted)
      const known = accounts.get(key)
      if (known) {
        known.isUsed = true
        return known
      }
      if (accounts.size >= MAX_ACCOUNTS) forgetOne(accounts)
      const account = openAccount(counted, performance.now())
      accounts.set(key, account)
      return account
    },
    admit(account) {
      if (account.held > 0) return undefined
      if (isBeyond(account, 1, performance.now())) return refuse(account, 1)
      return account.held < 0 ? takeFor(account, 0) : undefined
    },
    pay(account, asked) {
      // Nobody saves up more than a full bucket.
      const cost = Math.min(asked, account.limit.burst)
      if (account.held >= cost && account.waiting.length === 0) {
        account.held -= cost
        return undefined
      }
      return isBeyond(account, cost, performance.now()) ? refuse(account, cost) : takeFor(account, cost)
    },
    giveBack(account, cost) {
      account.held += cost
    },
    charge(account, cost) {
      account.held -= cost
    },
    async freshStanding(account) {
      if (!account.isTaking) bookTaken(account, await take(account, { need: 0, want: 0 }), performance.now())
      return standingOf(account, performance.now())
    },
  }
}

/** Forgets the oldest that was not used since it was last spared: a busy caller keeps what it holds. */
function forgetOne(accounts: Map<string, Account>): void {
  for (const [key, account] of accounts) {
    accounts.delete(key)
    if (!account.isUsed) return
    account.isUsed = false
    accounts.set(key, account)
  }
}

const keyOf = ({ name, id }: Counted) => `${name} ${id}`

/** Takes from the shared bucket, or from one of this process while the shared one is away. Never rejects. */
function makeTake({ store, secretsKey, log, metrics, waitMs }: RateLimiterOptions) {
  let awayUntilMs = 0
  let sweptAtMs = performance.now()

  function sweep(): void {
    if (performance.now() - sweptAtMs < SWEEP_EVERY_MS) return
    sweptAtMs = performance.now()
    sweepBuckets(store.pool).catch((err: unknown) => log.warn({ err }, 'rate limits were not swept'))
  }

  return async (account: Account, asked: Asked): Promise<Taken> => {
    if (performance.now() < awayUntilMs) return takenLocally(account, asked, performance.now())
    const bucket = bucketOf(account, secretsKey)
    const taking = takeFromBucket(store.pool, { bucket, ...account.limit, ...asked })
    try {
      const taken = await within(waitMs, taking)
      metrics.bucketTakings.inc({ outcome: taken.granted < asked.need ? 'refused' : 'granted' })
      sweep()
      return taken
    } catch (err) {
      metrics.bucketTakings.inc({ outcome: 'failed' })
      log.warn({ err }, 'rate limits are counted by this process alone')
      const isLate = err instanceof TakingTooLong
      // What fails for one caller alone is no reason to count all others locally.
      if (isLate || isUnavailable(err)) awayUntilMs = performance.now() + AWAY_MS
      const local = takenLocally(account, asked, performance.now())
      if (isLate) bookLate(account, local, taking)
      return local
    }
  }
}

/** A taking that was given up still happens: when it has, it stands in place of what was taken locally meanwhile. */
function bookLate(account: Account, local: Taken, taking: Promise<Taken>): void {
  taking.then(
    ({ granted, left }) => bookTaken(account, { granted: granted - local.granted, left }, performance.now()),
    // It did not happen.
    () => undefined,
  )
}

class TakingTooLong extends Error {}

/** A promise, or a rejection with TakingTooLong. */
async function within<Value>(longestMs: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TakingTooLong('The database did not answer in time')), longestMs)
  })
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer))
}

const WORDS: Partial<Record<Account['name'], string>> = {
  credentials: 'one address sends many invalid credentials',
  lookups: 'a member looks for many customers that there are not',
  codes: 'one address tries many codes of links',
}

/** Counts who is throttled, and writes a line of it now and then. */
function makeReport({ secretsKey, log, metrics }: RateLimiterOptions) {
  return (account: Account): void => {
    const { name, loggedAtMs = Number.NEGATIVE_INFINITY } = account
    metrics.throttled.inc({ limit: name })
    if (performance.now() - loggedAtMs < LOG_EVERY_MS) return
    account.loggedAtMs = performance.now()
    log.warn({ limit: name, ...callerOf(account, secretsKey) }, WORDS[name] ?? 'a caller is throttled')
  }
}

/** The key or the member, or what stands for another caller. */
function callerOf(account: Account, secretsKey: Uint8Array): Record<string, string> {
  const { keyId, memberId } = account
  if (keyId !== undefined) return { keyId: encodePublicId('apiKey', keyId) }
  if (memberId !== undefined) return { memberId: encodePublicId('member', memberId) }
  return { caller: fingerprintOf(account, secretsKey).slice(0, 12) }
}
