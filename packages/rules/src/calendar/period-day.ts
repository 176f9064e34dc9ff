import { InvalidInputError } from '@artel/ledger'
import { type LocalDate, localDate } from './local-date.ts'

const FIRST_YEAR = '1900'
const LAST_YEAR = '9000'

/**
 * Reads a day that bounds a period: the days before it, after it and within it are reckoned, so that it stays clear of the ends of the
 * calendar. Throws InvalidInputError at `path` for what is no date, and for a year before 1900 or after 9000.
 */
export function periodDay(text: string, path: readonly string[]): LocalDate {
  const day = localDate(text, path)
  const year = day.slice(0, 4)
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new InvalidInputError({ path, problem: 'Must be of the years 1900 to 9000.' })
  return day
}
