import { addDays, type LocalDate, localDate, localDateOf, startOfDay } from '@artel/rules'

/** Zone of the coalitions that `aCoalition` builds, unless it is told another. Its clocks are never changed. */
export const TIME_ZONE = 'Europe/Moscow'

const NOON_MS = 12 * 3_600_000

/** The day that a calendar in `TIME_ZONE` shows so many days after today; before it when negative. */
export const localDay = (daysFromToday: number): LocalDate =>
  addDays(localDateOf(new Date(), TIME_ZONE), daysFromToday)

/** Noon of a day in `TIME_ZONE`. */
export const noonOf = (day: LocalDate): Date => new Date(startOfDay(day, TIME_ZONE).getTime() + NOON_MS)

/**
 * Noon of the 10th in the month of so many days ago. A story that begins then takes the same steps on whatever day it
 * is played: 31 days later it is in the next month, and far from the end of it, however many days either has.
 */
export const noonOfTenth = (daysAgo: number): Date =>
  noonOf(localDate(`${localDay(-daysAgo).slice(0, 7)}-10`))

/** Seconds by which a clock that now shows `instant` is ahead of the machine's; negative for the past. */
export const clockOffsetAt = (instant: Date): number => Math.floor((instant.getTime() - Date.now()) / 1_000)
