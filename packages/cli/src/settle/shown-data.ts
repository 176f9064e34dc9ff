import { sumOf } from '@artel/store'
import type { Plan, SettlementWindow } from '@artel/store/prisma'
import {
  type AnsweredStatement,
  type DisputeWithOutcome,
  encodePublicId,
  type LegWithPayments,
  legStatus,
  type PaymentWithReversal,
  paidOf,
  statementStatus,
} from '@artel/use-cases'

/** What programs get of a window. */
export function windowData({ windowNo, status, paymentDate, ...window }: SettlementWindow): object {
  const { schedule, opensAt, cutOff, closedAt, disputeDeadline, settledAt } = window
  const payBy = paymentDate?.toISOString().slice(0, 10) ?? null
  return { windowNo, status, schedule, opensAt, cutOff, closedAt, disputeDeadline, payBy, settledAt }
}

/** What programs get of a statement. Minor units; positive: the member owes. */
export function statementData(
  statement: AnsweredStatement & { readonly member: { readonly handle: string } },
) {
  const { id, windowNo, member, roundingMinor, lineCount, lineHash, disputeDeadline } = statement
  return {
    ...{ id: encodePublicId('statement', id), windowNo, member: member.handle },
    ...{
      status: statementStatus(statement),
      openingMinor: sumOf(statement.openingMinor),
      netMinor: sumOf(statement.netMinor),
      roundingMinor,
      paymentsMinor: sumOf(statement.paymentsMinor),
      closingMinor: sumOf(statement.closingMinor),
    },
    ...{ lineCount, lineHash, disputeDeadline },
  }
}

/** What programs get of a dispute. Micros of the currency; `amountMicros` as on the statement. */
export function disputeData(dispute: DisputeWithOutcome) {
  const { id, windowNo, entryId, position, amount, reason, evidence, openedAt, resolution } = dispute
  return {
    ...{ id: encodePublicId('dispute', id), windowNo, entryId: encodePublicId('entry', entryId), position },
    ...{ amountMicros: amount, reason, evidence, openedAt },
    outcome: resolution && {
      ...{ outcome: resolution.outcome, takenMicros: resolution.amount, note: resolution.note },
      resolvedAt: resolution.resolvedAt,
    },
  }
}

/** A payment of a plan as it stands in the plan's own row. */
export interface PlannedLeg {
  readonly legNo: number
  readonly payerId: string
  readonly payeeId: string
  /** Minor units. */
  readonly amount: string
  readonly reference: string
}

/** The payments of a plan. */
export const plannedLegs = ({ legs }: Plan): readonly PlannedLeg[] => legs as unknown as PlannedLeg[]

/** What programs get of a plan: its payments, and how far they are made once it is approved. */
export function planData(
  plan: Plan & { readonly approvals: readonly object[] },
  legs: readonly LegWithPayments[],
  handleOf: (id: string) => string | null,
) {
  const { id, planNo, windowNo, method, hash, approvals } = plan
  const totalMinor = sumOf(plan.totalMinor)
  return {
    ...{ id: encodePublicId('plan', id), planNo, windowNo, method, hash, totalMinor },
    approvals: approvals.length,
    payments: plannedLegs(plan).map(({ legNo, payerId, payeeId, amount, reference }) => {
      const made = legs.find((leg) => leg.planId === id && leg.legNo === legNo)
      return {
        ...{ no: legNo, payer: handleOf(payerId), payee: handleOf(payeeId), amountMinor: amount, reference },
        ...(made && { ...legData(made) }),
      }
    }),
  }
}

/** What programs get of a payment that is to be made. */
export const legData = (leg: LegWithPayments) => ({
  id: encodePublicId('paymentLeg', leg.id),
  paidMinor: paidOf(leg),
  status: legStatus(leg),
})

/** What programs get of a payment that was made. */
export const paymentData = ({
  id,
  amountMinor,
  paidOn,
  source,
  note,
  recordedAt,
  reversal,
}: PaymentWithReversal) => ({
  ...{ id: encodePublicId('payment', id), amountMinor, paidOn: isoDay(paidOn), source, note, recordedAt },
  reversal: reversal && {
    ...{ reason: reversal.reason, source: reversal.source, takenBackOn: isoDay(reversal.takenBackOn) },
    reversedAt: reversal.reversedAt,
  },
})

const isoDay = (date: Date): string => date.toISOString().slice(0, 10)
