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
  const shown = new Date(instant.getTime() + offsetMsAt(instant, timeZone))
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    millisecond: shown.getUTCMilliseconds(),
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

/** Since all zones count from UTC by law, their offsets change on whole quarters of an hour of it. */
const QUARTER_MS = 900_000
const ZONES_ALIGNED_SINCE = Date.UTC(1972, 0, 1)
const MAX_KNOWN_OFFSETS = 10_000

/** Offsets by zone and quarter of an hour: every earning asks for a few, and asking `Intl` is most of its cost. */
const knownOffsets = new Map<string, number>()

/** Local minus UTC, milliseconds. Throws RangeError for an unknown zone. */
export function offsetMsAt(instant: Date, timeZone: string): number {
  if (!(instant.getTime() >= ZONES_ALIGNED_SINCE)) return readOffsetMs(instant, timeZone)
  const name = `${timeZone} ${Math.floor(instant.getTime() / QUARTER_MS)}`
  const known = knownOffsets.get(name)
  if (known !== undefined) return known
  const offset = readOffsetMs(instant, timeZone)
  if (knownOffsets.size >= MAX_KNOWN_OFFSETS) knownOffsets.clear()
  knownOffsets.set(name, offset)
  return offset
}

function readOffsetMs(instant: Date, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(instant)
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN)
  const shown = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  )
  return shown + instant.getUTCMilliseconds() - instant.getTime()
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
