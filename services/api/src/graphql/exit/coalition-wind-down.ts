import { CoalitionWindingDownError, MemberNotActiveError } from '@artel/ledger'
import { windDownCoalition } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { builder } from '../vocabulary/builder.ts'

builder.prismaObjectFields('Coalition', (t) => ({
  windDownAt: t.expose('windDownAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Since when it winds down; null: it does not.',
  }),
  windDownEndsAt: t.expose('windDownEndsAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Until when its points can be spent; null: without end.',
  }),
}))

const CoalitionWindDownInput = builder.inputType('CoalitionWindDownInput', {
  description: 'The end of a coalition.',
  fields: (t) => ({
    reason: t.string({ required: true, description: 'Why it ends.' }),
    redemptionDays: t.int({
      required: true,
      defaultValue: 90,
      description: 'Days that customers have to spend their points; what is left then expires.',
    }),
  }),
})

const CoalitionWindDownPayload = builder
  .objectRef<Awaited<ReturnType<typeof windDownCoalition>>>('CoalitionWindDownPayload')
  .implement({
    description: 'The coalition as it is now.',
    fields: (t) => ({
      coalition: t.expose('coalition', { type: Coalition, description: 'The coalition.' }),
      exiting: t.exposeInt('exiting', { description: 'Members whose exit is under way.' }),
    }),
  })

builder.mutationField('coalitionWindDown', (t) =>
  t.field({
    type: CoalitionWindDownPayload,
    description:
      "Ends a coalition: begins every member's exit. Called again it goes on. Administrators only.",
    errors: { types: [CoalitionWindingDownError, MemberNotActiveError] },
    args: {
      input: t.arg({ type: CoalitionWindDownInput, required: true, description: 'Why, and how long.' }),
    },
    resolve: (_root, { input }, context) => windDownCoalition(verbContext(context), input),
  }),
)
