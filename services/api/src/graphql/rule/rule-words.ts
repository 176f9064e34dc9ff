import { builder } from '../vocabulary/builder.ts'

export const RuleEffectKind = builder.enumType('RuleEffectKind', {
  description: 'What a rule gives.',
  values: {
    POINTS_PERCENT: { description: "Points worth a share of what the rule's lines cost in money." },
    POINTS_FIXED: { description: 'Points once a bill.' },
    POINTS_PER_UNIT: { description: "Points for each unit of the rule's lines." },
    POINTS_MULTIPLY: { description: "More of the points of the member's earn rule." },
    DISCOUNT_PERCENT: { description: "A share off the rule's lines." },
    DISCOUNT_FIXED: { description: "An amount off, at most what the rule's lines cost." },
    DISCOUNT_FREE_LINE: { description: "One unit of the rule's lines costs nothing, the cheapest." },
    VOUCHER: { description: 'A voucher: money off a later bill, once.' },
  } as const,
})

export const RuleTriggerKind = builder.enumType('RuleTriggerKind', {
  description: 'What a rule gives for that is no purchase.',
  values: {
    ENROL: { description: 'The customer joins the programme. Once a customer, for ever.' },
    BIRTHDAY: { description: "The customer's birthday; 28 February in years without the 29th. Once a year." },
    VISIT: { description: 'A visit that a member records.' },
    EVENT: { description: "Something else that a member records, by the event's name." },
    REFERRER: {
      description: 'Somebody whom the customer recommended made the first purchase: for the customer.',
    },
    REFERRED: {
      description:
        'The customer, whom another recommended, made the first purchase: for it. Once a customer, for ever.',
    },
  } as const,
})

export const RuleAnswer = builder.enumType('RuleAnswer', {
  description: "What was said to paying for a version of another's rule.",
  values: {
    ASKED: { description: 'Nothing yet.' },
    ACCEPTED: { description: 'Yes.' },
    DECLINED: { description: 'No, or a yes that was taken back.' },
  } as const,
})

export const LimitPeriod = builder.enumType('LimitPeriod', {
  description: 'A period in which something is counted.',
  values: {
    DAY: { description: "A day of the coalition's calendar." },
    MONTH: { description: 'A month of it.' },
    RULE: { description: 'The whole life of the rule.' },
  } as const,
})

export const CombineMode = builder.enumType('RuleCombineMode', {
  description: 'How rules of one group stand beside each other.',
  values: {
    BEST: { description: 'The one worth most to the customer gives.' },
    ADD: { description: 'Gives beside the others.' },
  } as const,
})
