import { type BusinessDay, readBusinessDays, setBusinessDays } from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'

const BusinessDayKind = builder.enumType('BusinessDayKind', {
  description: 'Whether banks work on a day, where the week alone does not say.',
  values: {
    DAY_OFF: { description: 'A holiday, or a working day that was made free.' },
    WORKING_DAY: { description: 'A Saturday, Sunday or holiday that is worked.' },
  } as const,
})

const BusinessDaySource = builder.enumType('BusinessDaySource', {
  description: 'Where it comes from.',
  values: {
    LAW: { description: "The law of every year; in RUB coalitions Russia's." },
    COALITION: { description: 'The coalition moved it.' },
  } as const,
})

const BusinessDayType = builder.objectRef<BusinessDay>('BusinessDay').implement({
  description: 'A day of a year that the week does not tell: a holiday, or a day that was moved.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'ISO date.' }),
    kind: t.expose('kind', { type: BusinessDayKind, description: 'Whether banks work.' }),
    source: t.expose('source', { type: BusinessDaySource, description: 'Where it comes from.' }),
    note: t.exposeString('note', { description: 'What was noted of it; empty if nothing.' }),
  }),
})

builder.prismaObjectFields(Coalition, (t) => ({
  businessDays: t.field({
    type: [BusinessDayType],
    description:
      'The days of a year that the week does not tell, in order: payments are due on business days.',
    args: { year: t.arg.int({ required: true, description: 'From 2000 to 2199.' }) },
    resolve: (coalition, { year }, context) => readBusinessDays(storeOf(context), coalition, year),
  }),
}))

const MovedDayInput = builder.inputType('MovedDayInput', {
  description: 'A day that a coalition takes off or works, whatever the week and the law say.',
  fields: (t) => ({
    day: t.string({ required: true, description: 'ISO date.' }),
    kind: t.field({ type: BusinessDayKind, required: true, description: 'Whether banks work.' }),
    note: t.string({ description: 'A note.' }),
  }),
})

const BusinessDaysSetInput = builder.inputType('BusinessDaysSetInput', {
  description: 'The days that a coalition moves in a year.',
  fields: (t) => ({
    year: t.int({ required: true, description: 'From 2000 to 2199.' }),
    days: t.field({
      type: [MovedDayInput],
      required: true,
      description: 'All of them: what was said of the year before is replaced.',
    }),
  }),
})

const BusinessDaysSetPayload = builder
  .objectRef<Awaited<ReturnType<typeof setBusinessDays>>>('BusinessDaysSetPayload')
  .implement({
    description: 'The days of the year as they are now.',
    fields: (t) => ({
      year: t.exposeInt('year', { description: 'The year.' }),
      days: t.expose('days', { type: [BusinessDayType], description: 'Those of the law among them.' }),
    }),
  })

builder.mutationField('businessDaysSet', (t) =>
  t.field({
    type: BusinessDaysSetPayload,
    description:
      'Says which days of a year the coalition takes off or works. Statements made from then on are due by it. Administrators only.',
    errors: {},
    args: { input: t.arg({ type: BusinessDaysSetInput, required: true, description: 'The days.' }) },
    resolve: (_root, { input }, context) => setBusinessDays(verbContext(context), given(input)),
  }),
)
