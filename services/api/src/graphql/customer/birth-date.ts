import { CustomerClosedError, MemberNotActiveError, NotFoundError } from '@artel/ledger'
import { setBirthDate } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { Customer, CustomerBy, customerBy } from './customer.ts'

const CustomerBirthDateSetInput = builder.inputType('CustomerBirthDateSetInput', {
  description: 'When a customer was born.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who.' }),
    birthDate: t.string({
      description: 'ISO date, from 1900 to today; left out or null: not told any more.',
    }),
  }),
})

const CustomerBirthDatePayload = builder
  .objectRef<Awaited<ReturnType<typeof setBirthDate>>>('CustomerBirthDatePayload')
  .implement({
    description: 'The customer as it is now.',
    fields: (t) => ({ customer: t.expose('customer', { type: Customer, description: 'The customer.' }) }),
  })

builder.mutationField('customerBirthDateSet', (t) =>
  t.field({
    type: CustomerBirthDatePayload,
    description:
      'Writes down when a customer was born, or takes that away: what was told is changed by the member that enrolled the customer, and by administrators. Another date brings no second birthday into a year.',
    errors: { types: [NotFoundError, MemberNotActiveError, CustomerClosedError] },
    args: { input: t.arg({ type: CustomerBirthDateSetInput, required: true, description: 'Whose.' }) },
    resolve: (_root, { input }, context) =>
      setBirthDate(verbContext(context), {
        customer: customerBy(input.customer),
        birthDate: input.birthDate ?? null,
      }),
  }),
)
