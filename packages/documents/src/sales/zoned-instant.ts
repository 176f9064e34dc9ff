/** A reading of a wall clock as it was written; a missing time is midnight. */
export interface WrittenTime {
  readonly year: string | undefined
  readonly month: string | undefined
  readonly day: string | undefined
  readonly hour: string | undefined
  readonly minute: string | undefined
  readonly second: string | undefined
}

const DAY_MS = 86_400_000

/**
 * The instant of a written time in an IANA zone or at an offset (`Z`, `+03:00`). Undefined for a day or a time
 * that no calendar has. A time that clocks skip or repeat means the first instant that the offset before it gives.
 */
export function instantOf(written: WrittenTime, zone: string): Date | undefined {
  const { year, month, day, hour = '0', minute = '0', second = '0' } = written
  const asUtc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  )
  const back = new Date(asUtc)
  const exists =
    back.getUTCMonth() === Number(month) - 1 &&
    back.getUTCDate() === Number(day) &&
    back.getUTCHours() === Number(hour) &&
    back.getUTCMinutes() === Number(minute) &&
    back.getUTCSeconds() === Number(second)
  if (!exists) return undefined
  const [, sign, hours = '0', minutes = '0'] = /^(?:Z|([+-])(\d\d):?(\d\d))$/.exec(zone) ?? []
  if (zone === 'Z' || sign !== undefined) {
    const offset = (Number(hours) * 60 + Number(minutes)) * 60_000
    return new Date(sign === '-' ? asUtc + offset : asUtc - offset)
  }
  const before = new Date(asUtc - offsetMs(asUtc - DAY_MS, zone))
  if (offsetMs(before.getTime(), zone) === asUtc - before.getTime()) return before
  const after = new Date(asUtc - offsetMs(asUtc + DAY_MS, zone))
  return offsetMs(after.getTime(), zone) === asUtc - after.getTime() ? after : before
}

const formatters = new Map<string, Intl.DateTimeFormat>()
/** Offsets of whole hours, since asking `Intl` for every row of a large file is most of its cost. */
const offsets = new Map<string, number>()

function offsetMs(instantMs: number, timeZone: string): number {
  const quarter = Math.floor(instantMs / 900_000)
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = askOffsetMs(quarter * 900_000, timeZone)
  if (offsets.size > 10_000) offsets.clear()
  offsets.set(key, offset)
  return offset
}

function askOffsetMs(instantMs: number, timeZone: string): number {
  let format = formatters.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    formatters.set(timeZone, format)
  }
  const name = format.formatToParts(instantMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? -ms : ms
}
