import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, localTimeOf } from '../calendar/zoned-time.ts'
import { activationOf } from './activation.ts'
import { endOfInactivity, expiryOf } from './expiry.ts'
import type { ExpiryRule } from './terms.ts'

const rolling = (months: number): ExpiryRule => ({ kind: 'ROLLING_MONTHS', months })
const endOfYear: ExpiryRule = { kind: 'END_OF_YEAR' }
const expiry = (rule: ExpiryRule, now: string, timeZone: string, activationDelayDays = 0) =>
  expiryOf({ expiry: rule, activationDelayDays }, new Date(now), timeZone)?.toISOString()

describe('expiryOf', () => {
  it.each([
    ['a year on', rolling(12), '2026-03-10T09:30:00.123Z', 'Europe/Moscow', '2027-03-10T09:30:00.123Z'],
    ['the month end is clamped', rolling(1), '2026-01-31T12:00:00Z', 'Europe/Moscow', '2026-02-28T12:00:00Z'],
    ['in a leap year to the 29th', rolling(1), '2028-01-31T12:00:00Z', 'UTC', '2028-02-29T12:00:00Z'],
    ['29 February has no birthday', rolling(12), '2028-02-29T12:00:00Z', 'UTC', '2029-02-28T12:00:00Z'],
    ['across the end of a year', rolling(2), '2026-12-15T12:00:00Z', 'UTC', '2027-02-15T12:00:00Z'],
    [
      'the day is the local one: 1 Feb in Moscow',
      rolling(1),
      '2026-01-31T21:30:00Z',
      'Europe/Moscow',
      '2026-02-28T21:30:00Z',
    ],
    [
      'the time of day is kept over a change of clocks',
      rolling(6),
      '2026-01-15T09:00:00Z',
      'Europe/Berlin',
      '2026-07-15T08:00:00Z',
    ],
    [
      '02:30 does not exist on 29 March: as far after the jump',
      rolling(2),
      '2026-01-29T01:30:00Z',
      'Europe/Berlin',
      '2026-03-29T01:30:00Z',
    ],
    ['end of year in Moscow', endOfYear, '2026-06-01T00:00:00Z', 'Europe/Moscow', '2026-12-31T21:00:00Z'],
    [
      'it is next year already in Moscow',
      endOfYear,
      '2026-12-31T21:00:00Z',
      'Europe/Moscow',
      '2027-12-31T21:00:00Z',
    ],
    [
      'a millisecond before it is not',
      endOfYear,
      '2026-12-31T20:59:59.999Z',
      'Europe/Moscow',
      '2026-12-31T21:00:00Z',
    ],
    ['far east', endOfYear, '2026-06-01T00:00:00Z', 'Pacific/Kiritimati', '2026-12-31T10:00:00Z'],
  ])('%s', (_name, rule, now, timeZone, expected) => {
    expect(expiry(rule, now, timeZone)).toBe(new Date(expected).toISOString())
  })

  it('is null for points that never run out', () => {
    expect(expiryOf({ expiry: { kind: 'NONE' }, activationDelayDays: 5 }, new Date(0), 'UTC')).toBeNull()
  })

  it('counts from activation, so that points given on New Year’s Eve are not born dead', () => {
    const now = '2026-12-31T20:00:00Z'
    expect(activationOf({ activationDelayDays: 1 }, new Date(now), 'Europe/Moscow')).toEqual(
      new Date('2026-12-31T21:00:00Z'),
    )
    expect(expiry(endOfYear, now, 'Europe/Moscow', 1)).toBe('2027-12-31T21:00:00.000Z')
  })

  it('always leaves time to spend, and never less for points given later', () => {
    const zone = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe')
    const rule = fc.constantFrom(rolling(1), rolling(3), rolling(12), endOfYear)
    const instant = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2032-01-01T00:00:00Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(zone, rule, instant, fc.integer({ min: 0, max: 90 }), (timeZone, kind, now, delay) => {
        const terms = { expiry: kind, activationDelayDays: delay }
        const ends = expiryOf(terms, now, timeZone)
        expect(ends?.getTime()).toBeGreaterThan(activationOf(terms, now, timeZone).getTime())
        const dayLater = expiryOf(terms, new Date(now.getTime() + 86_400_000), timeZone)
        expect(dayLater?.getTime()).toBeGreaterThanOrEqual((ends?.getTime() ?? 0) - 3_600_000)
      }),
    )
  })
})

describe('expiry by inactivity', () => {
  const inactivity: ExpiryRule = { kind: 'INACTIVITY', months: 6 }
  const end = (lastActiveAt: string, activatesAt: string, rule: ExpiryRule = inactivity) =>
    endOfInactivity(
      { expiry: rule },
      { activatesAt: new Date(activatesAt) },
      { lastActiveAt: new Date(lastActiveAt), timeZone: 'Europe/Moscow' },
    )?.toISOString()

  it('gives a lot no date of its own', () => {
    expect(expiry(inactivity, '2026-03-10T09:30:00Z', 'Europe/Moscow')).toBeUndefined()
  })

  it.each([
    [
      'months after the last activity',
      '2026-05-01T12:00:00Z',
      '2026-01-01T00:00:00Z',
      '2026-11-01T12:00:00.000Z',
    ],
    ['the month end is clamped', '2026-08-31T12:00:00Z', '2026-01-01T00:00:00Z', '2027-02-28T12:00:00.000Z'],
    [
      'never before its activation has had its time',
      '2026-05-20T00:00:00Z',
      '2026-06-01T00:00:00Z',
      '2026-12-01T00:00:00.000Z',
    ],
  ])('%s', (_name, lastActiveAt, activatesAt, expected) => {
    expect(end(lastActiveAt, activatesAt)).toBe(expected)
  })

  it('is no matter under another rule', () => {
    expect(end('2026-05-01T12:00:00Z', '2026-01-01T00:00:00Z', rolling(12))).toBeUndefined()
  })
})

describe('instantOf', () => {
  const berlin = (day: number, month: number, hour: number, minute: number) =>
    instantOf(
      { year: 2026, month, day, hour, minute, second: 0, millisecond: 0 },
      'Europe/Berlin',
    ).toISOString()

  it('moves a reading that clocks skip on by the jump, and takes the first of one that comes twice', () => {
    expect(berlin(29, 3, 1, 59)).toBe('2026-03-29T00:59:00.000Z')
    expect(berlin(29, 3, 2, 30)).toBe('2026-03-29T01:30:00.000Z')
    expect(berlin(29, 3, 3, 0)).toBe('2026-03-29T01:00:00.000Z')
    expect(berlin(25, 10, 2, 30)).toBe('2026-10-25T00:30:00.000Z')
    expect(berlin(25, 10, 3, 0)).toBe('2026-10-25T02:00:00.000Z')
  })

  it('undoes localTimeOf, but for the second hour of a reading that comes twice', () => {
    const zone = fc.constantFrom('Europe/Moscow', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe')
    fc.assert(
      fc.property(
        zone,
        fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }),
        (timeZone, at) => {
          const back = instantOf(localTimeOf(at, timeZone), timeZone)
          expect(localTimeOf(back, timeZone)).toEqual(localTimeOf(at, timeZone))
          expect(back.getTime()).toBeLessThanOrEqual(at.getTime())
        },
      ),
    )
  })

  it('refuses a zone that does not exist', () => {
    expect(() => localTimeOf(new Date(0), 'Europe/Zarechye')).toThrow(RangeError)
  })
})
