import type { LocalDate } from '../calendar/local-date.ts'
import { monthsAfter } from './commission-period.ts'
import type { CommissionDefinition } from './programme.ts'

/** Why a sale that was brought earns nobody a commission, or no more. */
export const COMMISSION_REASONS = [
  'OWN_PURCHASE',
  'OWN_HOUSEHOLD',
  'OWN_STAFF',
  'PAYEE_NOT_ACTIVE',
  'NOT_FIRST_PURCHASE',
  'MONTHS_OVER',
  'NO_MONEY_PART',
  'BY_HAND',
] as const
export type CommissionReason = (typeof COMMISSION_REASONS)[number]

/** What is known of a sale, its customer and who brought it. */
export interface SaleFacts {
  /** Local day of the sale. */
  readonly day: LocalDate
  /** The customer is the payee. */
  readonly isOwn: boolean
  /** The customer lives in a household with the payee. */
  readonly isOfHousehold: boolean
  /** The customer works for the payee, or for the payer. */
  readonly isOfStaff: boolean
  /** The payee may be paid: an affiliate is ACTIVE, a member ACTIVE or EXITING. */
  readonly isPayeeActive: boolean
  /** The customer's first purchase at the payer. */
  readonly isFirst: boolean
  /** Local day of the customer's first purchase that this payee brought; null: this is it. */
  readonly broughtOn: LocalDate | null
}

/** Why a sale earns no commission; null: it does. */
export function whyNone(
  { of, months }: Pick<CommissionDefinition, 'of' | 'months'>,
  sale: SaleFacts,
): CommissionReason | null {
  if (sale.isOwn) return 'OWN_PURCHASE'
  if (sale.isOfHousehold) return 'OWN_HOUSEHOLD'
  if (sale.isOfStaff) return 'OWN_STAFF'
  if (!sale.isPayeeActive) return 'PAYEE_NOT_ACTIVE'
  if (of === 'FIRST_PURCHASE' && !sale.isFirst) return 'NOT_FIRST_PURCHASE'
  if (months !== null && sale.broughtOn !== null && sale.day >= monthsAfter(sale.broughtOn, months))
    return 'MONTHS_OVER'
  return null
}
