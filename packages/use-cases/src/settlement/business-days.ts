import {
  type BusinessCalendar,
  coalitionCalendar,
  type ExceptionalDay,
  exceptionalDays,
  type LocalDate,
  localDate,
  localDateOf,
  type MovedDay,
} from '@artel/rules'
import type { Store } from '@artel/store'
import type { BusinessYear, Coalition } from '@artel/store/prisma'
import { checkInteger } from '../input/text.ts'

/** A day of a year on which the week alone does not say whether banks work, with what was noted of it. */
export interface BusinessDay extends ExceptionalDay {
  /** Empty if nothing was noted. */
  readonly note: string
}

/** A moved day as it is stored. */
export type StoredDay = MovedDay & { readonly note: string }

/** The days that a coalition moved in a year. */
const movedDays = ({ days }: Pick<BusinessYear, 'days'>): readonly StoredDay[] =>
  (days as unknown as StoredDay[]).map((one) => ({ ...one, day: localDate(one.day) }))

/** A year that a calendar can be asked for; InvalidInputError otherwise. */
export const checkYear = (year: number): number => checkInteger(['year'], year, { min: 2000, max: 2199 })

type Calendars = Pick<Coalition, 'id' | 'currency'>

const yearOf = (day: LocalDate): number => Number(day.slice(0, 4))

/** Beyond the longest time to pay and the longest break together. */
const YEARS_AHEAD = 2

/** The calendar by which a coalition dates the payment of a window with this cut-off. */
export async function loadCalendar(
  { prisma }: Pick<Store, 'prisma'>,
  { id: coalitionId, currency, timeZone }: Calendars & Pick<Coalition, 'timeZone'>,
  cutOff: Date,
): Promise<BusinessCalendar> {
  const year = yearOf(localDateOf(cutOff, timeZone))
  const rows = await prisma.businessYear.findMany({
    where: { coalitionId, year: { gte: year, lte: year + YEARS_AHEAD } },
  })
  return coalitionCalendar(currency, rows.flatMap(movedDays))
}

/**
 * The days of a year that the week does not tell: holidays by the law of the coalition's country, and what it moved
 * itself. Who may see them is the caller's business. Throws InvalidInputError for a year before 2000 or after 2199.
 */
export async function readBusinessDays(
  { prisma }: Pick<Store, 'prisma'>,
  { id: coalitionId, currency }: Calendars,
  asked: number,
): Promise<readonly BusinessDay[]> {
  const year = checkYear(asked)
  const row = await prisma.businessYear.findUnique({ where: { coalitionId_year: { coalitionId, year } } })
  const moved = row ? movedDays(row) : []
  const noteOf = new Map<string, string>(moved.map(({ day, note }) => [day, note]))
  return exceptionalDays(year, coalitionCalendar(currency, moved)).map((one) => ({
    ...one,
    note: noteOf.get(one.day) ?? '',
  }))
}
