import type { GivenConfirmation } from '@artel/use-cases'
import { builder } from './builder.ts'
import { uuidOf } from './node-id.ts'

export const ConfirmationPurpose = builder.enumType('ConfirmationPurpose', {
  description: 'What a customer confirms with a code.',
  values: {
    HOUSEHOLD_JOIN: { description: 'Being in one household with another customer.' },
    POINTS_TRANSFER: { description: 'Giving points to another customer.' },
    SPEND: { description: 'Spending points at a member, at once or by a hold.' },
    UNFREEZE: { description: 'Letting frozen points be spent again.' },
  } as const,
})

export const ConfirmationFault = builder.enumType('ConfirmationFault', {
  description: 'Why a code does not confirm an act.',
  values: {
    WRONG_CODE: { description: 'It is another code.' },
    TRIED_TOO_OFTEN: { description: 'It was tried five times.' },
    USED: { description: 'It has confirmed something else.' },
    OTHER_ACT: { description: 'It is for another act, customer or member, or for fewer points.' },
  } as const,
})

export const ConfirmationInput = builder.inputType('ConfirmationInput', {
  description: "A customer's code. No part of what an idempotency key stands for.",
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the confirmation, from confirmationRequest.' }),
    code: t.string({
      required: true,
      description: 'The six digits that the customer was sent; blanks and hyphens do not count.',
    }),
  }),
})

/** How a use-case is told a customer's code; a malformed id is not found. */
export function confirmationGiven(
  input: typeof ConfirmationInput.$inferInput | null | undefined,
  field = 'confirmation',
): GivenConfirmation | null {
  return input ? { id: uuidOf('confirmation', input.id, [field, 'id']), code: input.code } : null
}
