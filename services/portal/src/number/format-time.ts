/** An instant in the coalition's zone: day and time. */
export const formatInstant = (instant: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )

/** The time of day of an instant in the coalition's zone. */
export const formatHour = (instant: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(new Date(instant))

/** The local day of an instant in the coalition's zone. */
export const formatDay = (instant: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone }).format(new Date(instant))

/** A local day, `2026-11-30`, as people read it. */
export const formatLocalDay = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
