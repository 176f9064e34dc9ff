/** A reading of a wall clock. Months and days count from 1. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

/** Making a formatter costs far more than using it, and coalitions share few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** What a clock on the wall of an IANA zone shows at an instant. Throws RangeError for an unknown zone. */
export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  const parts = formatterOf(timeZone).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN)
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
    second: read('second'),
    millisecond: instant.getUTCMilliseconds(),
  }
}

/**
 * The instant at which the zone's wall clock shows `local`. A reading that comes twice (clocks set back) means
 * the first; one that is skipped (clocks set forward) means as much after the jump as it lies inside the gap.
 */
export function instantOf(local: LocalTime, timeZone: string): Date {
  const asUtc = Date.UTC(
    local.year,
    local.month - 1,
    local.day,
    local.hour,
    local.minute,
    local.second,
    local.millisecond,
  )
  // A day to each side lies before and after any change of offset near the reading.
  const offsetBefore = offsetMsAt(new Date(asUtc - MS_PER_DAY), timeZone)
  const offsetAfter = offsetMsAt(new Date(asUtc + MS_PER_DAY), timeZone)
  const first = new Date(asUtc - offsetBefore)
  const second = new Date(asUtc - offsetAfter)
  if (offsetMsAt(first, timeZone) === offsetBefore) return first
  if (offsetMsAt(second, timeZone) === offsetAfter) return second
  return first
}

const MS_PER_DAY = 86_400_000

/** Local minus UTC. */
function offsetMsAt(instant: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second, millisecond } = localTimeOf(instant, timeZone)
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond) - instant.getTime()
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}
