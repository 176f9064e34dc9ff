import { InvalidInputError } from '@artel/ledger'
import { addDays, type LocalDate, localDate, type Weekday, weekdayOf } from '../calendar/local-date.ts'
import { isRussianHoliday } from './russian-holidays.ts'

/** Which days banks work. Facts of a country and a year: they come in with each question. */
export interface BusinessCalendar {
  /** Whose holidays by law are off, every year. Default: nobody's. */
  readonly law?: HolidayLaw
  /** Days off besides weekends and those of the law. */
  readonly holidays: ReadonlySet<string>
  /** Days of weekends, and holidays, that are worked all the same. Default: none. */
  readonly workingDays?: ReadonlySet<string>
  /** Days of the week that are off. Default: Saturday and Sunday. */
  readonly weekend?: ReadonlySet<Weekday>
}

/** A country whose holidays are known. */
type HolidayLaw = 'RU'

/** The law that a coalition's calendar goes by, told by its money: nothing else says which country's banks pay. */
const holidayLawOf = (currency: string): HolidayLaw | undefined => (currency === 'RUB' ? 'RU' : undefined)

/** A day that a coalition itself takes off, or works, whatever the week and the law say: a transferred day. */
export interface MovedDay {
  readonly day: LocalDate
  readonly kind: 'DAY_OFF' | 'WORKING_DAY'
}

const SATURDAY_AND_SUNDAY: ReadonlySet<Weekday> = new Set([6, 7])

/** The calendar of a coalition: the law of its country, and what it has moved itself. */
export function coalitionCalendar(currency: string, moved: readonly MovedDay[]): BusinessCalendar {
  const law = holidayLawOf(currency)
  const daysOf = (kind: MovedDay['kind']) =>
    new Set<string>(moved.filter((one) => one.kind === kind).map(({ day }) => day))
  return { ...(law && { law }), holidays: daysOf('DAY_OFF'), workingDays: daysOf('WORKING_DAY') }
}

/** Whether banks work on a day. */
export function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  if (calendar.workingDays?.has(date)) return true
  return !calendar.holidays.has(date) && !isWeekend(date, calendar) && !isOffByLaw(date, calendar)
}

/** A day of a year on which the week alone does not say whether banks work. */
export interface ExceptionalDay {
  readonly day: LocalDate
  readonly kind: MovedDay['kind']
  /** By the law of every year, or moved by the coalition. */
  readonly source: 'LAW' | 'COALITION'
}

/** The exceptional days of a year, in order; days of weekends that are off are none. */
export function exceptionalDays(year: number, calendar: BusinessCalendar): readonly ExceptionalDay[] {
  const found: ExceptionalDay[] = []
  const first = localDate(`${String(year).padStart(4, '0')}-01-01`, ['year'])
  for (let day = first; day.slice(0, 4) === first.slice(0, 4); day = addDays(day, 1)) {
    if (calendar.workingDays?.has(day)) found.push({ day, kind: 'WORKING_DAY', source: 'COALITION' })
    else if (calendar.holidays.has(day)) found.push({ day, kind: 'DAY_OFF', source: 'COALITION' })
    else if (!isWeekend(day, calendar) && isOffByLaw(day, calendar))
      found.push({ day, kind: 'DAY_OFF', source: 'LAW' })
  }
  return found
}

/**
 * Throws a InvalidInputError that names the entry unless a coalition can move these days of a year: each in the year, and
 * named once.
 */
export function validateMovedDays(year: number, moved: readonly MovedDay[]): void {
  const seen = new Set<string>()
  for (const [index, { day }] of moved.entries()) {
    const path = ['days', String(index), 'day']
    if (!localDate(day, path).startsWith(`${year}-`))
      throw new InvalidInputError({ path, problem: `Must be a day of ${year}.` })
    if (seen.has(day)) throw new InvalidInputError({ path, problem: 'Must be named once.' })
    seen.add(day)
  }
}

const isWeekend = (date: LocalDate, { weekend }: BusinessCalendar): boolean =>
  (weekend ?? SATURDAY_AND_SUNDAY).has(weekdayOf(date))

const isOffByLaw = (date: LocalDate, { law }: BusinessCalendar): boolean =>
  law === 'RU' && isRussianHoliday(date)
