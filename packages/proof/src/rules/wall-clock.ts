import type { WallClock } from './told.ts'

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

/** Reads the wall clock of a zone at an instant off what the platform prints of it. */
export function wallClock(instant: Date, timeZone: string): WallClock {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    })
  formats.set(timeZone, format)
  const shown = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: WEEK.indexOf(part('weekday')) + 1,
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  }
}

/** The name of the part of time that a limit counts in. */
export const periodNamed = (per: 'DAY' | 'MONTH' | 'RULE', day: string): string =>
  ({ DAY: day, MONTH: day.slice(0, 7), RULE: '' })[per]
