import {
  CustomerClosedError,
  CustomerFrozenError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  MemberNotActiveError,
  NotFoundError,
  NotSameHouseholdError,
} from '@artel/ledger'
import { transferPoints } from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { present } from '../vocabulary/present.ts'

const PointsTransferInput = builder.inputType('PointsTransferInput', {
  description: 'Points to transfer to another customer of the household.',
  fields: (t) => ({
    from: t.field({ type: CustomerBy, required: true, description: 'The sender.' }),
    to: t.field({ type: CustomerBy, required: true, description: 'Who receives.' }),
    points: t.field({ type: 'Points', required: true, description: 'How many, 1 or more.' }),
    confirmation: t.field({ type: ConfirmationInput, description: "The sender's code." }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const PointsTransferPayload = builder
  .objectRef<Awaited<ReturnType<typeof transferPoints>>>('PointsTransferPayload')
  .implement({
    description: 'The points as transferred.',
    fields: (t) => ({
      from: t.field({
        type: Customer,
        description: 'The sender.',
        resolve: async ({ fromCustomerId: id }, _args, context) =>
          present(await context.loaders.customer({ coalitionId: coalitionIdOf(context), id })),
      }),
      to: t.field({
        type: Customer,
        description: 'Who received.',
        resolve: async ({ toCustomerId: id }, _args, context) =>
          present(await context.loaders.customer({ coalitionId: coalitionIdOf(context), id })),
      }),
      points: t.expose('points', { type: 'Points', description: 'How many.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The giver's balance after it.",
      }),
      receiverBalanceAfter: t.expose('receiverBalanceAfter', {
        type: 'Points',
        description: "The receiver's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('pointsTransfer', (t) =>
  t.field({
    type: PointsTransferPayload,
    description:
      'Transfers points from one customer to another of the same household. They keep their issuer and their expiry. Takes the code of who gives.',
    errors: {
      types: [
        MemberNotActiveError,
        NotFoundError,
        CustomerClosedError,
        CustomerFrozenError,
        NotSameHouseholdError,
        InsufficientPointsError,
        ...CONFIRMATION_REFUSALS,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: PointsTransferInput, required: true, description: 'The points.' }) },
    resolve: (_root, { input }, context) =>
      transferPoints(verbContext(context), {
        ...input,
        from: customerBy(input.from, ['from', 'id']),
        to: customerBy(input.to, ['to', 'id']),
        confirmation: confirmationGiven(input.confirmation),
      }),
  }),
)
