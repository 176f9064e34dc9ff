import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Weekday } from '../calendar/local-date.ts'
import { localTimeOf } from '../calendar/zoned-time.ts'
import { nextCutOff, windowAt } from './window-at.ts'
import { validateSchedule, type WindowSchedule } from './window-schedule.ts'

const weekly = (weekday: Weekday): WindowSchedule => ({ kind: 'WEEKLY', weekday })
const schedules: readonly WindowSchedule[] = [
  { kind: 'DAILY' },
  weekly(1),
  weekly(4),
  weekly(7),
  { kind: 'HALF_MONTH' },
  { kind: 'MONTHLY' },
]
const zones = [
  'Europe/Moscow',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Beirut',
  'America/Havana',
  'Africa/Casablanca',
  'America/St_Johns',
]
const named = (schedule: WindowSchedule) =>
  schedule.kind === 'WEEKLY' ? `WEEKLY ${schedule.weekday}` : schedule.kind

describe('nextCutOff', () => {
  it.each<[string, WindowSchedule, string, string, string]>([
    [
      'daily in Moscow',
      { kind: 'DAILY' },
      'Europe/Moscow',
      '2026-11-22T09:00:00Z',
      '2026-11-22T21:00:00.000Z',
    ],
    [
      'the cut-off itself is in the next window',
      { kind: 'DAILY' },
      'Europe/Moscow',
      '2026-11-22T21:00:00Z',
      '2026-11-23T21:00:00.000Z',
    ],
    [
      'a millisecond before is not',
      { kind: 'DAILY' },
      'Europe/Moscow',
      '2026-11-22T20:59:59.999Z',
      '2026-11-22T21:00:00.000Z',
    ],
    [
      'a day of 23 hours',
      { kind: 'DAILY' },
      'Europe/Berlin',
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      'a day of 25 hours',
      { kind: 'DAILY' },
      'America/New_York',
      '2026-11-01T04:00:00Z',
      '2026-11-02T05:00:00.000Z',
    ],
    [
      'a day of 24 and a half',
      { kind: 'DAILY' },
      'Australia/Lord_Howe',
      '2026-04-04T13:00:00Z',
      '2026-04-05T13:30:00.000Z',
    ],
    [
      'a day that never was makes no window',
      { kind: 'DAILY' },
      'Pacific/Apia',
      '2011-12-29T10:00:00Z',
      '2011-12-30T10:00:00.000Z',
    ],
    [
      'nor a second one after it',
      { kind: 'DAILY' },
      'Pacific/Apia',
      '2011-12-30T10:00:00Z',
      '2011-12-31T10:00:00.000Z',
    ],
    [
      'a day that shows again after the next began',
      { kind: 'DAILY' },
      'America/St_Johns',
      '2010-11-07T02:45:00Z',
      '2010-11-08T03:30:00.000Z',
    ],
    ['week to Monday', weekly(1), 'Europe/Moscow', '2026-11-22T09:00:00Z', '2026-11-22T21:00:00.000Z'],
    ['week from Monday', weekly(1), 'Europe/Moscow', '2026-11-22T21:00:00Z', '2026-11-29T21:00:00.000Z'],
    [
      'first half of a month',
      { kind: 'HALF_MONTH' },
      'Europe/Moscow',
      '2026-02-01T00:00:00Z',
      '2026-02-15T21:00:00.000Z',
    ],
    [
      'second half of February',
      { kind: 'HALF_MONTH' },
      'Europe/Moscow',
      '2026-02-16T00:00:00Z',
      '2026-02-28T21:00:00.000Z',
    ],
    [
      'second half of a month of 31',
      { kind: 'HALF_MONTH' },
      'Europe/Berlin',
      '2026-12-31T22:59:59Z',
      '2026-12-31T23:00:00.000Z',
    ],
    [
      'month over a change of clocks',
      { kind: 'MONTHLY' },
      'America/New_York',
      '2026-03-01T05:00:00Z',
      '2026-04-01T04:00:00.000Z',
    ],
    [
      'month over a year',
      { kind: 'MONTHLY' },
      'Europe/Moscow',
      '2026-12-15T00:00:00Z',
      '2026-12-31T21:00:00.000Z',
    ],
  ])('%s', (_name, schedule, zone, at, expected) => {
    expect(nextCutOff(schedule, zone, new Date(at)).toISOString()).toBe(expected)
  })
})

describe('windowAt', () => {
  const cases = zones.flatMap((zone) =>
    schedules.map((schedule) => ({ zone, schedule, name: named(schedule) })),
  )

  it.each(cases)('leaves no gap and no overlap over two years: $zone $name', ({ zone, schedule }) => {
    const end = new Date('2028-01-15T00:00:00Z')
    let window = windowAt(schedule, zone, new Date('2025-12-20T12:34:56.789Z'))
    let count = 0
    while (window.to < end) {
      expect(window.from.getTime()).toBeLessThan(window.to.getTime())
      const last = windowAt(schedule, zone, new Date(window.to.getTime() - 1))
      const next = windowAt(schedule, zone, window.to)
      expect(last).toEqual(window)
      expect(next.from).toEqual(window.to)
      window = next
      count += 1
    }
    const perYear = { DAILY: 365, WEEKLY: 52, HALF_MONTH: 24, MONTHLY: 12 }[schedule.kind]
    expect(count).toBeGreaterThanOrEqual(perYear * 2)
    expect(count).toBeLessThanOrEqual(Math.ceil(perYear * 2.1))
  })

  it('says which local days it covers', () => {
    const { firstDay, lastDay } = windowAt(
      { kind: 'HALF_MONTH' },
      'Europe/Moscow',
      new Date('2026-02-20T00:00:00Z'),
    )
    expect([firstDay, lastDay]).toEqual(['2026-02-16', '2026-02-28'])
  })

  it('holds its instant, begins at local midnight, and is the same for each of its instants', () => {
    const instant = fc.date({
      min: new Date('2010-01-01T00:00:00Z'),
      max: new Date('2032-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...schedules),
        instant,
        fc.nat(1_000),
        (zone, schedule, at, permille) => {
          const window = windowAt(schedule, zone, at)
          expect(window.from <= at && at < window.to).toBe(true)
          const length = window.to.getTime() - window.from.getTime()
          const other = new Date(window.from.getTime() + Math.floor(((length - 1) * permille) / 1_000))
          expect(windowAt(schedule, zone, other)).toEqual(window)
          // 01:00 where clocks skip midnight.
          expect(localTimeOf(window.from, zone).hour).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('validateSchedule', () => {
  it('refuses a day that no week has', () => {
    for (const weekday of [0, 8, 1.5, Number.NaN])
      expect(() => validateSchedule(weekly(weekday as Weekday))).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', path: ['windowWeekday'] }),
      )
    for (const schedule of schedules) expect(() => validateSchedule(schedule)).not.toThrow()
  })
})
