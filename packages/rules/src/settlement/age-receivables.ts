import { type Minor, minor } from '@artel/ledger'
import { daysBetween, type LocalDate } from '../calendar/local-date.ts'
import type { Receivable } from './credit-limit-now.ts'

/** How much of what a member owes is how many days late, minor units. */
export interface AgedReceivables {
  readonly memberId: string
  /** Not due, or due today. */
  readonly notDue: Minor
  readonly days1To30: Minor
  readonly days31To60: Minor
  readonly days61To90: Minor
  readonly daysOver90: Minor
  /** Sum of all. */
  readonly total: Minor
  /** Days that the oldest is late; 0 when nothing is. */
  readonly oldestDays: number
}

/** Ages what is outstanding on `today`, a row a member that owes anything, sorted by id. */
export function ageReceivables(receivables: readonly Receivable[], today: LocalDate): AgedReceivables[] {
  const open = receivables.filter(({ outstanding }) => outstanding > 0n)
  return [...new Set(open.map(({ memberId }) => memberId))].sort().map((memberId) => {
    const own = open
      .filter((one) => one.memberId === memberId)
      .map(({ outstanding, dueOn }) => ({ outstanding, daysLate: Math.max(0, daysBetween(dueOn, today)) }))
    const late = (from: number, to: number) =>
      minor(
        own.reduce(
          (sum, one) => (from <= one.daysLate && one.daysLate <= to ? sum + one.outstanding : sum),
          0n,
        ),
      )
    return {
      memberId,
      notDue: late(0, 0),
      days1To30: late(1, 30),
      days31To60: late(31, 60),
      days61To90: late(61, 90),
      daysOver90: late(91, Number.POSITIVE_INFINITY),
      total: late(0, Number.POSITIVE_INFINITY),
      oldestDays: Math.max(...own.map(({ daysLate }) => daysLate)),
    }
  })
}
