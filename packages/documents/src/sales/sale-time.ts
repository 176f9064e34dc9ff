import type { TableCell } from '../table/table-record.ts'
import type { DateOrder, SalesProblemCode } from './sales-file.ts'
import { readWrittenMonth } from './written-month.ts'
import { instantOf, type WrittenTime } from './zoned-instant.ts'

export type SaleTime =
  | { readonly instant: Date }
  | { readonly problem: SalesProblemCode; readonly isTime?: true }
  /** `08/10/2026`, which is October to some programs and August to others. */
  | { readonly isAmbiguous: true }

/** What a date is to be read by. */
export interface TimeConvention {
  /** IANA zone, or an offset, of what names none. */
  readonly timeZone: string
  readonly dateOrder: DateOrder | undefined
  /** Added to the days that a spreadsheet counts: 1462 where it counts from 1904. */
  readonly epochDays?: number
  /** The first day of a spreadsheet that is taken for a date; left out: 1954, before which nobody sold by a till. */
  readonly firstSerial?: number
}

const CLOCK = String.raw`(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?`
const ZONE = String.raw`\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?`
const REST = String.raw`(?:(?:T|,?\s+)${CLOCK}${ZONE})?$`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-./])(\d{1,2})\2(\d{1,2})${REST}`, 'i')
const COMPACT = new RegExp(String.raw`^(\d{4})(\d\d)(\d\d)${REST}`, 'i')
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d\d)(?:\s*г\.?)?${REST}`, 'iu')
const CLOCK_ONLY = new RegExp(String.raw`^(?:.*\s)?${CLOCK}$`, 'i')
/** What programs write for no date. */
const NO_DATE = /^[\s.\-/:0]*$|^0?1[.\-/]0?1[.\-/]0001\b|^0001-01-01/
/** A longer cell is no date. */
const MAX_DATE_CHARACTERS = 100
/** Days of a spreadsheet that may be sales: 1954 to 2119. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000]
const SECOND_DAYS = 86_400

/**
 * Reads when a sale was made, from its date and, where that has no time, from the time beside it: ISO 8601, days first
 * with dots, `08/10/2026` by the file's order, months by name, the days of a spreadsheet; with seconds or without, by
 * twelve hours or by twenty-four, of which the last ends the day. A missing time is midnight.
 */
export function readSaleTime(
  date: TableCell | undefined,
  time: TableCell | undefined,
  convention: TimeConvention,
): SaleTime {
  const written = writtenDate(date, convention)
  if ('problem' in written || 'isAmbiguous' in written) return written
  const beside = written.hour === undefined || isMidnight(written) ? clockOf(time) : undefined
  if (beside && 'problem' in beside) return { ...beside, isTime: true }
  const instant = instantAt({ ...written, ...beside }, written.zone ?? convention.timeZone)
  return instant ? { instant } : { problem: 'INVALID_DATE' }
}

/** The order of day and month that a date shows by itself; undefined when it shows none. */
export function shownDateOrder(cell: TableCell | undefined): DateOrder | undefined {
  const [, first = '', mark, second = ''] =
    (typeof cell === 'string' && cell.length <= MAX_DATE_CHARACTERS && YEAR_LAST.exec(cell.trim())) || []
  if (mark === undefined || mark === '.') return undefined
  const [one, other] = [Number(first), Number(second)]
  if (one > 12 && one <= 31 && other <= 12) return 'DMY'
  return other > 12 && other <= 31 && one <= 12 ? 'MDY' : undefined
}

interface Written extends WrittenTime {
  readonly zone?: string | undefined
}

type Clock = Pick<Written, 'hour' | 'minute' | 'second' | 'zone'>

const NO_CLOCK: Clock = { hour: undefined, minute: undefined, second: undefined }

function writtenDate(
  cell: TableCell | undefined,
  { dateOrder: order, epochDays = 0, firstSerial = FIRST_SERIAL }: TimeConvention,
): Written | Exclude<SaleTime, { instant: Date }> {
  if (typeof cell === 'object' && 'noValue' in cell) return { problem: cell.noValue }
  const text = typeof cell === 'object' ? cell.number : (cell ?? '').trim()
  if (text.length > MAX_DATE_CHARACTERS) return { problem: 'INVALID_DATE' }
  if (NO_DATE.test(text)) return { problem: 'EMPTY' }
  if (/^\d{5}(?:[.,]\d+)?$/.test(text))
    return serialDate(Number(text.replace(',', '.')) + epochDays, firstSerial)
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) {
    const [, year, , month, day, ...clock] = yearFirst
    return { year, month, day, ...clockParts(clock) }
  }
  const compact = COMPACT.exec(text)
  if (compact) {
    const [, year, month, day, ...clock] = compact
    return { year, month, day, ...clockParts(clock) }
  }
  const yearLast = YEAR_LAST.exec(text) ?? YEAR_LAST.exec(readWrittenMonth(text) ?? '')
  if (!yearLast) return { problem: 'INVALID_DATE' }
  const [, first = '', mark, second = '', year = '', ...clock] = yearLast
  const known = order ?? shownDateOrder(text)
  const isOpen = mark !== '.' && known === undefined && Number(first) !== Number(second)
  if (isOpen && Number(first) <= 12 && Number(second) <= 12) return { isAmbiguous: true }
  const isMonthFirst = mark !== '.' && known === 'MDY'
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  return { year: year.length === 2 ? `20${year}` : year, month, day, ...clockParts(clock) }
}

function clockParts([hour, minute, second, half, zone]: readonly (string | undefined)[]): Clock {
  if (hour === undefined) return NO_CLOCK
  const offset = zone && /^[+-]/.test(zone) ? zone.replace(/^(.\d\d)$/, '$1:00') : zone && 'Z'
  return { hour: wholeDayHour(hour, half), minute, second, zone: offset }
}

/** The hour of twenty-four; one that no clock with halves has stays as it is and is refused later. */
function wholeDayHour(hour: string, half: string | undefined): string {
  if (half === undefined) return hour
  if (Number(hour) < 1 || Number(hour) > 12) return '99'
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0))
}

function clockOf(cell: TableCell | undefined): Clock | { problem: SalesProblemCode } | undefined {
  if (cell === undefined) return undefined
  if (typeof cell === 'object')
    return 'noValue' in cell ? { problem: cell.noValue } : secondsOfDay(Number(cell.number) % 1)
  const text = cell.trim()
  if (text === '') return undefined
  if (text.length > MAX_DATE_CHARACTERS) return { problem: 'INVALID_TIME' }
  const [, ...parts] = CLOCK_ONLY.exec(text) ?? []
  const { hour, minute, second } = clockParts(parts)
  if (hour === undefined) return { problem: 'INVALID_TIME' }
  return { hour, minute, second }
}

const isMidnight = ({ hour, minute, second }: WrittenTime): boolean =>
  Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0

/** A day that a spreadsheet counts, with its fraction: 1 is the first of January 1900, and 1900 had a leap day. */
function serialDate(serial: number, first: number): Written | { problem: SalesProblemCode } {
  if (serial < first || serial > LAST_SERIAL) return { problem: 'INVALID_DATE' }
  // Rounded first, so that a fraction a hair below midnight is the next day.
  const seconds = Math.round(serial * SECOND_DAYS)
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(seconds / SECOND_DAYS) * 86_400_000)
  const clock = serial % 1 === 0 ? NO_CLOCK : secondsOfDay((seconds % SECOND_DAYS) / SECOND_DAYS)
  const [year, month, date] = day.toISOString().slice(0, 10).split('-')
  return { year, month, day: date, ...clock }
}

function secondsOfDay(fraction: number): Clock {
  const seconds = Math.round(fraction * SECOND_DAYS)
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return { hour: String(hour), minute: String(minute), second: String(second) }
}

/** 24:00 ends the day that is written, so it is the midnight after it. */
function instantAt(written: WrittenTime, zone: string): Date | undefined {
  if (Number(written.year) < 1900) return undefined
  if (Number(written.hour) !== 24) return instantOf(written, zone)
  if (Number(written.minute) !== 0 || Number(written.second ?? 0) !== 0) return undefined
  if (!instantOf({ ...written, hour: '0' }, 'Z')) return undefined
  const next = new Date(Date.UTC(Number(written.year), Number(written.month) - 1, Number(written.day) + 1))
  const [year, month, day] = next.toISOString().slice(0, 10).split('-')
  return instantOf({ year, month, day, hour: '0', minute: '0', second: '0' }, zone)
}
