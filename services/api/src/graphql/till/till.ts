import { decodePublicId, encodePublicId, readTills } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

export const Till = builder.prismaObject('Till', {
  description: 'A registered device at a member, where cashiers sign in by PIN.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the member calls it.' }),
    place: t.exposeString('place', { nullable: true, description: 'Where it stands; null = not said.' }),
    member: t.field({
      type: Member,
      description: 'Whose it is.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    lastFour: t.exposeString('lastFour', {
      description: 'The last characters of its secret, to tell tills apart.',
    }),
    idleMinutes: t.exposeInt('idleMinutes', {
      description: "So long a cashier's session there may be left alone, minutes.",
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was registered.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its secret was last used, to the minute; null = never.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null = it works.',
    }),
  }),
})
publicNode(Till)

const TillConnection = builder.connectionObject(
  { type: Till, name: 'TillConnection' },
  { name: 'TillConnectionEdge' },
)

builder.queryField('tills', (t) =>
  t.field({
    type: TillConnection,
    description: 'Tills, newest first: of all members for administrators, its own for a member.',
    args: {
      memberId: t.arg.id({ description: 'Only tills of this member.' }),
      standing: t.arg.boolean({ description: 'true: only those that were not revoked.' }),
      ...pageArgs(),
    },
    resolve: async (_root, { memberId, standing, ...args }, context) => {
      const after = readCursor(args, (cursor) => decodePublicId('till', cursor))
      // A member that may not look finds none, as everywhere.
      const rows = visibleTo(context.principal).till
        ? await readTills(verbContext(context), {
            memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
            ...{ standing: standing ?? null, after, limit: pageSize(args) + 1 },
          })
        : []
      return toPage(rows, args, ({ id }) => encodePublicId('till', id))
    },
  }),
)
