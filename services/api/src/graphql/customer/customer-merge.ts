import {
  CustomerClosedError,
  CustomerFrozenError,
  CustomerHasOpenHoldsError,
  IdempotencyKeyMismatchError,
  NotFoundError,
} from '@artel/ledger'
import { mergeCustomers } from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { present } from '../vocabulary/present.ts'
import { Customer, CustomerBy, customerBy } from './customer.ts'

const CustomerMergeInput = builder.inputType('CustomerMergeInput', {
  description: 'A duplicate, and the customer who is the same person.',
  fields: (t) => ({
    customer: t.field({
      type: CustomerBy,
      required: true,
      description:
        'The duplicate, which goes. Best named by id: its phone and cards lead to the survivor then.',
    }),
    into: t.field({ type: CustomerBy, required: true, description: 'The survivor.' }),
    confirmation: t.field({
      type: ConfirmationInput,
      description:
        "The duplicate's code for a POINTS_TRANSFER to the survivor, where more points move than the coalition's adjustmentLimitPoints.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const CustomerMergePayload = builder
  .objectRef<Awaited<ReturnType<typeof mergeCustomers>>>('CustomerMergePayload')
  .implement({
    description: 'The customers as merged.',
    fields: (t) => ({
      customer: t.field({
        type: Customer,
        description: 'The survivor.',
        resolve: async ({ intoCustomerId: id }, _args, context) =>
          present(await context.loaders.customer({ coalitionId: coalitionIdOf(context), id })),
      }),
      merged: t.field({
        type: Customer,
        description: 'The duplicate, CLOSED.',
        resolve: async ({ customerId: id }, _args, context) =>
          present(await context.loaders.customer({ coalitionId: coalitionIdOf(context), id })),
      }),
      points: t.expose('points', { type: 'Points', description: 'Points that moved.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The survivor's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('customerMerge', (t) =>
  t.field({
    type: CustomerMergePayload,
    description:
      'Merges a duplicate into the customer who is the same person: points, debts, cards and references move. ' +
      'There is no way back. Administrators only.',
    errors: {
      types: [
        NotFoundError,
        CustomerClosedError,
        CustomerFrozenError,
        CustomerHasOpenHoldsError,
        ...CONFIRMATION_REFUSALS,
        IdempotencyKeyMismatchError,
      ],
    },
    args: {
      input: t.arg({ type: CustomerMergeInput, required: true, description: 'Who is merged into whom.' }),
    },
    resolve: (_root, { input }, context) =>
      mergeCustomers(verbContext(context), {
        ...input,
        customer: customerBy(input.customer),
        into: customerBy(input.into, ['into', 'id']),
        confirmation: confirmationGiven(input.confirmation),
      }),
  }),
)
