import { createHmac } from 'node:crypto'
import type { Taken, Taking } from '@artel/store'
import { type Standing, ThrottledError } from '../errors/throttled-error.ts'
import type { RateLimit, RateLimitName } from './rate-limits.ts'

/** Who is counted, and against which limit. */
export interface Counted {
  readonly name: RateLimitName
  /** What tells this one from others under the same limit. */
  readonly id: string
  readonly limit: RateLimit
  /** The API key, for the log, where who is neither a key nor a member is not named. */
  readonly keyId?: string
  /** The member, likewise. */
  readonly memberId?: string
}

/** A request that waits until its cost is taken. */
export interface Waiting {
  readonly cost: number
  readonly serve: () => void
  readonly refuse: (error: unknown) => void
}

/** What one process knows of a bucket. */
export interface Account extends Counted {
  /** Taken from the bucket and not spent yet; below 0, spent and not taken yet. */
  held: number
  /** What was left in the bucket at `knownAtMs`. Others only take from it, so it is never less than what is there. */
  known: number
  knownAtMs: number
  readonly waiting: Waiting[]
  isTaking: boolean
  /** Whether it was used since it was opened or last spared from being forgotten. */
  isUsed: boolean
  /** When its being throttled was last written to the log; undefined = not yet. */
  loggedAtMs: number | undefined
}

/** A hundredth of the bucket is taken at once: few statements for busy callers, little that idle processes keep from others. */
const SLICES = 100

export const openAccount = (counted: Counted, nowMs: number): Account => ({
  ...counted,
  held: 0,
  known: counted.limit.burst,
  knownAtMs: nowMs,
  waiting: [],
  isTaking: false,
  isUsed: false,
  loggedAtMs: undefined,
})

/** What stands for somebody who is not to be named. */
export const fingerprintOf = ({ name, id }: Counted, secretsKey: Uint8Array): string =>
  createHmac('sha256', secretsKey).update(`${name} ${id}`).digest('base64url')

/** Limits by address: it is kept nowhere. */
const BY_ADDRESS: ReadonlySet<RateLimitName> = new Set(['anonymous', 'credentials'])

/** Name of the bucket that processes share. */
export const bucketOf = (counted: Counted, secretsKey: Uint8Array): string =>
  BY_ADDRESS.has(counted.name) ? fingerprintOf(counted, secretsKey) : `${counted.name} ${counted.id}`

/** The most that can be in the shared bucket now. */
export const leftInBucket = ({ limit, known, knownAtMs }: Account, nowMs: number): number =>
  Math.min(limit.burst, known + (Math.max(0, nowMs - knownAtMs) / 1_000) * limit.perSecond)

/** What is asked of a bucket: less than `need` is of no use. */
export type Asked = Pick<Taking, 'need' | 'want'>

/** What is asked of the bucket for those who wait: no less than the first lacks, and a slice where there is one. */
export function nextTaking({ waiting, held, limit }: Account): Asked {
  const asked = waiting.reduce((sum, { cost }) => sum + cost, 0) - held
  const need = Math.min(limit.burst, Math.max(0, (waiting[0]?.cost ?? 0) - held))
  const want = Math.max(need, asked, Math.floor(limit.burst / SLICES))
  return { need, want: Math.min(limit.burst, want) }
}

/** What a bucket of this process alone would give, while the shared one cannot be reached. */
export function takenLocally(account: Account, { need, want }: Asked, nowMs: number): Taken {
  const left = leftInBucket(account, nowMs)
  const granted = left >= need ? Math.min(want, Math.floor(left)) : 0
  return { granted, left: left - granted }
}

/** Books what was taken, then serves who can be served and refuses who cannot; the rest needs another taking. */
export function bookTaken(account: Account, { granted, left }: Taken, nowMs: number): void {
  account.held += granted
  account.known = left
  account.knownAtMs = nowMs
  for (let first = account.waiting[0]; first; first = account.waiting[0]) {
    if (account.held >= first.cost) {
      account.held -= first.cost
      first.serve()
    } else if (isBeyond(account, first.cost, nowMs)) first.refuse(throttled(account, first.cost, nowMs))
    else return
    account.waiting.shift()
  }
}

/** Whether even the fullest that the bucket can be does not cover a cost. */
export const isBeyond = (account: Account, cost: number, nowMs: number): boolean =>
  cost > account.held + leftInBucket(account, nowMs)

export function standingOf(account: Account, nowMs: number): Standing {
  const { burst: limit, perSecond } = account.limit
  const remaining = Math.max(0, Math.min(limit, Math.floor(account.held + leftInBucket(account, nowMs))))
  const resetSeconds = Math.ceil((limit - remaining) / perSecond)
  return { name: account.name, limit, remaining, perSecond, resetSeconds }
}

/** The refusal of a cost: it may be covered after the time that it says. */
export function throttled(account: Account, cost: number, nowMs: number): ThrottledError {
  const lacking = cost - account.held - leftInBucket(account, nowMs)
  const waitMs = Math.max(1, Math.ceil((lacking / account.limit.perSecond) * 1_000))
  return new ThrottledError(waitMs, standingOf(account, nowMs))
}
