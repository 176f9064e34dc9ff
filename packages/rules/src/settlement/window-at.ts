import { addDays, type LocalDate, localDateOf, startOfDay, weekdayOf } from '../calendar/local-date.ts'
import type { WindowSchedule } from './window-schedule.ts'

/** A settlement period: `from <= instant < to`. */
export interface SettlementWindow {
  /** First instant; the cut-off of the window before. */
  readonly from: Date
  /** Cut-off: the first instant after the window. */
  readonly to: Date
  /** Local day of `from`. */
  readonly firstDay: LocalDate
  /** Local day of the last instant. */
  readonly lastDay: LocalDate
}

/**
 * The window of `schedule` that holds an instant. Windows follow each other without gap or overlap: one ends at the
 * instant at which the next begins, whatever clocks do in between. Throws RangeError for an unknown zone.
 */
export function windowAt(schedule: WindowSchedule, timeZone: string, instant: Date): SettlementWindow {
  let first = lastCutOffDay(schedule, localDateOf(instant, timeZone))
  let next = nextCutOffDay(schedule, first)
  // Where clocks are set back over midnight, a day shows again after the next has begun.
  while (startOfDay(next, timeZone) <= instant) {
    first = next
    next = nextCutOffDay(schedule, next)
  }
  const from = startOfDay(first, timeZone)
  const to = startOfDay(next, timeZone)
  return {
    from,
    to,
    firstDay: localDateOf(from, timeZone),
    lastDay: localDateOf(new Date(to.getTime() - 1), timeZone),
  }
}

/**
 * First cut-off strictly after an instant. A window that is open when its schedule changes ends at the first cut-off
 * of the new schedule after it opened, so that a change of schedule leaves no gap either.
 */
export function nextCutOff(schedule: WindowSchedule, timeZone: string, instant: Date): Date {
  return windowAt(schedule, timeZone, instant).to
}

/** The latest day on or before `date` that a window begins with. */
function lastCutOffDay(schedule: WindowSchedule, date: LocalDate): LocalDate {
  switch (schedule.kind) {
    case 'DAILY':
      return date
    case 'WEEKLY':
      return addDays(date, -((weekdayOf(date) - schedule.weekday + 7) % 7))
    case 'HALF_MONTH':
      return dayOfMonth(date, Number(date.slice(8)) >= 16 ? 16 : 1)
    case 'MONTHLY':
      return dayOfMonth(date, 1)
  }
}

/** The first day after `date`, itself a cut-off day, that a window begins with. */
function nextCutOffDay(schedule: WindowSchedule, date: LocalDate): LocalDate {
  switch (schedule.kind) {
    case 'DAILY':
      return addDays(date, 1)
    case 'WEEKLY':
      return addDays(date, 7)
    case 'HALF_MONTH':
      return lastCutOffDay(schedule, addDays(date, 17))
    case 'MONTHLY':
      return lastCutOffDay(schedule, addDays(date, 31))
  }
}

const dayOfMonth = (date: LocalDate, day: number) => addDays(date, day - Number(date.slice(8)))
