const DAY_MS = 86_400_000

/** The local day of an instant in a zone, `2026-11-30`. */
export function localDayOf(instant: Date, timeZone: string): string {
  const { year, month, day } = partsOf(instant, timeZone)
  return `${year}-${month}-${day}`
}

/** The time of day of an instant in a zone, `21:30:00`. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const { hour, minute, second } = partsOf(instant, timeZone)
  return `${hour}:${minute}:${second}`
}

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The instant at which a local day begins: the zone's offset is looked up twice, for days on which the clock changes. */
export function startOfDay(day: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const guess = asUtc - offsetAt(new Date(asUtc), timeZone)
  return new Date(asUtc - offsetAt(new Date(guess), timeZone))
}

/** The last instant of the day that ends at this midnight; null at any other time of day. */
export function beforeMidnight(instant: string, timeZone: string): string | null {
  const at = new Date(instant)
  return startOfDay(localDayOf(at, timeZone), timeZone).getTime() === at.getTime()
    ? new Date(at.getTime() - 1).toISOString()
    : null
}

/** How far the zone's clock is ahead of UTC at an instant, milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsOf(instant, timeZone)
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return local - Math.floor(instant.getTime() / 1000) * 1000
}

function partsOf(instant: Date, timeZone: string) {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  const found = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = found
  return { year, month, day, hour, minute, second }
}
