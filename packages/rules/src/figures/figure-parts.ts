import { InvalidInputError } from '@artel/ledger'
import { addDays, daysBetween, type LocalDate, localDate, weekdayOf } from '../calendar/local-date.ts'

/** What a period is divided into; weeks begin on Monday. */
export type FigurePart = 'DAY' | 'WEEK' | 'MONTH'

/** Local days, both included. */
export interface FigurePeriod {
  readonly from: LocalDate
  readonly to: LocalDate
}

const MAX_PARTS = 400

/**
 * The parts of a period in their order; the first and the last may be cut short by it. Throws InvalidInputError at `by` for more than
 * 400 of them.
 */
export function partsOfPeriod({ from, to }: FigurePeriod, by: FigurePart): readonly FigurePeriod[] {
  const parts: FigurePeriod[] = []
  for (let day = from; day <= to; ) {
    if (parts.length === MAX_PARTS)
      throw new InvalidInputError({ path: ['by'], problem: `Must have at most ${MAX_PARTS} parts.` })
    const next = nextPart(day, by)
    parts.push({ from: day, to: next > to ? to : addDays(next, -1) })
    day = next
  }
  return parts
}

function nextPart(day: LocalDate, by: FigurePart): LocalDate {
  if (by === 'DAY') return addDays(day, 1)
  if (by === 'WEEK') return addDays(day, 8 - weekdayOf(day))
  // The 28th and four days are in the next month, whatever the month.
  return localDate(`${addDays(localDate(`${day.slice(0, 7)}-28`), 4).slice(0, 7)}-01`)
}

/** The period of as many days that ends on the day before. */
export function periodBefore({ from, to }: FigurePeriod): FigurePeriod {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}
