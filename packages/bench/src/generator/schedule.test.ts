import { describe, expect, test } from 'vitest'
import { makeSchedule } from './schedule.ts'

const planned = (phases: Parameters<typeof makeSchedule>[0], patienceMs = 1_000) => {
  const dropped: number[] = []
  const schedule = makeSchedule(phases, { patienceMs, dropped: (dueMs) => dropped.push(dueMs) })
  /** Everything that can be taken at one instant. */
  const takeAll = (nowMs: number) => {
    const taken: number[] = []
    for (let dueMs = schedule.take(nowMs); dueMs !== undefined; dueMs = schedule.take(nowMs))
      taken.push(dueMs)
    return taken
  }
  return { ...schedule, takeAll, dropped }
}

describe('a schedule of requests', () => {
  test('hands out nothing before it is due, and each once', () => {
    const { takeAll, nextDueMs } = planned([{ ratePerSecond: 100, seconds: 1 }])
    expect(takeAll(9)).toEqual([0])
    expect(nextDueMs()).toBe(10)
    expect(takeAll(9)).toEqual([])
    expect(takeAll(30)).toEqual([10, 20, 30])
  })

  test('says when a request was due, however late it is taken', () => {
    const { takeAll } = planned([{ ratePerSecond: 10, seconds: 1 }])
    expect(takeAll(950)).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900])
  })

  test('runs its phases one after another, each at its rate, and ends', () => {
    const { takeAll, nextDueMs } = planned([
      { ratePerSecond: 2, seconds: 1 },
      { ratePerSecond: 4, seconds: 0.5 },
    ])
    expect(takeAll(10_000 - 9_000)).toEqual([0, 500, 1_000])
    expect(takeAll(1_400)).toEqual([1_250])
    expect(nextDueMs()).toBeUndefined()
    expect(takeAll(1e9)).toEqual([])
  })

  test('starts a phase on time where the rate does not divide the one before', () => {
    const { takeAll } = planned([
      { ratePerSecond: 3, seconds: 0.5 },
      { ratePerSecond: 1, seconds: 1 },
    ])
    expect(takeAll(500)).toEqual([0, 1_000 / 3, 500])
  })

  test('passes over what has waited too long, and tells of each', () => {
    const { takeAll, dropped } = planned([{ ratePerSecond: 10, seconds: 1 }], 150)
    expect(takeAll(400)).toEqual([300, 400])
    expect(dropped).toEqual([0, 100, 200])
  })
})
