import { customersFoundBy } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { idsNear, within } from '../vocabulary/period.ts'
import { Customer } from './customer.ts'

/** Longest text of a search. Characters. */
const MAX_SEARCH_LENGTH = 100

const CustomerStatus = builder.enumType('CustomerStatus', {
  description: 'Whether a customer can be served.',
  values: {
    ACTIVE: { description: 'Can be served.' },
    CLOSED: { description: 'Was merged into another customer.' },
  } as const,
})

const CustomersFilter = builder.inputType('CustomersFilter', {
  description: 'Which customers: those that meet all that is given.',
  fields: (t) => ({
    search: t.string({
      description:
        'Beginnings of words of the name (case does not matter, and е stands for ё), a card number, a telephone written in any way, or its last four digits. A member finds by telephone those that it enrolled. At most 100 characters.',
    }),
    status: t.field({ type: CustomerStatus, description: 'Only those that this is true of.' }),
    enrolledAt: t.id({ description: 'Only those that enrolled at this member.' }),
    enrolledFrom: t.field({ type: 'DateTime', description: 'Only those that enrolled then or later.' }),
    enrolledTo: t.field({ type: 'DateTime', description: 'Only those that enrolled before then.' }),
  }),
})

const CustomersConnection = builder.connectionObject(
  { type: Customer, name: 'CustomersConnection' },
  { name: 'CustomersConnectionEdge' },
)

builder.queryField('customers', (t) =>
  t.field({
    type: CustomersConnection,
    description:
      'Customers, newest first: all for administrators; for a member those that it has dealt with, enrolled, sold to or holds points of.',
    args: {
      filter: t.arg({ type: CustomersFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const { listedCustomer, contactedCustomer } = visibleTo(context.principal)
      const period = { from: filter?.enrolledFrom, to: filter?.enrolledTo }
      const enrolled = within(period)
      const search = searched(filter?.search)
      const asked = {
        ...(filter?.status == null ? {} : { status: filter.status }),
        ...(filter?.enrolledAt == null
          ? {}
          : { enrolledById: uuidOf('member', filter.enrolledAt, ['filter', 'enrolledAt']) }),
        ...(enrolled ? { createdAt: enrolled } : {}),
      }
      const found = search === null ? {} : customersFoundBy(search, contactedCustomer)
      const near = await idsNear(context, period)
      return idPage(args, 'customer', async ({ beyond, ...range }) =>
        listedCustomer
          ? storeOf(context).prisma.customer.findMany({
              where: { AND: [listedCustomer, asked, found, near, beyond] },
              ...range,
            })
          : [],
      )
    },
  }),
)

/** Null when nothing is searched: an emptied field of a form means all. */
function searched(text: string | null | undefined): string | null {
  const search = text?.trim() ?? ''
  if (search.length > MAX_SEARCH_LENGTH)
    throw requestError('BAD_USER_INPUT', `search must have at most ${MAX_SEARCH_LENGTH} characters.`)
  return search === '' ? null : search
}
