import { dayText, decodePublicId, stateOfEarnCode } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Purchase } from '../purchase/purchase.ts'
import { linesOf, PurchaseLine } from '../purchase/purchase-line.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const EarnCodeStateType = builder.enumType('EarnCodeState', {
  description: 'Where an earn code is today.',
  values: {
    ISSUED: { description: 'Somebody may claim it.' },
    CLAIMED: { description: 'Somebody claimed it.' },
    REVOKED: { description: 'Its member took it back.' },
    EXPIRED: { description: 'Its days are over.' },
  } as const,
})

export const EarnCode = builder.prismaObject('EarnCode', {
  description: 'A bill of a member without a till, for whoever claims it first with its code.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Who issued it.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    receiptRef: t.exposeString('receiptRef', { description: "The member's own receipt number." }),
    total: t.field({
      type: Money,
      description: 'The whole bill.',
      resolve: ({ coalitionId, totalMinor }, _args, context) => moneyOf(context, coalitionId, totalMinor),
    }),
    lines: t.field({ type: [PurchaseLine], description: 'Its lines as sent.', resolve: linesOf }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'When the sale happened: it earns as of then.',
    }),
    lastDay: t.string({
      description: 'Last local day on which it is claimed, ISO date.',
      resolve: ({ lastDay }) => dayText(lastDay),
    }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', description: 'When it was issued.' }),
    state: t.field({
      type: EarnCodeStateType,
      description: 'Where it is today.',
      resolve: async (row, _args, { loaders }) => {
        const { coalitionId } = row
        return stateOfEarnCode(row, present(await loaders.todayOfCoalition({ coalitionId, id: coalitionId })))
      },
    }),
    claimedAt: t.expose('claimedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody claimed it; null: nobody did.',
    }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: 'What it became; null: nobody claimed it.',
      resolve: async ({ coalitionId, purchaseId, claimedAt }, _args, { loaders }) =>
        purchaseId === null || claimedAt === null
          ? null
          : ((await loaders.purchase({ coalitionId, id: purchaseId })) ?? null),
    }),
  }),
})
publicNode(EarnCode)

const EarnCodeConnection = builder.connectionObject(
  { type: EarnCode, name: 'EarnCodeConnection' },
  { name: 'EarnCodeConnectionEdge' },
)

builder.queryFields((t) => ({
  earnCode: t.field({
    type: EarnCode,
    nullable: true,
    description: 'An earn code by its id; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the earn code.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('earnCode', args.id)
      const where = visibleTo(context.principal).earnCode
      return id && where
        ? storeOf(context).prisma.earnCode.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  earnCodes: t.field({
    type: EarnCodeConnection,
    description: 'Earn codes, newest first: of a member its own, of administrators all.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).earnCode
      return idPage(args, 'earnCode', async ({ beyond, ...range }) =>
        where ? storeOf(context).prisma.earnCode.findMany({ ...range, where: { AND: [where, beyond] } }) : [],
      )
    },
  }),
}))
