import { type LocalDate, localDateOf, type Weekday, weekdayOf } from '../calendar/local-date.ts'
import { localTimeOf } from '../calendar/zoned-time.ts'
import type { LimitPeriod, RuleSchedule } from './rule.ts'

/** What the clocks and calendars of a coalition's zone show at an instant. */
export interface LocalMoment {
  readonly day: LocalDate
  readonly weekday: Weekday
  /** Minutes since midnight as the clock shows them: on a night of changed clocks an hour comes twice or not at all. */
  readonly minute: number
}

/** Reads an instant once for all the rules of a sale. */
export function localMoment(instant: Date, timeZone: string): LocalMoment {
  const { hour, minute } = localTimeOf(instant, timeZone)
  const day = localDateOf(instant, timeZone)
  return { day, weekday: weekdayOf(day), minute: hour * 60 + minute }
}

/** Why a schedule does not hold at a moment; undefined when it does. */
export function outsideSchedule(
  { fromDay, toDay, weekly }: RuleSchedule,
  { day, weekday, minute }: LocalMoment,
): 'NOT_STARTED' | 'ENDED' | 'OTHER_DAY' | undefined {
  if (day < fromDay) return 'NOT_STARTED'
  if (toDay !== null && day > toDay) return 'ENDED'
  if (weekly.length === 0) return undefined
  const open = weekly.some(
    ({ days, fromMinute, toMinute }) => days.includes(weekday) && fromMinute <= minute && minute < toMinute,
  )
  return open ? undefined : 'OTHER_DAY'
}

/** The name of the period of a limit that a local day lies in: `2026-11-30`, `2026-11`, `2026`, or empty for the rule's whole life. */
export function periodOf(per: LimitPeriod | 'YEAR', day: LocalDate): string {
  if (per === 'DAY') return day
  if (per === 'YEAR') return day.slice(0, 4)
  return per === 'MONTH' ? day.slice(0, 7) : ''
}
