import { COMMISSION_REASONS } from '@artel/rules'
import { builder } from '../vocabulary/builder.ts'

export const PayeeKind = builder.enumType('CommissionPayeeKind', {
  description: 'Who may be paid a commission.',
  values: {
    AFFILIATE: { description: 'An affiliate, which is no member.' },
    MEMBER: { description: 'Another member.' },
  } as const,
})

export const LadderPeriod = builder.enumType('LadderPeriod', {
  description: "The period, by the coalition's calendar, in which a ladder counts.",
  values: {
    MONTH: { description: 'A month.' },
    QUARTER: { description: 'A quarter of a year.' },
    EVER: { description: 'Without end.' },
  } as const,
})

export const LadderMeasure = builder.enumType('LadderMeasure', {
  description: 'What a ladder counts.',
  values: {
    MONEY: { description: 'Money of sales, net of refunds: each part of it at the rate of its step.' },
    CUSTOMERS: { description: 'Customers brought: the whole sale at the rate of the step that they reach.' },
  } as const,
})

export const CommissionOf = builder.enumType('CommissionOf', {
  description: 'Which purchases of a customer count.',
  values: {
    FIRST_PURCHASE: { description: 'The first at the payer.' },
    EVERY_PURCHASE: { description: 'Every one.' },
  } as const,
})

export const CommissionApprovedBy = builder.enumType('CommissionApprovedBy', {
  description: 'What makes a commission money.',
  values: {
    TIME: { description: 'Its approval days, when they are over.' },
    HAND: { description: 'The yes of the payer, once they are over.' },
  } as const,
})

const SAYS = {
  OWN_PURCHASE: 'The payee bought for itself.',
  OWN_HOUSEHOLD: 'Somebody of its household bought.',
  OWN_STAFF: 'Somebody bought who works for the payee or the payer.',
  PAYEE_NOT_ACTIVE: 'The payee was suspended or closed.',
  NOT_FIRST_PURCHASE: 'The first purchase alone counts.',
  MONTHS_OVER: 'The months in which purchases count were over.',
  NO_MONEY_PART: 'Nothing was paid in money.',
  BY_HAND: 'The payer rejected it.',
} as const satisfies Record<(typeof COMMISSION_REASONS)[number], string>

export const CommissionReason = builder.enumType('CommissionReason', {
  description: 'Why a sale earned no commission.',
  values: Object.fromEntries(COMMISSION_REASONS.map((reason) => [reason, { description: SAYS[reason] }])) as {
    [Reason in (typeof COMMISSION_REASONS)[number]]: { description: string }
  },
})

export const CommissionLineKind = builder.enumType('CommissionLineKind', {
  description: 'What changed a commission.',
  values: {
    SALE: { description: 'The sale.' },
    REFUND: { description: 'A refund of it.' },
    REJECTION: { description: 'Somebody took it away.' },
  } as const,
})
