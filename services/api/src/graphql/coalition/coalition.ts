import { AlreadyExistsError } from '@artel/ledger'
import { coalitionNow } from '@artel/store'
import { encodePublicId, openCoalition, parsePublicId, readTermsInForce } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Terms, TermsInput } from '../terms/terms.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { ChainHead, readChainOf } from './chain-head.ts'
import { Coverage, readCoverageOf } from './coverage.ts'

export const CoalitionMode = builder.enumType('CoalitionMode', {
  description: 'Whether the money is real. Test and live data never mix.',
  values: {
    TEST: { description: 'A sandbox, with a movable clock.' },
    LIVE: { description: 'The real thing.' },
  } as const,
})

const CoalitionMembersConnection = builder.connectionObject(
  { type: Member, name: 'CoalitionMembersConnection' },
  { name: 'CoalitionMembersConnectionEdge' },
)

export const Coalition = builder.prismaObject('Coalition', {
  description: 'Members that share one points currency.',
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'Short name for addresses, unique in the deployment.' }),
    name: t.exposeString('name', { description: 'Name for people.' }),
    pointsName: t.exposeString('pointsName', { description: 'What the points are called.' }),
    pointsSymbol: t.exposeString('pointsSymbol', { description: 'Symbol of the points.' }),
    currency: t.exposeString('currency', {
      description: 'ISO 4217 code of the money of bills and settlement.',
    }),
    timeZone: t.expose('timeZone', {
      type: 'TimeZone',
      description: "Zone of the coalition's accounting days.",
    }),
    locales: t.exposeStringList('locales', { description: 'Languages it speaks, the main one first.' }),
    mode: t.field({
      type: CoalitionMode,
      description: 'Sandbox or live.',
      resolve: (coalition) => coalition.mode as typeof CoalitionMode.$inferType,
    }),
    now: t.field({
      type: 'DateTime',
      description: "The coalition's clock now; a sandbox's clock can be moved ahead.",
      resolve: (coalition, _args, context) => coalitionNow(storeOf(context), coalition.id),
    }),
    terms: t.field({
      type: Terms,
      description: 'Terms in force.',
      resolve: async (coalition, _args, context) =>
        present(await readTermsInForce(storeOf(context), coalition.id)),
    }),
    members: t.field({
      type: CoalitionMembersConnection,
      description: 'Members in the order in which they were admitted.',
      args: pageArgs(),
      resolve: async (coalition, args, context) => {
        const after = readCursor(args, (cursor) => {
          const id = parsePublicId(cursor)
          return id?.noun === 'member' ? id.uuid : undefined
        })
        const where = visibleTo(context.principal).member
        const take = pageSize(args) + 1
        const rows = where
          ? await storeOf(context).prisma.member.findMany({
              where: { AND: [where, { coalitionId: coalition.id }, after ? { id: { gt: after } } : {}] },
              orderBy: { id: 'asc' },
              take,
            })
          : []
        return toPage(rows, args, (member) => encodePublicId('member', member.id))
      },
    }),
    coverage: t.field({
      type: Coverage,
      description:
        'Reserve and contingent obligations against outstanding points. Administrators and members.',
      resolve: (coalition, _args, context) => readCoverageOf(context, coalition),
    }),
    chain: t.field({
      type: ChainHead,
      description: 'The end of its chain of batches, for writing down. Administrators and members.',
      resolve: (coalition, _args, context) => readChainOf(context, coalition),
    }),
  }),
})
publicNode(Coalition)

builder.queryField('coalition', (t) =>
  t.field({
    type: Coalition,
    nullable: true,
    description: "The caller's coalition; null for callers that have none.",
    resolve: (_root, _args, context) => {
      const where = visibleTo(context.principal).coalition
      return where && storeOf(context).prisma.coalition.findFirst({ where })
    },
  }),
)

const CoalitionOpenInput = builder.inputType('CoalitionOpenInput', {
  description: 'A coalition to open, with its first terms.',
  fields: (t) => ({
    handle: t.string({ required: true, description: 'Short name for addresses, unique in the deployment.' }),
    name: t.string({ required: true, description: 'Name for people.' }),
    pointsName: t.string({ required: true, description: 'What the points are called.' }),
    pointsSymbol: t.string({ required: true, description: 'Symbol of the points.' }),
    currency: t.string({
      required: true,
      defaultValue: 'RUB',
      description: 'ISO 4217 code of bills and settlement.',
    }),
    timeZone: t.field({
      type: 'TimeZone',
      required: true,
      defaultValue: 'Europe/Moscow',
      description: 'Zone of the accounting days.',
    }),
    locales: t.stringList({
      required: true,
      defaultValue: ['ru', 'en'],
      description: 'Languages, the main one first.',
    }),
    mode: t.field({
      type: CoalitionMode,
      required: true,
      defaultValue: 'TEST',
      description: 'Sandbox or live.',
    }),
    terms: t.field({ type: TermsInput, required: true, description: 'Version 1 of the terms.' }),
  }),
})

const CoalitionOpenPayload = builder
  .objectRef<Awaited<ReturnType<typeof openCoalition>>>('CoalitionOpenPayload')
  .implement({
    description: 'The coalition as opened.',
    fields: (t) => ({
      coalition: t.expose('coalition', { type: Coalition, description: 'The coalition.' }),
      adminKey: t.exposeString('adminKey', { description: "The administrator's key, shown this once." }),
    }),
  })

builder.mutationField('coalitionOpen', (t) =>
  t.field({
    type: CoalitionOpenPayload,
    description: 'Opens a coalition with its first terms. Operators only.',
    errors: { types: [AlreadyExistsError] },
    args: {
      input: t.arg({ type: CoalitionOpenInput, required: true, description: 'The coalition and its terms.' }),
    },
    resolve: (_root, { input }, context) => openCoalition(verbContext(context), given(input)),
  }),
)
