import { beforeMidnight } from './local-day.ts'

/** An instant in the coalition's zone: day and time. */
export const formatInstant = (instant: string, language: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  )

/** When something ends, told by its last day where that is a whole one. */
export function formatEnd(instant: string, language: string, timeZone: string): string {
  const lastDay = beforeMidnight(instant, timeZone)
  return lastDay ? formatDay(lastDay, language, timeZone) : formatInstant(instant, language, timeZone)
}

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
