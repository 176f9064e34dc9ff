import { type PublicIdNoun, parsePublicId } from '@artel/use-cases'
import { brandWithType } from '@pothos/core'
import { visibleTo } from '../auth/visible.ts'
import { type ApiContext, storeOf } from '../context.ts'
import { requestError } from '../errors/request-error.ts'
import { builder } from './builder.ts'

const MAX_NODES = 100

type Reader = (context: ApiContext, ids: string[]) => Promise<readonly { id: string }[]>

/** How the objects behind public ids are read: one query a noun, and only what the principal may see. */
const READERS: Readonly<Record<PublicIdNoun, { typename: string; read: Reader }>> = {
  coalition: {
    typename: 'Coalition',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).coalition, (where) =>
        storeOf(c).prisma.coalition.findMany({ where: and(where, ids) }),
      ),
  },
  terms: {
    typename: 'Terms',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).terms, (where) =>
        storeOf(c).prisma.terms.findMany({ where: and(where, ids) }),
      ),
  },
  member: {
    typename: 'Member',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).member, (where) =>
        storeOf(c).prisma.member.findMany({ where: and(where, ids) }),
      ),
  },
  customer: {
    typename: 'Customer',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).customer, (where) =>
        storeOf(c).prisma.customer.findMany({ where: and(where, ids) }),
      ),
  },
  purchase: {
    typename: 'Purchase',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).purchase, (where) =>
        storeOf(c).prisma.purchase.findMany({ where: and(where, ids) }),
      ),
  },
  refund: {
    typename: 'Refund',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).refund, (where) =>
        storeOf(c).prisma.refund.findMany({ where: and(where, ids) }),
      ),
  },
  hold: {
    typename: 'Hold',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).hold, (where) =>
        storeOf(c).prisma.hold.findMany({ where: and(where, ids) }),
      ),
  },
  entry: {
    typename: 'StatementEntry',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).entry, (where) =>
        storeOf(c).prisma.entry.findMany({ where: and(where, ids) }),
      ),
  },
  lot: {
    typename: 'Lot',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).lot, (where) => storeOf(c).prisma.lot.findMany({ where: and(where, ids) })),
  },
  apiKey: {
    typename: 'ApiKey',
    read: async (c, ids) =>
      seen(visibleTo(c.principal).apiKey, (where) =>
        storeOf(c).prisma.apiKey.findMany({ where: and(where, ids) }),
      ),
  },
}

builder.queryFields((t) => ({
  node: t.field({
    type: builder.nodeInterfaceRef(),
    nullable: true,
    description: 'The object behind a global id; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'A global id.' }) },
    resolve: async (_root, { id }, context) => (await readNodes(context, [id]))[0] ?? null,
  }),
  nodes: t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    description:
      'The objects behind up to 100 global ids, in their order; null where the caller may see none.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, 100 at most.' }) },
    resolve: (_root, { ids }, context) => readNodes(context, ids),
  }),
}))

/** Reads objects by public id in the order asked, one query a noun; null for what is absent or out of reach. */
async function readNodes(context: ApiContext, publicIds: readonly string[]): Promise<(object | null)[]> {
  if (publicIds.length > MAX_NODES) {
    throw requestError('BAD_USER_INPUT', `Ask for at most ${MAX_NODES} ids at once.`)
  }
  const parsed = publicIds.map((id) => parsePublicId(id))
  const found = new Map<string, object>()
  for (const noun of new Set(parsed.flatMap((id) => (id ? [id.noun] : [])))) {
    const ids = parsed.flatMap((id) => (id?.noun === noun ? [id.uuid] : []))
    const { typename, read } = READERS[noun]
    for (const row of await read(context, ids)) {
      brandWithType(row, typename as never)
      found.set(`${noun}/${row.id}`, row)
    }
  }
  return parsed.map((id) => (id && found.get(`${id.noun}/${id.uuid}`)) ?? null)
}

function and<Where extends object>(where: Where, ids: string[]) {
  return { AND: [where, { id: { in: ids } }] }
}

async function seen<Where, Row>(
  where: Where | null,
  read: (where: Where) => PromiseLike<Row[]>,
): Promise<Row[]> {
  return where === null ? [] : read(where)
}
