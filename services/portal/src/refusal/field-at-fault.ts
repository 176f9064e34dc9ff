import type { Refusal } from '../api/run-command.ts'

/** The fields of pages that an input may be refused for, by their names in the API. */
export const FIELDS = [
  'name',
  'phone',
  'receiptRef',
  'total',
  'code',
  'points',
  'orderRef',
  'bill',
  'amount',
  'amountMinor',
  'paidOn',
  'reason',
  'evidence',
  'note',
  'lines',
  'password',
  'email',
  'pointsPercentBps',
  'absentDays',
  'maxPerPurchase',
  'budget',
  'schedule',
  'categories',
  'fn',
] as const
export type FieldAtFault = (typeof FIELDS)[number]

/** The field of a page that an input is refused for: the outermost that a page has; null where there is none. */
export function fieldAtFault(
  refusal: Partial<Pick<Refusal, 'code' | 'path'>> | null | undefined,
): FieldAtFault | null {
  if (refusal?.code !== 'INVALID_INPUT') return null
  for (const step of refusal.path ?? []) {
    const known = FIELDS.find((field) => field === step)
    if (known) return known
  }
  return null
}
