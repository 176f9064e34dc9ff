import { NotFoundError } from '@artel/ledger'
import { type CustomerExport as Exported, encodePublicId, exportCustomer } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { CustomerBy, customerBy } from './customer.ts'

const CustomerExport = builder.objectRef<Exported>('CustomerExport').implement({
  description: 'Everything that is held on a customer, for the customer to have and to take elsewhere.',
  fields: (t) => ({
    customerId: t.id({
      description: 'Whose it is.',
      resolve: ({ customerId }) => encodePublicId('customer', customerId),
    }),
    format: t.string({
      description: 'Name and version of the format of `content`, such as artel.customer-export/1.',
      resolve: ({ format }) => format,
    }),
    exportedAt: t.expose('exportedAt', { type: 'DateTime', description: 'As of when.' }),
    complete: t.exposeBoolean('complete', {
      description: 'False where a list was longer than 20 000 rows, of which the newest are there.',
    }),
    content: t.string({
      description: 'The file: JSON as UTF-8 text. See docs/privacy.md for what is in it.',
      resolve: ({ data }) => JSON.stringify(data, null, 2),
    }),
  }),
})

builder.queryField('customerExport', (t) =>
  t.field({
    type: CustomerExport,
    nullable: true,
    // Lists of up to 20 000 rows each, on one snapshot.
    extensions: { price: 400 },
    description:
      "Everything that is held on a customer; null when there is none. Whole for administrators who may change customers. With the customer's own token, receipts and orders are those at the member that issued the token.",
    args: {
      customer: t.arg({
        type: CustomerBy,
        description: "Which customer. A customer's token may leave itself out.",
      }),
    },
    resolve: async (_root, { customer }, context) => {
      try {
        return await exportCustomer(verbContext(context), {
          customer: customer ? customerBy(customer) : null,
        })
      } catch (error) {
        if (error instanceof NotFoundError) return null
        throw error
      }
    },
  }),
)
