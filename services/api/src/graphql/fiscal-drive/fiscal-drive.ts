import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const FiscalDrive = builder.prismaObject('FiscalDrive', {
  description: 'A fiscal drive in a till of a member: what it printed while it was in use is that member’s.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Whose till it is in.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    fn: t.exposeString('fn', { description: 'Its number, 16 digits.' }),
    since: t.expose('since', { type: 'DateTime', description: 'Since when it is in use.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when it was in use, excluded; null: it is.',
    }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When an administrator accepted it as the member’s; null: its sales alone speak for it.',
    }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When it was registered.' }),
  }),
})
publicNode(FiscalDrive)

const FiscalDriveConnection = builder.connectionObject(
  { type: FiscalDrive, name: 'FiscalDriveConnection' },
  { name: 'FiscalDriveConnectionEdge' },
)

builder.queryField('fiscalDrives', (t) =>
  t.field({
    type: FiscalDriveConnection,
    description: 'Fiscal drives, newest first: of a member its own, of administrators all.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).fiscalDrive
      return idPage(args, 'fiscalDrive', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.fiscalDrive.findMany({ ...range, where: { AND: [where, beyond] } })
          : [],
      )
    },
  }),
)
