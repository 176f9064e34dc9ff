import {
  CustomerClosedError,
  CustomerHasOpenHoldsError,
  CustomerHasPointsError,
  CustomerOwesPointsError,
  NotFoundError,
} from '@artel/ledger'
import { type ErasedCustomer, eraseCustomer } from '@artel/use-cases'
import { storeOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { Customer } from './customer.ts'

const ErasureReason = builder.enumType('ErasureReason', {
  description: "Why a customer's personal data is taken away.",
  values: {
    CUSTOMER_REQUEST: { description: 'The customer asked for it.' },
    CONSENT_WITHDRAWN: { description: 'The customer no longer agrees to its data being kept.' },
    LEGAL_DUTY: { description: 'A law or an authority demands it.' },
  } as const,
})

const CustomerEraseInput = builder.inputType('CustomerEraseInput', {
  description: 'A customer whose personal data is to go for good.',
  fields: (t) => ({
    customerId: t.id({
      required: true,
      description: 'Id of the customer. By id alone: a mistyped phone must not erase somebody else.',
    }),
    reason: t.field({ type: ErasureReason, required: true, description: 'Why.' }),
    reference: t.string({
      description: 'Your own number of the request, without personal data. 128 characters at most.',
    }),
    givesUpPoints: t.boolean({
      description:
        'The customer knows that its points are lost: they end as points end whose time has run out. Without it a customer with points is refused; above what one person may adjust it is refused with it too.',
    }),
    forgivesDebts: t.boolean({
      description:
        'The coalition forgives points that the customer owes. Without it such a customer is refused.',
    }),
  }),
})

const CustomerErasePayload = builder.objectRef<ErasedCustomer>('CustomerErasePayload').implement({
  description: 'What was taken away, and what could not be.',
  fields: (t) => ({
    customer: t.field({
      type: Customer,
      description: 'What is left of the customer: an id that the books go on with.',
      resolve: ({ coalitionId, customerId: id }, _args, context) =>
        storeOf(context).prisma.customer.findUniqueOrThrow({
          where: { coalitionId_id: { coalitionId, id } },
        }),
    }),
    erasedAt: t.expose('erasedAt', { type: 'DateTime', description: 'When it was done.' }),
    points: t.expose('points', {
      type: 'Points',
      description: 'Points that the customer gave up. They ended as points end whose time has run out.',
    }),
    owed: t.expose('owed', { type: 'Points', description: 'Points that it owed, and was forgiven.' }),
    tracesLeft: t.exposeInt('tracesLeft', {
      description:
        'Rows of the books in which the name or a contact stands, since somebody wrote it into the number of a receipt or a reason. The books cannot change.',
    }),
    replayed: replayedField(t),
  }),
})

builder.mutationField('customerErase', (t) =>
  t.field({
    type: CustomerErasePayload,
    description:
      "Takes away for good what tells who a customer is, with that of customers merged into it; what tells of it in messages and members' files follows within minutes. The books keep the bare id, so nobody's balance or statement changes. There is no way back: export first. Again, it answers what was done.",
    errors: {
      types: [
        NotFoundError,
        CustomerClosedError,
        CustomerHasOpenHoldsError,
        CustomerHasPointsError,
        CustomerOwesPointsError,
      ],
    },
    args: { input: t.arg({ type: CustomerEraseInput, required: true, description: 'Whose data goes.' }) },
    resolve: (_root, { input }, context) =>
      eraseCustomer(verbContext(context), {
        customerId: uuidOf('customer', input.customerId, ['customerId']),
        reason: input.reason,
        reference: input.reference ?? null,
        givesUpPoints: input.givesUpPoints ?? null,
        forgivesDebts: input.forgivesDebts ?? null,
      }),
  }),
)
