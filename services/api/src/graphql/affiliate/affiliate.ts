import { minor } from '@artel/ledger'
import { sumOf } from '@artel/store'
import type { AffiliateTerms as TermsRow } from '@artel/store/prisma'
import { decodePublicId } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { documentPaths } from '../vocabulary/document-paths.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { currencyOf, ExactMoney, Money, moneyOf } from '../vocabulary/money.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { AffiliateStatus } from '../vocabulary/status.ts'

export const AffiliateKind = builder.enumType('AffiliateKind', {
  description: 'What an affiliate is.',
  values: {
    PERSON: { description: 'Somebody who recommends.' },
    BLOGGER: { description: 'Somebody whom many watch or read.' },
    CLUB: { description: 'A club or a community.' },
    INSURER: { description: 'An insurance agent or company.' },
    SCHOOL: { description: 'A driving school or the like.' },
    OTHER: { description: 'Anything else.' },
  } as const,
})

export const AffiliateTerms = builder.objectRef<TermsRow>('AffiliateTerms').implement({
  description: 'What affiliates agree to, word for word. A version of it never changes.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts up from 1; the last one is accepted today.' }),
    textEn: t.exposeString('textEn', { description: 'In English.' }),
    textRu: t.exposeString('textRu', { description: 'In Russian.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'Since when it holds.' }),
  }),
})

const AffiliateStatement = builder.prismaObject('AffiliateStatement', {
  description: "What an affiliate's account went through in a window. Below 0: it is owed.",
  fields: (t) => ({
    windowNo: t.exposeInt('windowNo', { description: 'Number of the window.' }),
    opening: t.field({
      type: ExactMoney,
      description: 'The closing of the statement before.',
      resolve: (row, _args, context) => exact(row.coalitionId, sumOf(row.opening), context),
    }),
    net: t.field({
      type: ExactMoney,
      description: 'Sum of all lines but payments.',
      resolve: (row, _args, context) => exact(row.coalitionId, sumOf(row.net), context),
    }),
    payments: t.field({
      type: ExactMoney,
      description: 'What it paid, less what it was paid.',
      resolve: (row, _args, context) => exact(row.coalitionId, sumOf(row.payments), context),
    }),
    toPay: t.field({
      type: Money,
      description: 'The closing, as it is printed. What of it is paid, the plan decides.',
      resolve: ({ coalitionId, closingMinor }, _args, context) =>
        moneyOf(context, coalitionId, sumOf(closingMinor)),
    }),
    lineCount: t.exposeInt('lineCount', { description: 'How many lines it has.' }),
    lineHash: t.exposeString('lineHash', { description: 'Chained SHA-256 of its lines, hex.' }),
    statedAt: t.expose('statedAt', { type: 'DateTime', description: 'When it was made.' }),
    documents: t.stringList({
      description: 'Paths of the statement as PDF, CSV and JSON, for GET with the same Authorization.',
      resolve: ({ id }) => documentPaths(id),
    }),
  }),
})

const exact = async (coalitionId: string, amountMicros: bigint, context: ApiContext) => ({
  amountMicros,
  currency: await currencyOf(context, coalitionId),
})

const AffiliateStatementConnection = builder.connectionObject(
  { type: AffiliateStatement, name: 'AffiliateStatementConnection' },
  { name: 'AffiliateStatementConnectionEdge' },
)

/** Who administers the coalition sees how to reach an affiliate, and what it is owed. */
const isAdministrators = ({ principal }: ApiContext, coalitionId: string): boolean =>
  principal.kind === 'admin' && principal.coalitionId === coalitionId

export const Affiliate = builder.prismaObject('Affiliate', {
  description: 'Who brings customers and is paid in money for it: a party of the settlement, and no member.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What members and customers read.' }),
    kind: t.field({
      type: AffiliateKind,
      description: 'What it is.',
      resolve: ({ kind }) => kind as typeof AffiliateKind.$inferType,
    }),
    status: t.field({
      type: AffiliateStatus,
      description: 'Where it is.',
      resolve: ({ status }) => status as typeof AffiliateStatus.$inferType,
    }),
    legalName: t.string({
      nullable: true,
      description: 'For administrators; null for others.',
      resolve: ({ coalitionId, legalName }, _args, context) =>
        isAdministrators(context, coalitionId) ? legalName : null,
    }),
    email: t.string({
      nullable: true,
      description: 'For administrators; null for others.',
      resolve: ({ coalitionId, email }, _args, context) =>
        isAdministrators(context, coalitionId) ? email : null,
    }),
    termsVersion: t.exposeInt('termsVersion', { description: 'The terms that it accepted when it applied.' }),
    minPayout: t.field({
      type: Money,
      description: 'Less than this is carried forward.',
      resolve: ({ coalitionId, minPayoutMinor }, _args, context) =>
        moneyOf(context, coalitionId, minPayoutMinor),
    }),
    owed: t.field({
      type: ExactMoney,
      nullable: true,
      description: 'What it is owed now, for administrators; below 0 where it was paid too much.',
      resolve: async ({ coalitionId, id }, _args, context) =>
        isAdministrators(context, coalitionId)
          ? exact(
              coalitionId,
              (await context.loaders.payableOfAffiliate({ coalitionId, id })) ?? minor(0n),
              context,
            )
          : null,
    }),
    statements: t.field({
      type: AffiliateStatementConnection,
      description: 'Its statements, newest first; empty for members.',
      args: bothWaysArgs(),
      resolve: ({ coalitionId, id: affiliateId }, args, context) => {
        const where = visibleTo(context.principal).affiliateStatement
        return idPage(args, 'statement', async ({ beyond, ...range }) =>
          where
            ? storeOf(context).prisma.affiliateStatement.findMany({
                ...range,
                where: { AND: [where, { coalitionId, affiliateId }, beyond] },
              })
            : [],
        )
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it applied.' }),
    changedAt: t.expose('changedAt', {
      type: 'DateTime',
      description: 'When something was last decided about it.',
    }),
  }),
})
publicNode(Affiliate)

const AffiliateConnection = builder.connectionObject(
  { type: Affiliate, name: 'AffiliateConnection' },
  { name: 'AffiliateConnectionEdge' },
)

const AffiliatesFilter = builder.inputType('AffiliatesFilter', {
  description: 'Which affiliates: those that meet all that is given.',
  fields: (t) => ({ status: t.field({ type: AffiliateStatus, description: 'Only those that are here.' }) }),
})

builder.queryFields((t) => ({
  affiliateTerms: t.field({
    type: AffiliateTerms,
    nullable: true,
    description: 'What affiliates of a coalition agree to today; null where there are no such terms.',
    args: { coalitionId: t.arg.id({ required: true, description: 'Id of the coalition.' }) },
    resolve: (_root, args, context) => {
      const coalitionId = decodePublicId('coalition', args.coalitionId)
      return coalitionId
        ? storeOf(context).prisma.affiliateTerms.findFirst({
            where: { coalitionId },
            orderBy: { version: 'desc' },
          })
        : null
    },
  }),
  affiliate: t.field({
    type: Affiliate,
    nullable: true,
    description: 'An affiliate; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the affiliate.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('affiliate', args.id)
      const where = visibleTo(context.principal).affiliate
      return id && where
        ? storeOf(context).prisma.affiliate.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  affiliates: t.field({
    type: AffiliateConnection,
    description:
      'Affiliates, newest first: all for administrators; for a member those that it has a programme with or that brought it a sale.',
    args: {
      filter: t.arg({ type: AffiliatesFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).affiliate
      const asked = filter?.status == null ? {} : { status: filter.status }
      return idPage(args, 'affiliate', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.affiliate.findMany({ ...range, where: { AND: [where, asked, beyond] } })
          : [],
      )
    },
  }),
}))
