import { retryInSeconds } from './retry-schedule.ts'

/** What came of an attempt: DELIVERED is an answer of 2xx; everything else has failed. */
export type AttemptOutcome =
  | 'DELIVERED'
  /** Answered with a status that is neither 2xx nor 3xx. */
  | 'REFUSED'
  /** Answered with 3xx: nobody is followed. */
  | 'REDIRECTED'
  /** No whole answer in time. */
  | 'TIMED_OUT'
  /** No connection, or one that broke. */
  | 'UNREACHABLE'
  /** The host's address is none that anything is sent to. */
  | 'ADDRESS_REFUSED'
  /** Nothing was sent: the endpoint's query could not be answered just then. */
  | 'QUERY_FAILED'

/** An endpoint that nobody has answered at for so long is paused, after so many attempts at least. */
export const PAUSE_AFTER_SECONDS = 86_400
export const PAUSE_AFTER_FAILURES = 10
/** GONE: the receiver says that it will never want anything again. */
const GONE = 410

export interface JudgedAttempt {
  /** Of the delivery. */
  readonly status: 'PENDING' | 'DELIVERED' | 'FAILED'
  readonly retryInSeconds: number
  /** Of the endpoint, in a row. */
  readonly failures: number
  readonly pausedFor: 'FAILING' | 'GONE' | null
}

/** Decides what an attempt means for its delivery and its endpoint. */
export function judgeAttempt(
  attempt: {
    readonly outcome: AttemptOutcome
    readonly responseStatus: number | null
    readonly retryAfterSeconds: number | null
    /** Of the attempts since the delivery was made or sent again by hand, the how-manieth it was; from 1. */
    readonly tryNo: number
  },
  endpoint: { readonly failures: number; readonly failingSeconds: number },
  random: number,
): JudgedAttempt {
  if (attempt.outcome === 'DELIVERED')
    return { status: 'DELIVERED', retryInSeconds: 0, failures: 0, pausedFor: null }
  // The receiver was not asked: that says nothing of it.
  const isReceivers = attempt.outcome !== 'QUERY_FAILED'
  const failures = endpoint.failures + (isReceivers ? 1 : 0)
  const isGone = attempt.responseStatus === GONE
  const isFailing =
    isReceivers && failures >= PAUSE_AFTER_FAILURES && endpoint.failingSeconds >= PAUSE_AFTER_SECONDS
  const pausedFor = isGone ? 'GONE' : isFailing ? 'FAILING' : null
  const { retryAfterSeconds } = attempt
  const next = retryInSeconds(attempt.tryNo, { random, retryAfterSeconds })
  // What pauses an endpoint waits with it, however often it was tried.
  if (pausedFor !== null) return { status: 'PENDING', retryInSeconds: 0, failures, pausedFor }
  return { status: next === undefined ? 'FAILED' : 'PENDING', retryInSeconds: next ?? 0, failures, pausedFor }
}
