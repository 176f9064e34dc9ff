import { describe, expect, it } from 'vitest'
import { endOfDays } from '../calendar/local-date.ts'
import { activationOf } from './activation.ts'
import { datesOfEarned } from './lot-dates.ts'

const at = (text: string) => new Date(text)

describe('days of the local calendar', () => {
  it.each([
    ['the same day', '2026-05-12T12:00:00Z', 0, 'Europe/Moscow', '2026-05-12T21:00:00Z'],
    ['the 14th day after, to its end', '2026-05-12T12:00:00Z', 14, 'Europe/Moscow', '2026-05-26T21:00:00Z'],
    [
      'late in the evening it is tomorrow in Moscow',
      '2026-05-12T21:30:00Z',
      1,
      'Europe/Moscow',
      '2026-05-14T21:00:00Z',
    ],
    ['over a day of 23 hours', '2026-03-28T12:00:00Z', 1, 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['over a day of 25 hours', '2026-10-24T12:00:00Z', 1, 'Europe/Berlin', '2026-10-25T23:00:00Z'],
  ])('end when they do: %s', (_name, from, days, timeZone, expected) => {
    expect(endOfDays(at(from), days, timeZone)).toEqual(at(expected))
  })

  it('delay points to the beginning of a day, and not at all for 0', () => {
    const delayed = (days: number) =>
      activationOf({ activationDelayDays: days }, at('2026-03-28T12:00:00Z'), 'Europe/Berlin')
    expect(delayed(0)).toEqual(at('2026-03-28T12:00:00Z'))
    expect(delayed(1)).toEqual(at('2026-03-28T23:00:00Z'))
    expect(delayed(2)).toEqual(at('2026-03-29T22:00:00Z'))
  })
})

describe('the dates of what a sale earned', () => {
  const terms = {
    ...{ activationDelayDays: 1, refundGraceDays: 14 },
    expiry: { kind: 'ROLLING_MONTHS' as const, months: 1 },
  }
  const dates = (occurredAt: string, postedAt: string, over: object = {}) =>
    datesOfEarned(
      { ...terms, ...over },
      { occurredAt: at(occurredAt), postedAt: at(postedAt), timeZone: 'Europe/Moscow' },
    )

  it('count from the sale, however late it is handed in', () => {
    expect(dates('2026-05-01T09:00:00Z', '2026-05-11T09:00:00Z')).toEqual({
      activatesAt: at('2026-05-01T21:00:00Z'),
      expiresAt: at('2026-06-01T21:00:00Z'),
    })
  })

  it('leave the days of grace from the day it was handed in', () => {
    const { expiresAt } = dates('2026-05-01T09:00:00Z', '2026-05-29T09:00:00Z')
    expect(expiresAt).toEqual(at('2026-06-12T21:00:00Z'))
    expect(
      dates('2026-05-01T09:00:00Z', '2026-05-29T09:00:00Z', { expiry: { kind: 'NONE' } }).expiresAt,
    ).toBeNull()
  })

  it('have no grace on the day of the sale, however short they last', () => {
    const long = { refundGraceDays: 400 }
    const { expiresAt } = dates('2026-05-01T09:00:00Z', '2026-05-01T20:59:00Z', long)
    expect(expiresAt).toEqual(at('2026-06-01T21:00:00Z'))
    const { expiresAt: ofTomorrow } = dates('2026-05-01T09:00:00Z', '2026-05-01T21:00:00Z', long)
    expect(ofTomorrow).toEqual(at('2027-06-06T21:00:00Z'))
  })

  it('do not wait for a till whose clock runs ahead', () => {
    const { activatesAt } = dates('2026-05-01T09:00:40Z', '2026-05-01T09:00:00Z', { activationDelayDays: 0 })
    expect(activatesAt).toEqual(at('2026-05-01T09:00:00Z'))
  })
})
