import { describe, expect, it } from 'vitest'
import { judgeAttempt, PAUSE_AFTER_FAILURES, PAUSE_AFTER_SECONDS } from './judge-attempt.ts'
import { MAX_TRIES, RETRY_SECONDS, retryInSeconds } from './retry-schedule.ts'

const failed = { outcome: 'REFUSED', responseStatus: 500, retryAfterSeconds: null } as const
const fresh = { failures: 0, failingSeconds: 0 }

describe('after an attempt', () => {
  it('a delivery waits as the schedule says, a fifth more or less, and is given up at its end', () => {
    for (const [at, seconds] of RETRY_SECONDS.entries()) {
      const wait = (random: number) =>
        judgeAttempt({ ...failed, tryNo: at + 1 }, fresh, random).retryInSeconds
      expect([wait(0), wait(0.5), wait(1)]).toEqual(
        [0.8, 1, 1.2].map((part) => expect.closeTo(seconds * part, 6)),
      )
    }
    expect(judgeAttempt({ ...failed, tryNo: MAX_TRIES }, fresh, 0.5)).toMatchObject({ status: 'FAILED' })
  })

  it('a receiver that asks for patience is given it, a day at most', () => {
    expect(retryInSeconds(1, { random: 0.5, retryAfterSeconds: 90 })).toBe(90)
    expect(retryInSeconds(1, { random: 0.5, retryAfterSeconds: 1e9 })).toBe(86_400)
    expect(retryInSeconds(3, { random: 0.5, retryAfterSeconds: 90 })).toBe(1_800)
  })

  it('an endpoint is paused after a day of failures and ten of them, and 410 pauses at once', () => {
    const judge = (failures: number, failingSeconds: number) =>
      judgeAttempt({ ...failed, tryNo: 1 }, { failures, failingSeconds }, 0.5).pausedFor
    expect(judge(PAUSE_AFTER_FAILURES - 1, PAUSE_AFTER_SECONDS)).toBe('FAILING')
    expect(judge(PAUSE_AFTER_FAILURES - 2, PAUSE_AFTER_SECONDS)).toBeNull()
    expect(judge(1_000, PAUSE_AFTER_SECONDS - 1)).toBeNull()
    const gone = judgeAttempt({ ...failed, responseStatus: 410, tryNo: MAX_TRIES }, fresh, 0.5)
    // What it has not taken waits, even past the last try.
    expect(gone).toMatchObject({ pausedFor: 'GONE', status: 'PENDING' })
  })

  it('a query that could not be answered follows the schedule, and is no failure of the receiver', () => {
    const unmade = { ...failed, outcome: 'QUERY_FAILED', responseStatus: null } as const
    const failing = { failures: 1_000, failingSeconds: PAUSE_AFTER_SECONDS }
    expect(judgeAttempt({ ...unmade, tryNo: 2 }, failing, 0.5)).toEqual({
      ...{ status: 'PENDING', retryInSeconds: RETRY_SECONDS[1], failures: 1_000, pausedFor: null },
    })
    expect(judgeAttempt({ ...unmade, tryNo: MAX_TRIES }, fresh, 0.5)).toMatchObject({
      ...{ status: 'FAILED', failures: 0 },
    })
  })

  it('a success forgets all failures', () => {
    const judged = judgeAttempt({ ...failed, outcome: 'DELIVERED', tryNo: 9 }, { ...fresh, failures: 8 }, 0.5)
    expect(judged).toEqual({ status: 'DELIVERED', retryInSeconds: 0, failures: 0, pausedFor: null })
  })
})
