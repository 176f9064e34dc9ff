import { MemberNotActiveError, NotFoundError, PilotStatusError } from '@artel/ledger'
import type { Pilot as PilotRow } from '@artel/store/prisma'
import { decidePilot, planPilot } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Pilot } from './pilot.ts'
import { PilotDecision } from './pilot-words.ts'

const PilotPayload = builder.objectRef<{ readonly pilot: PilotRow }>('PilotPayload').implement({
  description: 'The pilot as it is now.',
  fields: (t) => ({ pilot: t.expose('pilot', { type: Pilot, description: 'The pilot.' }) }),
})

const PilotNameInput = builder.inputType('PilotNameInput', {
  description: 'What a pilot is called.',
  fields: (t) => ({
    en: t.string({ required: true, description: 'In English, at most 80 characters.' }),
    ru: t.string({ required: true, description: 'In Russian, at most 80 characters.' }),
  }),
})

const PilotPlanInput = builder.inputType('PilotPlanInput', {
  description: 'A pilot to plan.',
  fields: (t) => ({
    name: t.field({ type: PilotNameInput, required: true, description: 'What it is called.' }),
    controlBps: t.int({
      required: true,
      description: 'Share of the customers that are held out, basis points: 500 to 5000.',
    }),
    fromDay: t.string({ required: true, description: 'First day, ISO date; tomorrow at the earliest.' }),
    toDay: t.string({ required: true, description: 'Last day, included, ISO date.' }),
    baseDays: t.int({
      description: 'Measured are those that bought in so many days before: 1 to 366, 90 when left out.',
    }),
    upliftBps: t.int({
      description:
        'The difference of spend that it is to find, basis points of the mean; 1000 when left out.',
    }),
  }),
})

builder.mutationField('pilotPlan', (t) =>
  t.field({
    type: PilotPayload,
    description:
      'Plans a pilot: of all members for an administrator, of its own purchases for a member. Rules join it by naming it.',
    errors: { types: [MemberNotActiveError] },
    args: { input: t.arg({ type: PilotPlanInput, required: true, description: 'The pilot.' }) },
    resolve: (_root, { input }, context) => planPilot(verbContext(context), given(input)),
  }),
)

const PilotDecideInput = builder.inputType('PilotDecideInput', {
  description: 'A pilot to decide about.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the pilot.' }),
    decision: t.field({ type: PilotDecision, required: true, description: 'What is decided.' }),
    reason: t.string({ required: true, description: 'Why, at most 1000 characters.' }),
  }),
})

builder.mutationField('pilotDecide', (t) =>
  t.field({
    type: PilotPayload,
    description:
      'Writes down what was decided: to stop at any time, to scale once it is over. Rules are not changed by it.',
    errors: { types: [NotFoundError, MemberNotActiveError, PilotStatusError] },
    args: { input: t.arg({ type: PilotDecideInput, required: true, description: 'The decision.' }) },
    resolve: (_root, { input: { id, ...decided } }, context) =>
      decidePilot(verbContext(context), { id: uuidOf('pilot', id, ['id']), ...decided }),
  }),
)
