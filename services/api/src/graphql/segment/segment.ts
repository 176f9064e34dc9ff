import { decodePublicId } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { ownsSegment } from '../../auth/visible-growth.ts'
import { storeOf } from '../../context.ts'
import { Customer } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const SegmentCustomersConnection = builder.connectionObject(
  { type: Customer, name: 'SegmentCustomersConnection' },
  { name: 'SegmentCustomersConnectionEdge' },
)

export const Segment = builder.prismaObject('Segment', {
  description: 'A named list of customers that rules may ask for: of a member, or of the coalition.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose it is; null = the coalition's.",
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    name: t.string({
      description: 'What it is called; sentences of rules say it, to customers too.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: ({ nameEn, nameRu }, { language }) => (languageOf(language) === 'en' ? nameEn : nameRu),
    }),
    customerCount: t.int({
      nullable: true,
      description: 'How many customers are in it; null for who does not own it.',
      resolve: async (segment, _args, { loaders, principal }) => {
        if (!ownsSegment(principal, segment)) return null
        const { coalitionId, id } = segment
        return (await loaders.sizeOfSegment({ coalitionId, id })) ?? 0
      },
    }),
    customers: t.field({
      type: SegmentCustomersConnection,
      description: 'Who is in it, newest customers first; empty for who does not own it.',
      args: bothWaysArgs(),
      resolve: (segment, args, context) => {
        const where = visibleTo(context.principal).customer
        const isIn = { segments: { some: { coalitionId: segment.coalitionId, segmentId: segment.id } } }
        return idPage(args, 'customer', async ({ beyond, ...range }) =>
          where && ownsSegment(context.principal, segment)
            ? storeOf(context).prisma.customer.findMany({ ...range, where: { AND: [where, isIn, beyond] } })
            : [],
        )
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
})
publicNode(Segment)

const SegmentConnection = builder.connectionObject(
  { type: Segment, name: 'SegmentConnection' },
  { name: 'SegmentConnectionEdge' },
)

builder.queryFields((t) => ({
  segment: t.field({
    type: Segment,
    nullable: true,
    description: 'A segment; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the segment.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('segment', args.id)
      const where = visibleTo(context.principal).segment
      return id && where
        ? storeOf(context).prisma.segment.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  segments: t.field({
    type: SegmentConnection,
    description:
      "Segments, newest first: all for administrators; its own and the coalition's, which its rules may ask for too, for a member.",
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).segment
      return idPage(args, 'segment', async ({ beyond, ...range }) =>
        where ? storeOf(context).prisma.segment.findMany({ ...range, where: { AND: [where, beyond] } }) : [],
      )
    },
  }),
}))
