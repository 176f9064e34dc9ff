import {
  ConfirmationNotSentError,
  ConfirmationTooSoonError,
  ConfirmationUnavailableError,
  CustomerClosedError,
  FreezeNeedsAdministratorError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NoConfirmationChannelError,
  NotFoundError,
} from '@artel/ledger'
import { encodePublicId, requestConfirmation } from '@artel/use-cases'
import { seesPersonOf } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConfirmationPurpose } from '../vocabulary/confirmation.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'

const MessageChannel = builder.enumType('MessageChannel', {
  description: 'How a message reaches a person.',
  values: { SMS: { description: 'By phone.' }, EMAIL: { description: 'By e-mail.' } } as const,
})

const MessageLocale = builder.enumType('MessageLocale', {
  description: 'The language of a message.',
  values: { en: { description: 'English.' }, ru: { description: 'Russian.' } } as const,
})

const ConfirmationRequestInput = builder.inputType('ConfirmationRequestInput', {
  description: 'What a customer is to confirm.',
  fields: (t) => ({
    purpose: t.field({ type: ConfirmationPurpose, required: true, description: 'What the code is for.' }),
    customer: t.field({
      type: CustomerBy,
      description:
        "Whose code it is: who joins, gives, spends or unfreezes. A customer's token may leave itself out.",
    }),
    other: t.field({
      type: CustomerBy,
      description: 'Whom the customer joins or gives to; for HOUSEHOLD_JOIN and POINTS_TRANSFER alone.',
    }),
    points: t.field({
      type: 'Points',
      description: 'Most points that the code is good for; for POINTS_TRANSFER and SPEND alone.',
    }),
    locale: t.field({
      type: MessageLocale,
      description: "Language of the message; defaults to the coalition's first one.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const ConfirmationRequestPayload = builder
  .objectRef<Awaited<ReturnType<typeof requestConfirmation>>>('ConfirmationRequestPayload')
  .implement({
    description: 'Where the code went. Only the customer knows the code itself.',
    fields: (t) => ({
      confirmationId: t.id({
        description: 'To be given back with the code.',
        resolve: ({ id }) => encodePublicId('confirmation', id),
      }),
      channel: t.expose('channel', { type: MessageChannel, description: 'How it was sent.' }),
      maskedAddress: t.string({
        nullable: true,
        description:
          "The phone or e-mail that it was sent to, masked; null for a key that may not see the customer's contacts.",
        resolve: ({ customer, maskedAddress }, _args, { principal }) =>
          seesPersonOf(principal, customer) ? maskedAddress : null,
      }),
      expiresAt: t.expose('expiresAt', {
        type: 'DateTime',
        description: "When it ends, by the coalition's clock.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('confirmationRequest', (t) =>
  t.field({
    type: ConfirmationRequestPayload,
    description:
      "Sends a customer a code for one act. One a minute for the same act; three an hour and six a day at one member's asking, five and ten to one customer in all.",
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CustomerClosedError,
        FreezeNeedsAdministratorError,
        ConfirmationUnavailableError,
        NoConfirmationChannelError,
        ConfirmationTooSoonError,
        ConfirmationNotSentError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: ConfirmationRequestInput, required: true, description: 'What for.' }) },
    resolve: (_root, { input }, context) =>
      requestConfirmation(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
        other: input.other ? customerBy(input.other, ['other', 'id']) : null,
      }),
  }),
)
