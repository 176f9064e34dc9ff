import { WITH_SELLER } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { idsNear, within } from '../vocabulary/period.ts'
import { present } from '../vocabulary/present.ts'
import { ActivityEntry, activityEntryOf, EntryKind } from './activity.ts'
import { Customer } from './customer.ts'

builder.objectField(ActivityEntry, 'customer', (t) =>
  t.field({
    type: Customer,
    description: 'Whose points they are.',
    resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
      present(await loaders.customer({ coalitionId, id: customerId })),
  }),
)

const EntriesFilter = builder.inputType('EntriesFilter', {
  description: 'Which entries: those that meet all that is given.',
  fields: (t) => ({
    kinds: t.field({ type: [EntryKind], description: 'Only those of one of these kinds.' }),
    customerId: t.id({ description: "Only those of this customer's points." }),
    memberId: t.id({ description: 'Only those that happened at this member.' }),
    postedFrom: t.field({ type: 'DateTime', description: 'Only those booked then or later.' }),
    postedTo: t.field({ type: 'DateTime', description: 'Only those booked before then.' }),
  }),
})

const EntriesConnection = builder.connectionObject(
  { type: ActivityEntry, name: 'EntriesConnection' },
  { name: 'EntriesConnectionEdge' },
)

builder.queryField('entries', (t) =>
  t.field({
    type: EntriesConnection,
    description:
      "Entries of customers' points, newest first: the coalition's for administrators, for a member those at it. Points of its sales that others paid for stand in the customer's activity.",
    args: {
      filter: t.arg({ type: EntriesFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).entry
      const { kinds, customerId, memberId } = filter ?? {}
      const period = { from: filter?.postedFrom, to: filter?.postedTo }
      const postedAt = within(period)
      const asked = {
        customerId:
          customerId == null ? { not: null } : uuidOf('customer', customerId, ['filter', 'customerId']),
        ...(kinds == null ? {} : { kind: { in: [...kinds] } }),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
        ...(postedAt ? { postedAt } : {}),
      }
      const near = await idsNear(context, period)
      return idPage(args, 'entry', async ({ beyond, ...range }) => {
        const rows = where
          ? await storeOf(context).prisma.entry.findMany({
              ...range,
              where: { AND: [where, asked, near, beyond, bookedBy(context)] },
              include: WITH_SELLER,
            })
          : []
        return rows.map((row) => activityEntryOf(row))
      })
    },
  }),
)

/** What a member's list is found by: it begins at an index of its own entries, and leaves out those that it only paid for. */
const bookedBy = ({ principal }: ApiContext) =>
  principal.kind === 'member' ? { memberId: principal.memberId } : {}
