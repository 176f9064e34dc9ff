import {
  CustomerClosedError,
  FreezeNeedsAdministratorError,
  MemberNotActiveError,
  NotFoundError,
} from '@artel/ledger'
import type { CustomerFreeze as CustomerFreezeRow } from '@artel/store/prisma'
import { freezeCustomer, unfreezeCustomer } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { given } from '../vocabulary/given.ts'
import { Customer, CustomerBy, customerBy } from './customer.ts'

const FreezeChange = builder.enumType('FreezeChange', {
  description: "What happened to a customer's points.",
  values: {
    FROZEN: { description: 'Nothing of them is spent, held or given from then on.' },
    UNFROZEN: { description: 'They may be spent again.' },
  } as const,
})

const FreezeActor = builder.enumType('FreezeActor', {
  description: "Who froze or unfroze a customer's points.",
  values: {
    CUSTOMER: { description: 'The customer, by its token.' },
    MEMBER: { description: 'A member, at the till or by its server.' },
    ADMIN: { description: 'An administrator of the coalition.' },
  } as const,
})

const CustomerFreeze = builder.objectRef<CustomerFreezeRow>('CustomerFreeze').implement({
  description: "A customer's points were frozen or unfrozen.",
  fields: (t) => ({
    kind: t.field({
      type: FreezeChange,
      description: 'Which of the two.',
      resolve: ({ kind }) => kind as 'FROZEN' | 'UNFROZEN',
    }),
    at: t.field({
      type: 'DateTime',
      description: "When, by the coalition's clock.",
      resolve: ({ changedAt }) => changedAt,
    }),
    by: t.field({
      type: FreezeActor,
      description: 'Who did it.',
      resolve: ({ actorKind }) => actorKind as 'CUSTOMER' | 'MEMBER' | 'ADMIN',
    }),
    needsAdministrator: t.boolean({
      description: 'Whether this freeze is lifted by an administrator alone.',
      resolve: ({ needsAdmin }) => needsAdmin,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, as it was given.' }),
  }),
})

builder.prismaObjectFields(Customer, (t) => ({
  frozenAt: t.expose('frozenAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Since when nothing of its points is spent, held or given; null: they are not frozen.',
  }),
  freezes: t.field({
    type: [CustomerFreeze],
    description:
      'When its points were frozen and unfrozen, newest first, 20 at most; for administrators alone.',
    select: { coalitionId: true, id: true },
    resolve: async ({ coalitionId, id }, _args, context) => {
      const { principal } = context
      const isAdmin = principal.kind === 'admin' && principal.coalitionId === coalitionId
      if (!isAdmin || !principal.scopes.has('coalition:read')) return []
      return (await context.loaders.freezesOfCustomer({ coalitionId, id })) ?? []
    },
  }),
}))

const customerField = {
  type: CustomerBy,
  description: "Whose points; a customer's token may leave itself out.",
}

const CustomerFreezeInput = builder.inputType('CustomerFreezeInput', {
  description: 'Whose points stand still.',
  fields: (t) => ({
    customer: t.field(customerField),
    reason: t.string({ description: 'Why, 500 characters at most; administrators see it.' }),
    isPhoneLost: t.boolean({
      description:
        "Whether the customer's phone is gone as well, which gets its codes: then only an administrator unfreezes. As always for an administrator's own freeze.",
    }),
  }),
})

const CustomerUnfreezeInput = builder.inputType('CustomerUnfreezeInput', {
  description: 'Whose points may be spent again.',
  fields: (t) => ({
    customer: t.field(customerField),
    confirmation: t.field({
      type: ConfirmationInput,
      description: "The customer's code for UNFREEZE; administrators leave it out.",
    }),
    reason: t.string({ description: 'Why, 500 characters at most; administrators must say.' }),
  }),
})

const CustomerFreezePayload = builder
  .objectRef<Awaited<ReturnType<typeof freezeCustomer>>>('CustomerFreezePayload')
  .implement({
    description: 'The customer as it is now.',
    fields: (t) => ({ customer: t.expose('customer', { type: Customer, description: 'The customer.' }) }),
  })

builder.mutationField('customerFreeze', (t) =>
  t.field({
    type: CustomerFreezePayload,
    description:
      "Freezes a customer's points: nothing of them is spent, held or given until they are unfrozen. Earning goes on, and holds made before may be captured.",
    errors: { types: [NotFoundError, MemberNotActiveError, CustomerClosedError] },
    args: { input: t.arg({ type: CustomerFreezeInput, required: true, description: 'Whose.' }) },
    resolve: (_root, { input }, context) =>
      freezeCustomer(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
      }),
  }),
)

builder.mutationField('customerUnfreeze', (t) =>
  t.field({
    type: CustomerFreezePayload,
    description:
      "Lets a customer's points be spent again. Takes the customer's code for UNFREEZE, asked for since the freeze, or an administrator with a reason. A freeze of an administrator, or with the phone lost, takes an administrator.",
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CustomerClosedError,
        FreezeNeedsAdministratorError,
        ...CONFIRMATION_REFUSALS,
      ],
    },
    args: { input: t.arg({ type: CustomerUnfreezeInput, required: true, description: 'Whose.' }) },
    resolve: (_root, { input }, context) =>
      unfreezeCustomer(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
        confirmation: confirmationGiven(input.confirmation),
      }),
  }),
)
