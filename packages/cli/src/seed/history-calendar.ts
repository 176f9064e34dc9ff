/** Days that the seeded history spans: over a year, so that points of its first weeks have expired by its end. */
export const HISTORY_DAYS = 400
const DAY_MS = 86_400_000
/** The demo's members are in Moscow, which keeps one offset all year. */
const MOSCOW_OFFSET_MS = 3 * 3_600_000

/** Instant at which the day with this number begins in Moscow; day 0 is the first of the history. */
export function startOfDay(firstDay: Date, day: number): Date {
  return new Date(firstDay.getTime() + day * DAY_MS)
}

/** Midnight in Moscow `HISTORY_DAYS` before today. */
export function firstDayOfHistory(now: Date): Date {
  const local = now.getTime() + MOSCOW_OFFSET_MS
  return new Date(local - (local % DAY_MS) - MOSCOW_OFFSET_MS - HISTORY_DAYS * DAY_MS)
}

/** Day of the history that an instant falls on; negative before it. */
export function dayOf(firstDay: Date, instant: Date): number {
  return Math.floor((instant.getTime() - firstDay.getTime()) / DAY_MS)
}

/** Month (0 = January) and weekday (0 = Monday) of a day in Moscow. */
export function monthAndWeekday(firstDay: Date, day: number): { month: number; weekday: number } {
  const noon = new Date(startOfDay(firstDay, day).getTime() + DAY_MS / 2)
  return { month: noon.getUTCMonth(), weekday: (noon.getUTCDay() + 6) % 7 }
}

/** The date of a day in Moscow, as receipts write it: yyyymmdd. */
export function receiptDate(firstDay: Date, day: number): string {
  const noon = new Date(startOfDay(firstDay, day).getTime() + DAY_MS / 2)
  return noon.toISOString().slice(0, 10).replaceAll('-', '')
}

/** The date of an instant in Moscow: yyyy-mm-dd. */
export function moscowDate(instant: Date): string {
  return new Date(instant.getTime() + MOSCOW_OFFSET_MS).toISOString().slice(0, 10)
}
