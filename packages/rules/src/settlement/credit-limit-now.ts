import { type Micros, type Minor, micros } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type { SettlementTerms } from './settlement-terms.ts'

/** Money that a member was to pay by a day and has not yet, minor units. */
export interface Receivable {
  readonly id: string
  readonly memberId: string
  readonly outstanding: Minor
  readonly dueOn: LocalDate
}

/**
 * A member's credit limit on a day, micros; null: without limit. Zero from the day after a payment was missed until it
 * is made in full, where the terms say so - also for a member that otherwise has no limit.
 */
export function creditLimitNow(
  terms: Pick<SettlementTerms, 'creditLimit' | 'missedPaymentStopsCredit'>,
  receivables: readonly Receivable[],
  today: LocalDate,
): Micros | null {
  if (terms.missedPaymentStopsCredit && receivables.some((one) => isMissed(one, today))) return micros(0n)
  return terms.creditLimit
}

/** Whether the day to pay has passed with something left to pay. */
export function isMissed(receivable: Pick<Receivable, 'outstanding' | 'dueOn'>, today: LocalDate): boolean {
  return receivable.outstanding > 0n && receivable.dueOn < today
}
