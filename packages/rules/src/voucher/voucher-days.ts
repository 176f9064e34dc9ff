import { addDays, type LocalDate } from '../calendar/local-date.ts'
import type { VoucherEffect } from '../rule/rule.ts'

/** Local days that a voucher which comes back has at least. */
const DAYS_AFTER_RETURN = 3

/** The last local day of a voucher that is given today, that day included. */
export const lastDayOf = ({ validDays }: Pick<VoucherEffect, 'validDays'>, today: LocalDate): LocalDate =>
  addDays(today, validDays)

/** The last local day of a voucher that comes back today: as before, but three days at least. */
export function lastDayAfterReturn(lastDay: LocalDate, today: LocalDate): LocalDate {
  const least = addDays(today, DAYS_AFTER_RETURN)
  return lastDay > least ? lastDay : least
}
