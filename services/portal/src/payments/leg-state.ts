interface Leg {
  readonly status: string
  /** A local day, `2026-11-30`. */
  readonly dueOn: string
}

interface Debtor {
  /** Days that the oldest payment is late. */
  readonly oldestDays: number
}

/** Whether money is marked at a payment: what was missed has become a debt, which a later plan asks for. */
export const takesMoney = ({ status }: Pick<Leg, 'status'>): boolean =>
  status === 'OPEN' || status === 'PARTIAL'

/** Whether a payment is still waited for after its day. */
export const isLate = (leg: Leg, today: string): boolean => takesMoney(leg) && leg.dueOn < today

/**
 * How much is late: payments that are waited for after their day. The list of payments is cut; where the late ones are beyond it, the
 * members that the ageing of receivables finds late are counted.
 */
export const lateCount = (legs: readonly Leg[], debtors: readonly Debtor[], today: string): number =>
  Math.max(
    legs.filter((leg) => isLate(leg, today)).length,
    debtors.filter(({ oldestDays }) => oldestDays > 0).length,
  )
