import { decodePublicId } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf } from '../../context.ts'
import { Affiliate } from '../affiliate/affiliate.ts'
import { Member } from '../member/member.ts'
import { Purchase } from '../purchase/purchase.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { CommissionStatus } from '../vocabulary/status.ts'
import { CommissionProgramme } from './commission-programme.ts'
import { CommissionLineKind, CommissionReason } from './commission-words.ts'

builder.prismaObject('CommissionLine', {
  description: 'One change of a commission. Lines of a ladder may be negative by themselves.',
  fields: (t) => ({
    kind: t.field({
      type: CommissionLineKind,
      description: 'What changed it.',
      resolve: ({ kind }) => kind as typeof CommissionLineKind.$inferType,
    }),
    volume: t.field({
      type: Money,
      description: 'What counts of the sale, signed.',
      resolve: ({ coalitionId, volumeMinor }, _args, context) => moneyOf(context, coalitionId, volumeMinor),
    }),
    amount: t.field({
      type: Money,
      description: 'What it is worth, signed.',
      resolve: ({ coalitionId, amountMinor }, _args, context) => moneyOf(context, coalitionId, amountMinor),
    }),
    isBooked: t.boolean({
      description: 'It is in the books, or was written down.',
      resolve: ({ postingId }) => postingId !== null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
  }),
})

export const Commission = builder.prismaObject('Commission', {
  description: 'What a sale is worth to who brought its customer.',
  fields: (t) => ({
    programme: t.field({
      type: CommissionProgramme,
      description: 'What it is paid by.',
      resolve: async ({ coalitionId, programmeId }, _args, { loaders }) =>
        present(await loaders.commissionProgramme({ coalitionId, id: programmeId })),
    }),
    version: t.exposeInt('version', { description: 'The version of the programme that it was made under.' }),
    payer: t.field({
      type: Member,
      description: 'Who sold, and pays.',
      resolve: async ({ coalitionId, payerId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: payerId })),
    }),
    affiliate: t.field({
      type: Affiliate,
      nullable: true,
      description: 'Who is paid, where it is an affiliate.',
      resolve: ({ coalitionId, affiliateId }, _args, { loaders }) =>
        affiliateId === null ? null : loaders.affiliate({ coalitionId, id: affiliateId }),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Who is paid, where it is a member.',
      resolve: ({ coalitionId, affiliateId, payeeId }, _args, { loaders }) =>
        affiliateId === null ? loaders.member({ coalitionId, id: payeeId }) : null,
    }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: 'The sale, for who may see it: its payer and administrators.',
      resolve: async ({ coalitionId, purchaseId, payerId }, _args, { loaders, principal }) => {
        const seen = visibleTo(principal).purchase
        const isSeen =
          principal.kind === 'admin' || (principal.kind === 'member' && principal.memberId === payerId)
        return seen !== null && isSeen ? loaders.purchase({ coalitionId, id: purchaseId }) : null
      },
    }),
    soldOn: t.string({
      description: "ISO date of the sale, by the coalition's calendar.",
      resolve: ({ soldOn }) => soldOn.toISOString().slice(0, 10),
    }),
    rateBps: t.exposeInt('rateBps', {
      nullable: true,
      description: 'The rate that it was made at; null under a ladder by money, and of a fixed sum.',
    }),
    volume: t.field({
      type: Money,
      description: 'What counts of the sale by now.',
      resolve: ({ coalitionId, volumeMinor }, _args, context) => moneyOf(context, coalitionId, volumeMinor),
    }),
    amount: t.field({
      type: Money,
      description: 'What it is worth by now.',
      resolve: ({ coalitionId, amountMinor }, _args, context) => moneyOf(context, coalitionId, amountMinor),
    }),
    status: t.field({
      type: CommissionStatus,
      description: 'How far it is.',
      resolve: ({ status }) => status as typeof CommissionStatus.$inferType,
    }),
    reason: t.field({
      type: CommissionReason,
      nullable: true,
      description: 'Why it was rejected.',
      resolve: ({ reason }) => reason as typeof CommissionReason.$inferType | null,
    }),
    dueOn: t.string({
      description: 'ISO date from which it may become money.',
      resolve: ({ dueOn }) => dueOn.toISOString().slice(0, 10),
    }),
    lines: t.relation('lines', {
      query: { orderBy: { id: 'asc' } },
      description: 'How it came to what it is.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When it changed last.' }),
  }),
})
publicNode(Commission)

const CommissionConnection = builder.connectionObject(
  { type: Commission, name: 'CommissionConnection' },
  { name: 'CommissionConnectionEdge' },
)

const CommissionsFilter = builder.inputType('CommissionsFilter', {
  description: 'Which commissions: those that meet all that is given.',
  fields: (t) => ({
    status: t.field({ type: CommissionStatus, description: 'Only those that are here.' }),
    affiliateId: t.id({ description: 'Only those of this affiliate.' }),
    programmeId: t.id({ description: 'Only those of this programme.' }),
  }),
})

builder.queryFields((t) => ({
  commission: t.field({
    type: Commission,
    nullable: true,
    description: 'A commission; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the commission.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('commission', args.id)
      const where = visibleTo(context.principal).commission
      return id && where
        ? storeOf(context).prisma.commission.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  commissions: t.field({
    type: CommissionConnection,
    description:
      'Commissions, newest first: all for administrators, for a member those that it pays or is paid.',
    args: {
      filter: t.arg({ type: CommissionsFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).commission
      const { status, affiliateId, programmeId } = filter ?? {}
      const asked = {
        ...(status == null ? {} : { status }),
        ...(affiliateId == null
          ? {}
          : { affiliateId: uuidOf('affiliate', affiliateId, ['filter', 'affiliateId']) }),
        ...(programmeId == null
          ? {}
          : { programmeId: uuidOf('commissionProgramme', programmeId, ['filter', 'programmeId']) }),
      }
      return idPage(args, 'commission', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.commission.findMany({ ...range, where: { AND: [where, asked, beyond] } })
          : [],
      )
    },
  }),
}))
