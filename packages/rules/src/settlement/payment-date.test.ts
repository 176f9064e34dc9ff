import { describe, expect, it } from 'vitest'
import { disputeDeadline } from './dispute-deadline.ts'
import { paymentDate } from './payment-date.ts'

const newYear = ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08']
const paid = (cutOff: string, paymentDays: number, over: object = {}) =>
  paymentDate(new Date(cutOff), {
    timeZone: 'Europe/Moscow',
    paymentDays,
    calendar: { holidays: new Set(newYear), ...over },
  })

describe('paymentDate', () => {
  it.each([
    ['a business day stays', '2026-11-22T21:00:00Z', 2, '2026-11-25'],
    ['counted from the local day of the cut-off', '2026-11-22T20:59:59Z', 2, '2026-11-24'],
    ['Saturday moves to Monday', '2026-11-22T21:00:00Z', 5, '2026-11-30'],
    ['Sunday moves to Monday', '2026-11-22T21:00:00Z', 6, '2026-11-30'],
    ['over the holidays and both weekends', '2026-12-31T21:00:00Z', 0, '2027-01-11'],
  ])('%s', (_name, cutOff, days, expected) => {
    expect(paid(cutOff, days)).toBe(expected)
  })

  it('knows Saturdays that are worked, and other weekends', () => {
    expect(paid('2026-11-22T21:00:00Z', 5, { workingDays: new Set(['2026-11-28']) })).toBe('2026-11-28')
    expect(paid('2026-11-22T21:00:00Z', 4, { weekend: new Set([5, 6]) })).toBe('2026-11-29')
  })

  it('refuses a calendar that never works instead of searching forever', () => {
    expect(() => paid('2026-11-22T21:00:00Z', 5, { weekend: new Set([1, 2, 3, 4, 5, 6, 7]) })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', path: ['holidays'] }),
    )
  })
})

describe('disputeDeadline', () => {
  it.each([
    ['whole local days follow', '2026-11-23T10:00:00Z', 5, 'Europe/Moscow', '2026-11-28T21:00:00.000Z'],
    [
      'the rest of the day when there are none',
      '2026-11-23T10:00:00Z',
      0,
      'Europe/Moscow',
      '2026-11-23T21:00:00.000Z',
    ],
    ['over a change of clocks', '2026-03-27T10:00:00Z', 3, 'Europe/Berlin', '2026-03-30T22:00:00.000Z'],
  ])('%s', (_name, statedAt, disputeDays, timeZone, expected) => {
    expect(disputeDeadline(new Date(statedAt), { disputeDays, timeZone }).toISOString()).toBe(expected)
  })
})
