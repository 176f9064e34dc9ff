/** The day that a bank's file writes, `YYYY-MM-DD`, and whether it is in the format's own form. */
export interface WrittenDate {
  readonly day: string
  readonly isUsualForm: boolean
}

/** What programs write for no date: nothing, dots without digits, zeros, or the first day there is. */
const NO_DATE = /^[\s.\-/0]*$|^0?1[.\-/]0?1[.\-/]0001\b|^0001-01-01/

export const isNoDate = (text: string): boolean => NO_DATE.test(text)

/**
 * Reads a day: `DD.MM.YYYY`, the form of 1C, or ISO 8601, `DD.MM.YY`, `YYYY.MM.DD`, `YYYYMMDD`, each with or without a
 * time. Undefined for anything else, as `08/10/2026` that may mean two days, and for a day that no calendar has.
 */
export function readWrittenDate(text: string): WrittenDate | undefined {
  const time = String.raw`(?:[T ]+\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?`
  const [, day, month, year] =
    new RegExp(String.raw`^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)${time}$`).exec(text) ?? []
  if (day && month && year) {
    const iso = isoDay(year.length === 2 ? `20${year}` : year, month, day)
    return iso === undefined ? undefined : { day: iso, isUsualForm: /^\d\d\.\d\d\.\d{4}$/.test(text) }
  }
  const found = new RegExp(String.raw`^(\d{4})([-./]?)(\d\d)\2(\d\d)${time}$`).exec(text)
  const iso = found && isoDay(found[1] ?? '', found[3] ?? '', found[4] ?? '')
  return iso ? { day: iso, isUsualForm: false } : undefined
}

/** A day of the calendar as ISO 8601 writes it; undefined when there is none. */
export function isoDay(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined
}
