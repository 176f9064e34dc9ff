import { databaseNow } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { ApiKey } from './api-key.ts'

const ApiKeyState = builder.enumType('ApiKeyState', {
  description: 'Whether a key was ended.',
  values: {
    LIVING: { description: 'Neither revoked nor past its end. It works, unless its member is closed.' },
    OVER: { description: 'It was revoked, or has ended by itself.' },
  } as const,
})

const ApiKeysFilter = builder.inputType('ApiKeysFilter', {
  description: 'Which keys: those that meet all that is given.',
  fields: (t) => ({
    state: t.field({ type: ApiKeyState, description: 'Only those that this is true of.' }),
    memberId: t.id({ description: 'Only those of this member.' }),
    ofCoalition: t.boolean({
      description: "true: only the administrators' keys. Does not go with `memberId`.",
    }),
  }),
})

const ApiKeysConnection = builder.connectionObject(
  { type: ApiKey, name: 'ApiKeysConnection' },
  { name: 'ApiKeysConnectionEdge' },
)

builder.queryField('apiKeys', (t) =>
  t.field({
    type: ApiKeysConnection,
    description:
      "Keys, newest first: the coalition's and its members' for administrators, its own for a member.",
    args: {
      filter: t.arg({ type: ApiKeysFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).apiKey
      const { state, memberId, ofCoalition } = filter ?? {}
      if (memberId != null && ofCoalition)
        throw requestError('BAD_USER_INPUT', 'ofCoalition and memberId name different owners: give one.')
      const store = storeOf(context)
      const asked: Prisma.ApiKeyWhereInput = {
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
        ...(ofCoalition ? { memberId: null } : {}),
        ...(state == null ? {} : inState(state, await databaseNow(store.pool))),
      }
      return idPage(args, 'apiKey', async ({ beyond, ...range }) =>
        where ? store.prisma.apiKey.findMany({ ...range, where: { AND: [where, asked, beyond] } }) : [],
      )
    },
  }),
)

function inState(state: typeof ApiKeyState.$inferType, now: Date): Prisma.ApiKeyWhereInput {
  return state === 'LIVING'
    ? { revokedAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
    : { OR: [{ revokedAt: { not: null } }, { endsAt: { lte: now } }] }
}
