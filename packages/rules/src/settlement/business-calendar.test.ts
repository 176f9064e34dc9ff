import { describe, expect, it } from 'vitest'
import { addDays, type LocalDate, localDate } from '../calendar/local-date.ts'
import {
  coalitionCalendar,
  exceptionalDays,
  isBusinessDay,
  type MovedDay,
  validateMovedDays,
} from './business-calendar.ts'
import { paymentDate } from './payment-date.ts'
import { isRussianHoliday } from './russian-holidays.ts'
import { nextCutOff } from './window-at.ts'
import type { WindowSchedule } from './window-schedule.ts'

const offInYear = (year: number) => {
  const off: string[] = []
  for (let day = localDate(`${year}-01-01`); day < `${year + 1}`; day = addDays(day, 1))
    if (isRussianHoliday(day)) off.push(day.slice(5))
  return off
}
const NEW_YEAR = ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08']

describe('isRussianHoliday', () => {
  it.each([
    // 8 March and 9 May fall on a Sunday and a Saturday.
    [2026, ['02-23', '03-08', '03-09', '05-01', '05-09', '05-11', '06-12', '11-04']],
    // 1 May and 12 June fall on Saturdays, 9 May on a Sunday.
    [2027, ['02-23', '03-08', '05-01', '05-03', '05-09', '05-10', '06-12', '06-14', '11-04']],
  ])('knows %i: holidays, and the working days that weekends of holidays moved to', (year, rest) => {
    expect(offInYear(year)).toEqual([...NEW_YEAR, ...rest])
  })
})

/** As a decree moves days: a weekend of the new year to its end, a Saturday worked for a Monday off. */
const MOVED: readonly MovedDay[] = [
  { day: '2026-01-09' as LocalDate, kind: 'DAY_OFF' },
  { day: '2026-12-31' as LocalDate, kind: 'DAY_OFF' },
  { day: '2027-02-20' as LocalDate, kind: 'WORKING_DAY' },
  { day: '2027-02-22' as LocalDate, kind: 'DAY_OFF' },
  { day: '2027-12-31' as LocalDate, kind: 'DAY_OFF' },
]
const RUSSIAN = coalitionCalendar('RUB', MOVED)

describe('a calendar of a coalition', () => {
  it('takes off what the law and the coalition say, and works the Saturdays that were moved', () => {
    const works = (day: string) => isBusinessDay(localDate(day), RUSSIAN)
    expect(['2026-01-09', '2026-05-11', '2027-02-22'].filter(works)).toEqual([])
    expect(['2026-01-12', '2026-05-12', '2027-02-20', '2027-02-24'].filter((day) => !works(day))).toEqual([])
    expect(isBusinessDay(localDate('2026-05-01'), coalitionCalendar('KZT', []))).toBe(true)
  })

  it('may work on a day that the law takes off', () => {
    const calendar = coalitionCalendar('RUB', [{ day: '2026-05-11' as LocalDate, kind: 'WORKING_DAY' }])
    expect(isBusinessDay(localDate('2026-05-11'), calendar)).toBe(true)
  })

  it('shows the days of a year that the week does not tell, and whose they are', () => {
    const shown = exceptionalDays(2027, RUSSIAN)
    expect(shown.filter(({ source }) => source === 'COALITION').map(({ day, kind }) => [day, kind])).toEqual([
      ['2027-02-20', 'WORKING_DAY'],
      ['2027-02-22', 'DAY_OFF'],
      ['2027-12-31', 'DAY_OFF'],
    ])
    expect(shown.find(({ day }) => day === '2027-05-10')).toMatchObject({ kind: 'DAY_OFF', source: 'LAW' })
    // A Saturday is off by the week.
    expect(shown.some(({ day }) => day === '2027-05-01')).toBe(false)
  })

  it.each([
    ['2027-01-01', 'a day of another year'],
    ['2026-02-30', 'a day that does not exist'],
    ['2026-12-31', 'a day that is named twice'],
  ])('refuses %s: %s', (day) => {
    const moved: MovedDay[] = [
      { day: '2026-12-31' as LocalDate, kind: 'DAY_OFF' },
      { day: day as LocalDate, kind: 'WORKING_DAY' },
    ]
    expect(() => validateMovedDays(2026, moved)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['days', '1', 'day'] }),
    )
  })
})

describe('payment dates of two years', () => {
  const timeZone = 'Europe/Moscow'
  /** The payment dates of the windows that end in 2026 and 2027, with the local day of each cut-off. */
  const dates = (schedule: WindowSchedule, paymentDays: number) => {
    const found: [string, string][] = []
    let cutOff = nextCutOff(schedule, timeZone, new Date('2025-12-31T20:00:00Z'))
    while (cutOff < new Date('2027-12-31T21:00:00Z')) {
      const local = new Date(cutOff.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)
      found.push([local, paymentDate(cutOff, { timeZone, paymentDays, calendar: RUSSIAN })])
      cutOff = nextCutOff(schedule, timeZone, cutOff)
    }
    return found
  }

  it('of months, ten days later', () => {
    expect(dates({ kind: 'MONTHLY' }, 10)).toEqual([
      ['2026-01-01', '2026-01-12'],
      ['2026-02-01', '2026-02-11'],
      ['2026-03-01', '2026-03-11'],
      ['2026-04-01', '2026-04-13'],
      ['2026-05-01', '2026-05-12'],
      ['2026-06-01', '2026-06-11'],
      ['2026-07-01', '2026-07-13'],
      ['2026-08-01', '2026-08-11'],
      ['2026-09-01', '2026-09-11'],
      ['2026-10-01', '2026-10-12'],
      ['2026-11-01', '2026-11-11'],
      ['2026-12-01', '2026-12-11'],
      ['2027-01-01', '2027-01-11'],
      ['2027-02-01', '2027-02-11'],
      ['2027-03-01', '2027-03-11'],
      ['2027-04-01', '2027-04-12'],
      ['2027-05-01', '2027-05-11'],
      ['2027-06-01', '2027-06-11'],
      ['2027-07-01', '2027-07-12'],
      ['2027-08-01', '2027-08-11'],
      ['2027-09-01', '2027-09-13'],
      ['2027-10-01', '2027-10-11'],
      ['2027-11-01', '2027-11-11'],
      ['2027-12-01', '2027-12-13'],
    ])
  })

  it('of halves of months, at once: over the new year, over May, and on a Saturday that is worked', () => {
    const byCutOff = new Map(dates({ kind: 'HALF_MONTH' }, 0))
    expect(byCutOff.size).toBe(48)
    expect(byCutOff.get('2026-01-01')).toBe('2026-01-12')
    expect(byCutOff.get('2026-05-01')).toBe('2026-05-04')
    expect(byCutOff.get('2027-05-01')).toBe('2027-05-04')
    const fourDaysLater = new Map(dates({ kind: 'HALF_MONTH' }, 4))
    expect(fourDaysLater.get('2027-02-16')).toBe('2027-02-20')
  })

  it('of every day are business days, never before the day itself, never more than two weeks away', () => {
    for (const [cutOff, payBy] of dates({ kind: 'DAILY' }, 0)) {
      expect(isBusinessDay(localDate(payBy), RUSSIAN)).toBe(true)
      expect(payBy >= cutOff && payBy <= addDays(localDate(cutOff), 14)).toBe(true)
    }
  })
})
