import { builder } from './builder.ts'

export const MemberStatus = builder.enumType('MemberStatus', {
  description: 'Where a member stands in the coalition.',
  values: {
    INVITED: { description: 'Admitted; has yet to accept the terms.' },
    ACTIVE: { description: 'Issues and redeems points.' },
    SUSPENDED: { description: 'Stopped by an administrator.' },
    EXITING: { description: 'Has given notice: redeems points, issues none.' },
    CLOSED: { description: 'Has left for good.' },
  } as const,
})

export const AdjustmentStatus = builder.enumType('AdjustmentStatus', {
  description: 'What became of an adjustment.',
  values: {
    PROPOSED: { description: 'Waits for a second person.' },
    APPROVED: { description: 'Agreed, and about to be booked.' },
    POSTED: { description: 'Booked.' },
    REFUSED: { description: 'Could not be booked.' },
    WITHDRAWN: { description: 'Taken back before anybody agreed.' },
  } as const,
})

export const HoldStatus = builder.enumType('HoldStatus', {
  description: 'What became of a hold.',
  values: {
    OPEN: { description: 'Points are reserved.' },
    CAPTURED: { description: 'Became a purchase.' },
    VOIDED: { description: 'Released by the member.' },
    EXPIRED: { description: 'Released by its time-out.' },
  } as const,
})

export const PilotStatus = builder.enumType('PilotStatus', {
  description: 'Where a pilot is today.',
  values: {
    PLANNED: { description: 'Its first day is still to come.' },
    RUNNING: { description: 'It runs.' },
    OVER: { description: 'Its last day is past, and nothing is decided.' },
    DECIDED: { description: 'Something was decided about it.' },
  } as const,
})

export const RuleStatus = builder.enumType('RuleStatus', {
  description: 'Where a rule is today.',
  values: {
    DRAFT: { description: 'Being written; gives nothing.' },
    SCHEDULED: { description: 'Gives from its first day on.' },
    RUNNING: { description: 'Gives.' },
    PAUSED: { description: 'Stopped until it is resumed.' },
    ENDED: { description: 'Over for good: ended, or past its last day.' },
  } as const,
})

export const AffiliateStatus = builder.enumType('AffiliateStatus', {
  description: 'Where an affiliate is.',
  values: {
    APPLIED: { description: 'Waits for the coalition.' },
    ACTIVE: { description: 'Earns commissions.' },
    SUSPENDED: { description: 'Earns nothing for what is sold now; is paid what it has earned.' },
    CLOSED: { description: 'Over for good; is paid what it has earned.' },
  } as const,
})

export const CommissionStatus = builder.enumType('CommissionStatus', {
  description: 'How far a commission is.',
  values: {
    PENDING: { description: 'A record, and no money yet: goods may come back.' },
    APPROVED: { description: 'In the books.' },
    STATED: { description: 'In a statement that was issued.' },
    PAID: { description: 'Paid, or netted by a window that is settled.' },
    REJECTED: { description: 'Earned nothing, or was rejected; `reason` says why.' },
    REVERSED: { description: 'Went back with the sale, or was taken back.' },
  } as const,
})
