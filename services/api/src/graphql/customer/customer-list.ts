import { customersFoundBy, knownDealings } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
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
        'Beginnings of words of the name (case does not matter, and е stands for ё), a card number, a telephone written in any way, or its last four digits, or the beginning of the plate of a vehicle, in Cyrillic or Latin letters. A member finds by telephone those that it enrolled. At most 100 characters.',
    }),
    status: t.field({ type: CustomerStatus, description: 'Only those that this is true of.' }),
    enrolledBy: t.id({
      description:
        'Only those that enrolled at this member. A member names itself alone: who enrolled whom is between those two.',
    }),
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
        ...(filter?.enrolledBy == null ? {} : { enrolledById: enroller(filter.enrolledBy, context) }),
        ...(enrolled ? { createdAt: enrolled } : {}),
      }
      const found = search === null ? {} : customersFoundBy(search, contactedCustomer)
      const near = await idsNear(context, period)
      const own = await ownCustomers(context)
      return idPage(args, 'customer', async ({ beyond, ...range }) =>
        listedCustomer
          ? storeOf(context).prisma.customer.findMany({
              ...range,
              where: { AND: [listedCustomer, asked, found, near, own, beyond] },
            })
          : [],
      )
    },
  }),
)

/** A condition that a small member's customers meet beside `visibleTo`, so that an index leads to them. */
async function ownCustomers(context: ApiContext) {
  const { principal } = context
  const ids = principal.kind === 'member' ? await knownDealings(storeOf(context), principal) : null
  return ids === null ? {} : { id: { in: ids } }
}

/** The member whose enrolments are asked for. To a member, another one is as good as none: it learns nothing of that one's. */
function enroller(publicId: string, { principal }: ApiContext): string {
  const id = uuidOf('member', publicId, ['filter', 'enrolledBy'])
  if (principal.kind === 'member' && principal.memberId !== id)
    throw requestError('BAD_USER_INPUT', 'enrolledBy must name the calling member.')
  return id
}

/** Null when nothing is searched: an emptied field of a form means all. */
function searched(text: string | null | undefined): string | null {
  const search = text?.trim() ?? ''
  if (search.length > MAX_SEARCH_LENGTH)
    throw requestError('BAD_USER_INPUT', `search must have at most ${MAX_SEARCH_LENGTH} characters.`)
  return search === '' ? null : search
}
