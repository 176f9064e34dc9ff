import { addDays, type LocalDate } from '../calendar/local-date.ts'
import type { CommissionEffect, LadderPeriod } from './programme.ts'

const MONTHS_A_QUARTER = 3
const MONTHS_A_YEAR = 12

/** The period of a local day: `2026-11`, `2026-Q4`, or empty for one without end. */
export function ladderPeriodOf(per: LadderPeriod, day: LocalDate): string {
  if (per === 'EVER') return ''
  const [year, month] = [day.slice(0, 4), day.slice(5, 7)]
  return per === 'MONTH' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / MONTHS_A_QUARTER)}`
}

/** Whether a period of a ladder begins on this local day; that without end began before it. */
export const beginsPeriod = (per: LadderPeriod, day: LocalDate): boolean =>
  per !== 'EVER' && ladderPeriodOf(per, day) !== ladderPeriodOf(per, addDays(day, -1))

/** The period that a sale is counted in; empty where nothing is counted over sales. */
export const periodOfSale = (effect: CommissionEffect, day: LocalDate): string =>
  effect.kind === 'LADDER' ? ladderPeriodOf(effect.per, day) : ''

/** The first local day that is no longer within so many months of one; a day that a month lacks is its last. */
export function monthsAfter(day: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const at = year * MONTHS_A_YEAR + (month - 1) + months
  const last = new Date(Date.UTC(Math.floor(at / MONTHS_A_YEAR), (at % MONTHS_A_YEAR) + 1, 0)).getUTCDate()
  const utc = Date.UTC(Math.floor(at / MONTHS_A_YEAR), at % MONTHS_A_YEAR, Math.min(date, last))
  return new Date(utc).toISOString().slice(0, 10) as LocalDate
}
