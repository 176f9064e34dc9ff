import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, localDate, localDateOf, startOfDay, weekdayOf } from './local-date.ts'

describe('local dates', () => {
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', '2026-01-01T00:00'])(
    'refuses %j',
    (text) => {
      expect(() => localDate(text, ['holidays'])).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', path: ['holidays'] }),
      )
    },
  )

  it('counts over month ends, leap days and years', () => {
    expect(addDays(localDate('2028-02-28'), 2)).toBe('2028-03-01')
    expect(addDays(localDate('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(localDate('2026-03-28'), localDate('2026-03-30'))).toBe(2)
    expect(daysBetween(localDate('2026-03-30'), localDate('2026-03-28'))).toBe(-2)
  })

  it.each([
    ['9999-12-31', 1],
    ['0000-01-01', -1],
    ['2026-01-01', Number.NaN],
  ])('refuses the day %s and %d, since such days do not sort', (date, days) => {
    expect(() => addDays(localDate(date), days)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })

  it('numbers Monday 1 and Sunday 7', () => {
    expect(weekdayOf(localDate('2026-11-16'))).toBe(1)
    expect(weekdayOf(localDate('2026-11-22'))).toBe(7)
  })

  it.each([
    ['Moscow', '2026-11-22', 'Europe/Moscow', '2026-11-21T21:00:00.000Z'],
    [
      'Beirut skips midnight: the day begins with the jump',
      '2026-03-29',
      'Asia/Beirut',
      '2026-03-28T22:00:00.000Z',
    ],
    ['Havana shows midnight twice: the first', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['Apia had no 30 December 2011', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['and its 31st began there', '2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s', (_name, date, timeZone, begins) => {
    expect(startOfDay(localDate(date), timeZone).toISOString()).toBe(begins)
  })

  it('reads the day of the zone, not of UTC', () => {
    expect(localDateOf(new Date('2026-11-21T21:00:00Z'), 'Europe/Moscow')).toBe('2026-11-22')
    expect(localDateOf(new Date('2026-11-21T20:59:59.999Z'), 'Europe/Moscow')).toBe('2026-11-21')
  })
})
