import { ClockNotMovableError } from '@artel/ledger'
import { advanceClock } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { Coalition } from './coalition.ts'

const ClockAdvanceInput = builder.inputType('ClockAdvanceInput', {
  description: "How far a sandbox's clock moves.",
  fields: (t) => ({ seconds: t.int({ required: true, description: 'Seconds ahead, above 0.' }) }),
})

const ClockAdvancePayload = builder
  .objectRef<Awaited<ReturnType<typeof advanceClock>>>('ClockAdvancePayload')
  .implement({
    description: 'The coalition at its new time.',
    fields: (t) => ({ coalition: t.expose('coalition', { type: Coalition, description: 'The coalition.' }) }),
  })

builder.mutationField('clockAdvance', (t) =>
  t.field({
    type: ClockAdvancePayload,
    description: "Moves a sandbox's clock ahead; points and holds age by as much. Administrators only.",
    errors: { types: [ClockNotMovableError] },
    args: { input: t.arg({ type: ClockAdvanceInput, required: true, description: 'How far.' }) },
    resolve: (_root, { input }, context) => advanceClock(verbContext(context), input),
  }),
)
