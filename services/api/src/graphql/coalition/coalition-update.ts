import type { Coalition as CoalitionRow } from '@artel/store/prisma'
import { updateCoalition } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { BindingPolicy, SourceKind } from '../vocabulary/source.ts'
import { Coalition } from './coalition.ts'

const LIMITS = {
  hourlySpendingLimitPoints: 'Most points that a customer spends or holds within any hour; null = no limit.',
  dailySpendingLimitPoints:
    "Most points that a customer spends or holds within a day of the coalition's calendar; null = no limit.",
  hourlySpendingLimitCount:
    'Most spendings and holds of a customer within any hour, 1 or more; null = no limit.',
  newDeviceHours:
    "Hours for which a device that a customer's token was not seen from before spends no more than `confirmSpendingAbovePoints` at once, and nothing where that is null; 0 = off, 720 at most.",
  dailyAwardLimitPoints:
    "Most promo points that one member gives one customer within a day of the coalition's calendar; null = no limit.",
}

const HOSTED_PAGE =
  'Whether customers have their page at /c/<handle>, where they sign in by phone and code. Off unless said.'

const BINDINGS = {
  bindingPolicy: 'Which of several sources of one customer counts.',
  bindingDays: 'Local days that a binding or a click counts, unless its link says otherwise: 1 to 365.',
  bindingPriority:
    'The kinds of sources, each once, the one that goes before the others first. Of policy PRIORITY.',
}

builder.prismaObjectFields(Coalition, (t) => ({
  coverageAnonymous: t.exposeBoolean('coverageAnonymous', {
    description: 'Whether the coverage proof shows a member other issuers without their names.',
  }),
  hostedPage: t.exposeBoolean('hostedPage', { description: HOSTED_PAGE }),
  confirmSpendingAbovePoints: t.expose('confirmSpendingAbovePoints', {
    type: 'Points',
    nullable: true,
    description: 'Spending more points than this takes a code of the customer: 0 = always, null = never.',
  }),
  hourlySpendingLimitPoints: t.expose('hourlySpendingLimitPoints', {
    ...{ type: 'Points', nullable: true, description: LIMITS.hourlySpendingLimitPoints },
  }),
  dailySpendingLimitPoints: t.expose('dailySpendingLimitPoints', {
    ...{ type: 'Points', nullable: true, description: LIMITS.dailySpendingLimitPoints },
  }),
  hourlySpendingLimitCount: t.exposeInt('hourlySpendingLimitCount', {
    ...{ nullable: true, description: LIMITS.hourlySpendingLimitCount },
  }),
  newDeviceHours: t.exposeInt('newDeviceHours', { description: LIMITS.newDeviceHours }),
  dailyAwardLimitPoints: t.expose('dailyAwardLimitPoints', {
    ...{ type: 'Points', nullable: true, description: LIMITS.dailyAwardLimitPoints },
  }),
  eraseInactiveAfterMonths: t.exposeInt('eraseInactiveAfterMonths', {
    nullable: true,
    description:
      'Whole months without an event of its points after which a customer without points is erased; null = never.',
  }),
  keepConfirmationsDays: t.exposeInt('keepConfirmationsDays', {
    description: 'Local days that codes of customers are kept after their end.',
  }),
  keepDeliveriesDays: t.exposeInt('keepDeliveriesDays', {
    description: 'Days that what was sent to webhook endpoints is kept.',
  }),
}))

builder.prismaObjectFields(Coalition, (t) => ({
  bindingPolicy: t.field({
    type: BindingPolicy,
    description: BINDINGS.bindingPolicy,
    resolve: ({ bindingPolicy }) => bindingPolicy as typeof BindingPolicy.$inferType,
  }),
  bindingDays: t.exposeInt('bindingDays', { description: BINDINGS.bindingDays }),
  bindingPriority: t.field({
    type: [SourceKind],
    description: BINDINGS.bindingPriority,
    resolve: ({ bindingPriority }) => bindingPriority as (typeof SourceKind.$inferType)[],
  }),
}))

const CoalitionUpdateInput = builder.inputType('CoalitionUpdateInput', {
  description: 'Changes of a coalition beside its terms. Fields left out stay.',
  fields: (t) => ({
    coverageAnonymous: t.boolean({
      description: 'The coverage proof shows a member other issuers without their names.',
    }),
    hostedPage: t.boolean({ description: HOSTED_PAGE }),
    confirmSpendingAbovePoints: t.field({
      type: 'Points',
      description: 'Spending more points than this takes a code of the customer: 0 = always, null = never.',
    }),
    hourlySpendingLimitPoints: t.field({ type: 'Points', description: LIMITS.hourlySpendingLimitPoints }),
    dailySpendingLimitPoints: t.field({ type: 'Points', description: LIMITS.dailySpendingLimitPoints }),
    hourlySpendingLimitCount: t.int({ description: LIMITS.hourlySpendingLimitCount }),
    newDeviceHours: t.int({ description: LIMITS.newDeviceHours }),
    dailyAwardLimitPoints: t.field({ type: 'Points', description: LIMITS.dailyAwardLimitPoints }),
    eraseInactiveAfterMonths: t.int({
      description:
        'Whole months without an event of its points after which a customer without points is erased: 1 to 240, null = never. There is no way back.',
    }),
    keepConfirmationsDays: t.int({
      description: 'Local days that codes of customers are kept after their end: 2 to 365.',
    }),
    keepDeliveriesDays: t.int({
      description: 'Days that what was sent to webhook endpoints is kept: 1 to 365.',
    }),
    bindingPolicy: t.field({ type: BindingPolicy, description: BINDINGS.bindingPolicy }),
    bindingDays: t.int({ description: BINDINGS.bindingDays }),
    bindingPriority: t.field({ type: [SourceKind], description: BINDINGS.bindingPriority }),
  }),
})

const CoalitionUpdatePayload = builder
  .objectRef<{ coalition: CoalitionRow }>('CoalitionUpdatePayload')
  .implement({
    description: 'The coalition as it is now.',
    fields: (t) => ({
      coalition: t.expose('coalition', { type: Coalition, description: 'The coalition.' }),
    }),
  })

builder.mutationField('coalitionUpdate', (t) =>
  t.field({
    type: CoalitionUpdatePayload,
    description: 'Changes what a coalition has agreed on beside its terms. Administrators only.',
    errors: {},
    args: { input: t.arg({ type: CoalitionUpdateInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input }, context) => updateCoalition(verbContext(context), given(input)),
  }),
)
