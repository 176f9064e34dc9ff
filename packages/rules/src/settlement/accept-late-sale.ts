import { SaleTooLateError } from '@artel/ledger'
import { addDays, localDateOf } from '../calendar/local-date.ts'

/**
 * Accepts a sale that is handed in after the fact: until the end of the local day `lateDays` after its own, later with
 * the coalition's approval only, else SaleTooLateError. It is booked in the window that is open, never in a closed one.
 */
export function acceptLateSale(
  sale: { readonly occurredAt: Date; readonly approved: boolean },
  now: Date,
  agreed: { readonly lateDays: number; readonly timeZone: string },
): 'IN_TIME' | 'APPROVED' {
  const soldOn = localDateOf(sale.occurredAt, agreed.timeZone)
  const lastDay = addDays(soldOn, agreed.lateDays)
  if (localDateOf(now, agreed.timeZone) <= lastDay) return 'IN_TIME'
  if (sale.approved) return 'APPROVED'
  throw new SaleTooLateError({ soldOn, lastDay })
}
