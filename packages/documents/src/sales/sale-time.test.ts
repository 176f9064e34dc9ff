import { describe, expect, it } from 'vitest'
import type { TableCell } from '../table/table-record.ts'
import { readSaleTime, shownDateOrder, type TimeConvention } from './sale-time.ts'

const moscow: TimeConvention = { timeZone: 'Europe/Moscow', dateOrder: undefined }
const read = (date: TableCell, time?: TableCell, convention: Partial<TimeConvention> = {}) => {
  const found = readSaleTime(date, time, { ...moscow, ...convention })
  return 'instant' in found ? found.instant.toISOString().slice(0, 19) : found
}

describe('readSaleTime', () => {
  it('takes the ways in which tills write a date and a time', () => {
    const written: [string, string][] = [
      ['29.11.2026 10:05', '2026-11-29T07:05:00'],
      ['29.11.2026, 10:05:06', '2026-11-29T07:05:06'],
      ['29.11.26 10:05', '2026-11-29T07:05:00'],
      ['29.11.2026 г. 10:05', '2026-11-29T07:05:00'],
      ['1.2.2026', '2026-01-31T21:00:00'],
      ['2026-11-29T10:05:06.789+05:00', '2026-11-29T05:05:06'],
      ['2026-11-29 10:05:06 +0200', '2026-11-29T08:05:06'],
      ['2026-11-29 10:05:06 UTC', '2026-11-29T10:05:06'],
      ['2026-11-29T10:05Z', '2026-11-29T10:05:00'],
      ['2026/11/29 10:05', '2026-11-29T07:05:00'],
      ['20261129', '2026-11-28T21:00:00'],
      ['21/08/2026', '2026-08-20T21:00:00'],
      ['08/21/2026 1:33 PM', '2026-08-21T10:33:00'],
      ['7/28/26 12:00 AM', '2026-07-27T21:00:00'],
      ['7/28/26 12:05 p.m.', '2026-07-28T09:05:00'],
      ['05/05/2026', '2026-05-04T21:00:00'],
      ['29 ноября 2026 г. 10:05', '2026-11-29T07:05:00'],
      ['Nov 29, 2026 10:05 AM', '2026-11-29T07:05:00'],
      ['29-Nov-2026', '2026-11-28T21:00:00'],
      ['31 мая 2026', '2026-05-30T21:00:00'],
      ['29.11.2026 24:00', '2026-11-29T21:00:00'],
      ['31.12.2026 24:00:00', '2026-12-31T21:00:00'],
    ]
    for (const [text, instant] of written) expect(read(text), text).toBe(instant)
  })

  it('refuses what no calendar and no clock has', () => {
    for (const text of [
      ...['31.02.2026', '29.11.2026 24:01', '29.11.2026 25:00', '13/13/2026', '29.11.2026 13:00 PM', '0:05'],
      ...['29.11.2026 0:05 AM', 'soon', '12345', '99999', '15 nop 2026', '29.11.1026'],
    ])
      expect(read(text), text).toEqual({ problem: 'INVALID_DATE' })
  })

  it('knows the dates that programs write for none', () => {
    for (const text of [
      '',
      '  .  .    ',
      '01.01.0001',
      '01.01.0001 0:00:00',
      '0001-01-01T00:00:00',
      '0',
      '00.00.0000',
    ])
      expect(read(text), text).toEqual({ problem: 'EMPTY' })
  })

  it('takes a day that may be two for what the file shows, and for nothing when it shows nothing', () => {
    for (const text of ['08/10/2026', '08-10-2026', '8/10/26 1:33 PM'])
      expect(read(text), text).toEqual({ isAmbiguous: true })
    expect(read('08/10/2026', undefined, { dateOrder: 'DMY' })).toBe('2026-10-07T21:00:00')
    expect(read('08/10/2026', undefined, { dateOrder: 'MDY' })).toBe('2026-08-09T21:00:00')
    expect(read('21/08/2026', undefined, { dateOrder: 'MDY' })).toEqual({ problem: 'INVALID_DATE' })
    expect(
      ['08/10/2026', '21/08/2026', '08-21-2026', '21.08.2026', '13/13/2026'].map(shownDateOrder),
    ).toEqual([...[undefined, 'DMY', 'MDY', undefined, undefined]])
  })

  it('takes the time beside a date that has none', () => {
    expect(read('29.11.2026', '10:05:06')).toBe('2026-11-29T07:05:06')
    expect(read('29.11.2026 0:00:00', '10:05')).toBe('2026-11-29T07:05:00')
    expect(read('29.11.2026', '30.12.1899 10:05:00')).toBe('2026-11-29T07:05:00')
    expect(read('29.11.2026', '1:05 PM')).toBe('2026-11-29T10:05:00')
    expect(read('29.11.2026', '')).toBe('2026-11-28T21:00:00')
    expect(read('29.11.2026 09:00', '10:05')).toBe('2026-11-29T06:00:00')
    expect(read('29.11.2026', 'noon')).toEqual({ problem: 'INVALID_TIME', isTime: true })
    expect(read({ number: '46355' }, { number: '0.420208333333333' })).toBe('2026-11-29T07:05:06')
  })

  it('reads the days that a spreadsheet counts, as numbers and as text', () => {
    expect(read('46355')).toBe('2026-11-28T21:00:00')
    expect(read('46355,5')).toBe('2026-11-29T09:00:00')
    expect(read({ number: '46355.420208333333' })).toBe('2026-11-29T07:05:06')
    // A hair below midnight is the next day, as the spreadsheet shows it.
    expect(read({ number: '46354.9999999999' })).toBe('2026-11-28T21:00:00')
    expect(read({ number: '44893' }, undefined, { epochDays: 1462 })).toBe('2026-11-28T21:00:00')
    expect(read({ noValue: 'NO_RESULT' })).toEqual({ problem: 'NO_RESULT' })
  })
})
