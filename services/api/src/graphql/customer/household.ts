import { CustomerClosedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { joinHousehold, leaveHousehold } from '@artel/use-cases'
import { knowsCustomer } from '../../auth/knows-customer.ts'
import { visibleTo } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { atMember } from '../../loaders/at-member.ts'
import { builder } from '../vocabulary/builder.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { firstArg, pageSize } from '../vocabulary/page.ts'
import { Customer, CustomerBy, customerBy } from './customer.ts'

builder.prismaObjectField('Customer', 'household', (t) =>
  t.field({
    type: [Customer],
    description:
      'The first of the other customers of its household; a member sees those that it has dealt with, of a customer that it has dealt with. Empty without one, and for a customer.',
    args: firstArg(),
    resolve: async (customer, args, context) => {
      const { coalitionId, id, householdId } = customer
      const first = pageSize(args)
      // Of a customer's token nothing is listed.
      if (householdId === null || visibleTo(context.principal).listedCustomer?.coalitionId !== coalitionId)
        return []
      if (!(await knowsCustomer(context, customer))) return []
      const others = (await context.loaders.household({ coalitionId, id: atMember(null, id, first) })) ?? []
      const known = await Promise.all(others.map((other) => knowsCustomer(context, other)))
      return others.filter((_other, at) => known[at])
    },
  }),
)

const HouseholdPayload = builder
  .objectRef<Awaited<ReturnType<typeof joinHousehold>>>('HouseholdPayload')
  .implement({
    description: 'The customer as it is now.',
    fields: (t) => ({ customer: t.expose('customer', { type: Customer, description: 'The customer.' }) }),
  })

const HouseholdJoinInput = builder.inputType('HouseholdJoinInput', {
  description: 'A customer and the household that it joins.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who joins.' }),
    with: t.field({
      type: CustomerBy,
      required: true,
      description: 'A customer of the household, or one who has none yet: then the two begin one.',
    }),
    confirmation: t.field({ type: ConfirmationInput, description: 'The code of who joins.' }),
    withConfirmation: t.field({ type: ConfirmationInput, description: 'The code of the other one.' }),
  }),
})

builder.mutationField('householdJoin', (t) =>
  t.field({
    type: HouseholdPayload,
    description:
      "Adds a customer to another customer's household; points can be transferred within it. Takes a code of each.",
    errors: { types: [MemberNotActiveError, NotFoundError, CustomerClosedError, ...CONFIRMATION_REFUSALS] },
    args: { input: t.arg({ type: HouseholdJoinInput, required: true, description: 'Who joins whom.' }) },
    resolve: (_root, { input }, context) =>
      joinHousehold(verbContext(context), {
        customer: customerBy(input.customer),
        with: customerBy(input.with, ['with', 'id']),
        confirmation: confirmationGiven(input.confirmation),
        withConfirmation: confirmationGiven(input.withConfirmation, 'withConfirmation'),
      }),
  }),
)

const HouseholdLeaveInput = builder.inputType('HouseholdLeaveInput', {
  description: 'A customer that leaves its household.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who leaves.' }),
  }),
})

builder.mutationField('householdLeave', (t) =>
  t.field({
    type: HouseholdPayload,
    description: 'Takes a customer out of its household. Points transferred before stay where they are.',
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: HouseholdLeaveInput, required: true, description: 'Who leaves.' }) },
    resolve: (_root, { input }, context) =>
      leaveHousehold(verbContext(context), { customer: customerBy(input.customer) }),
  }),
)
