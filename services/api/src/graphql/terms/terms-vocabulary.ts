import { builder } from '../vocabulary/builder.ts'

export const RefundPolicy = builder.enumType('RefundPolicy', {
  description: 'Who pays for points that were earned by a refunded sale and spent already.',
  values: {
    ISSUER_BEARS: { description: 'The issuer stays charged for them.' },
    CUSTOMER_DEBT: { description: 'The customer owes them; later earnings pay the debt.' },
  } as const,
})

export const ExpiryKind = builder.enumType('ExpiryKind', {
  description: 'When points expire.',
  values: {
    NONE: { description: 'Never.' },
    ROLLING_MONTHS: { description: 'A number of months after they were earned.' },
    END_OF_YEAR: { description: "At the end of the coalition's year, a number of months later." },
    INACTIVITY: {
      description:
        'By inactivity: all points of a customer at once, a number of months after its last purchase, transfer or refund.',
    },
  } as const,
})

export const CreditPolicy = builder.enumType('CreditPolicy', {
  description: "What becomes of a sale whose points would pass its member's credit limit.",
  values: {
    REFUSE: { description: 'It is refused.' },
    PENDING_APPROVAL: { description: 'It waits for the coalition to approve it.' },
  } as const,
})

export const WindowKind = builder.enumType('WindowKind', {
  description: 'When settlement windows end, always at a local midnight.',
  values: {
    DAILY: { description: 'Every day.' },
    WEEKLY: { description: 'On one day of the week.' },
    HALF_MONTH: { description: 'On the 1st and the 16th.' },
    MONTHLY: { description: 'On the 1st.' },
  } as const,
})

export const RevaluationPayer = builder.enumType('RevaluationPayer', {
  description:
    'Who makes good what a changed R does to points that are out. Lots keep the R they were issued at.',
  values: {
    NONE: { description: 'Nobody: it is written down and nothing is booked.' },
    ISSUERS: { description: 'Each issuer for its points, into the promo fund; a fall comes back out of it.' },
  } as const,
})
