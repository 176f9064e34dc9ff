import { builder } from '../vocabulary/builder.ts'

export const PilotDecision = builder.enumType('PilotDecision', {
  description: 'What was decided about a pilot. Its rules are not changed by it.',
  values: {
    SCALE: { description: 'Its rules are to be given to all.' },
    STOP: { description: 'Its rules are to end.' },
  } as const,
})

export const PilotProposal = builder.enumType('PilotProposal', {
  description: 'What the figures of a pilot speak for.',
  values: {
    WAIT: { description: 'It is not over, or fewer customers than it needs were measured.' },
    SCALE: { description: 'The treatment spent more, and chance hardly explains it.' },
    STOP: { description: 'The treatment spent less, and chance hardly explains it.' },
    NO_DIFFERENCE: { description: 'Measured to the end, and the difference may be chance.' },
  } as const,
})
