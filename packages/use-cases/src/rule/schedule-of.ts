import { InvalidInputError } from '@artel/ledger'
import { localDate, type RuleSchedule, type Weekday } from '@artel/rules'
import type { RuleDefinitionInput } from './definition-input.ts'

/** The days and hours that an input names. */
export function scheduleOf(input: RuleDefinitionInput['schedule'], path: readonly string[]): RuleSchedule {
  const toDay = input.toDay ?? null
  return {
    fromDay: localDate(input.fromDay, [...path, 'fromDay']),
    toDay: toDay === null ? null : localDate(toDay, [...path, 'toDay']),
    weekly: (input.weekly ?? []).map(({ days, from, to }, at) => {
      const part = [...path, 'weekly', String(at)]
      return {
        days: days.map((day) => weekdayIn(day, [...part, 'days'])),
        fromMinute: minuteOf(from ?? '00:00', [...part, 'from']),
        toMinute: minuteOf(to ?? '24:00', [...part, 'to']),
      }
    }),
  }
}

function weekdayIn(day: number, path: readonly string[]): Weekday {
  if (Number.isInteger(day) && day >= 1 && day <= 7) return day as Weekday
  throw new InvalidInputError({ path, problem: 'Must be a whole number from 1 (Monday) to 7 (Sunday).' })
}

/** Minutes from midnight of `HH:MM`. */
function minuteOf(text: string, path: readonly string[]): number {
  const read = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(text)
  if (!read)
    throw new InvalidInputError({
      path,
      problem: 'Must be a time of day such as 09:30, or 24:00 for its end.',
    })
  return read[1] === undefined ? 1_440 : Number(read[1]) * 60 + Number(read[2])
}
