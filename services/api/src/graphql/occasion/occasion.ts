import {
  CustomerClosedError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
} from '@artel/ledger'
import { describeRule, type TriggerKind } from '@artel/rules'
import { type AnsweredRule, type RecordedOccasion, recordCustomerEvent, recordVisit } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { RuleSkipReason } from '../purchase/applied-rule.ts'
import { RuleTriggerKind } from '../rule/rule-words.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'

const languageArg = { type: Language, description: 'Russian when left out.' } as const

const OccasionRule = builder
  .objectRef<AnsweredRule & { readonly currency: string }>('OccasionRule')
  .implement({
    description: 'What became of one rule that was asked about something that is no purchase.',
    fields: (t) => ({
      version: t.int({
        description: 'The version of the rule that was asked.',
        resolve: ({ rule }) => rule.version,
      }),
      name: t.string({
        description: 'What its owner calls it.',
        args: { language: t.arg(languageArg) },
        resolve: ({ rule }, { language }) => rule.name[languageOf(language)],
      }),
      sentence: t.string({
        description: 'What it says, as one sentence.',
        args: { language: t.arg(languageArg) },
        resolve: ({ rule, currency }, { language }) => describeRule(rule, languageOf(language), currency),
      }),
      points: t.expose('points', { type: 'Points', description: 'Points that it gave.' }),
      reason: t.expose('reason', {
        type: RuleSkipReason,
        nullable: true,
        description: 'Why it gave nothing; null when it gave.',
      }),
    }),
  })

const Occasion = builder.objectRef<RecordedOccasion>('Occasion').implement({
  description: 'Something that is no purchase, and what rules gave for it.',
  fields: (t) => ({
    on: t.field({
      type: RuleTriggerKind,
      description: 'What it is.',
      resolve: ({ occasion }) => occasion.kind as TriggerKind,
    }),
    event: t.string({
      nullable: true,
      description: 'Of EVENT: its name.',
      resolve: ({ occasion }) => occasion.event,
    }),
    happenedAt: t.field({
      type: 'DateTime',
      description: 'When it happened.',
      resolve: ({ occasion }) => occasion.happenedAt,
    }),
    points: t.expose('points', { type: 'Points', description: 'All that rules gave for it.' }),
    rules: t.field({
      type: [OccasionRule],
      description: 'Rules that were asked, those that gave first.',
      resolve: ({ rules, currency }) => rules.map((one) => ({ ...one, currency })),
    }),
  }),
})

const OccasionPayload = builder.objectRef<RecordedOccasion>('OccasionPayload').implement({
  description: 'What was recorded.',
  fields: (t) => ({
    occasion: t.field({ type: Occasion, description: 'It.', resolve: (recorded) => recorded }),
    replayed: replayedField(t),
  }),
})

const AT = 'When, at most seven days ago by the calendar of the coalition; now when left out.'

const VisitRecordInput = builder.inputType('VisitRecordInput', {
  description: 'A visit of a customer to the calling member.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who came.' }),
    at: t.field({ type: 'DateTime', description: AT }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const CustomerEventRecordInput = builder.inputType('CustomerEventRecordInput', {
  description: "Something that a customer did, as the calling member's own system knows it.",
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who did it.' }),
    event: t.string({
      required: true,
      description: 'Its name: up to 40 lower-case Latin letters, digits and hyphens.',
    }),
    at: t.field({ type: 'DateTime', description: AT }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

builder.mutationField('visitRecord', (t) =>
  t.field({
    type: OccasionPayload,
    description: 'Records a visit of a customer, and gives what rules on visits give.',
    errors: {
      types: [NotFoundError, MemberNotActiveError, CustomerClosedError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: VisitRecordInput, required: true, description: 'Who came, and when.' }) },
    resolve: (_root, { input }, context) =>
      recordVisit(verbContext(context), { ...given(input), customer: customerBy(input.customer) }),
  }),
)

builder.mutationField('customerEventRecord', (t) =>
  t.field({
    type: OccasionPayload,
    description: 'Records something else that a customer did, and gives what rules on that event give.',
    errors: {
      types: [NotFoundError, MemberNotActiveError, CustomerClosedError, IdempotencyKeyMismatchError],
    },
    args: {
      input: t.arg({ type: CustomerEventRecordInput, required: true, description: 'Who did what.' }),
    },
    resolve: (_root, { input }, context) =>
      recordCustomerEvent(verbContext(context), { ...given(input), customer: customerBy(input.customer) }),
  }),
)
