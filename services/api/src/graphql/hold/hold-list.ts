import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { idsNear, within } from '../vocabulary/period.ts'
import { HoldStatus } from '../vocabulary/status.ts'
import { Hold } from './hold.ts'

const HoldsFilter = builder.inputType('HoldsFilter', {
  description: 'Which holds: those that meet all that is given.',
  fields: (t) => ({
    status: t.field({ type: HoldStatus, description: 'Only those that this became of.' }),
    memberId: t.id({ description: 'Only those for orders at this member.' }),
    customerId: t.id({ description: "Only those of this customer's points." }),
    orderRef: t.string({
      description: "Only those for the order of this number: the member's own name of it, as it was given.",
    }),
    endsFrom: t.field({ type: 'DateTime', description: 'Only those whose time-out is then or later.' }),
    endsBefore: t.field({ type: 'DateTime', description: 'Only those whose time-out is before then.' }),
  }),
})

const HoldsConnection = builder.connectionObject(
  { type: Hold, name: 'HoldsConnection' },
  { name: 'HoldsConnectionEdge' },
)

builder.queryField('holds', (t) =>
  t.field({
    type: HoldsConnection,
    description: "Holds, newest first: the coalition's for administrators, its own for a member.",
    args: {
      filter: t.arg({ type: HoldsFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).hold
      const { status, memberId, customerId, orderRef, endsFrom, endsBefore } = filter ?? {}
      const expiresAt = within({ from: endsFrom, to: endsBefore })
      const asked = {
        ...(status == null ? {} : { status }),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
        ...(customerId == null
          ? {}
          : { customerId: uuidOf('customer', customerId, ['filter', 'customerId']) }),
        ...(orderRef == null ? {} : { orderRef: orderRef.trim() }),
        ...(expiresAt ? { expiresAt } : {}),
      }
      // A hold is made before it ends.
      const near = await idsNear(context, { to: endsBefore })
      return idPage(args, 'hold', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.hold.findMany({ ...range, where: { AND: [where, asked, near, beyond] } })
          : [],
      )
    },
  }),
)
