import { pageOfLink, UTM_NAMES, type Utm } from '@artel/rules'
import type { LinkFigures as LinkFiguresRow } from '@artel/store'
import type { Link as LinkRow } from '@artel/store/prisma'
import { decodePublicId, linkAddress, linkQrSvg } from '@artel/use-cases'
import { seesAffairsOf, visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { LinkStatus } from '../vocabulary/source.ts'
import { LinkSource } from './link-source.ts'

export const UTM_WORDS: Readonly<Record<(typeof UTM_NAMES)[number], string>> = {
  source: '`utm_source`: where the visitor comes from.',
  medium: '`utm_medium`: by what means.',
  campaign: '`utm_campaign`: which campaign.',
  term: '`utm_term`: a keyword.',
  content: '`utm_content`: which of several.',
}

const UtmShape = builder.objectRef<Utm>('Utm').implement({
  description: 'Campaign parameters of an address.',
  fields: (t) =>
    Object.fromEntries(
      UTM_NAMES.map((name) => [
        name,
        t.string({ nullable: true, description: UTM_WORDS[name], resolve: (utm) => utm[name] ?? null }),
      ]),
    ),
})

const LinkFigures = builder.objectRef<LinkFiguresRow & { readonly link: LinkRow }>('LinkFigures').implement({
  description: 'What came of a link so far.',
  fields: (t) => ({
    clicks: t.int({
      description: 'Visits of people, one an hour and visitor.',
      resolve: ({ humanClicks }) => Number(humanClicks),
    }),
    machineClicks: t.int({
      description: 'Visits of robots, previews and the like, counted apart.',
      resolve: ({ botClicks }) => Number(botClicks),
    }),
    bindings: t.int({
      description: 'Bindings of customers by it.',
      resolve: ({ bindings }) => Number(bindings),
    }),
    purchases: t.int({
      description: 'Purchases that were attributed to it, refunded ones too.',
      resolve: ({ purchases }) => Number(purchases),
    }),
    turnover: t.field({
      type: Money,
      nullable: true,
      description:
        'Bills of those purchases, before discounts and less what was refunded; for the member that sold, and administrators.',
      resolve: ({ link: { coalitionId, memberId: id }, turnoverMinor }, _args, context) =>
        seesAffairsOf(context.principal, { coalitionId, id })
          ? moneyOf(context, coalitionId, turnoverMinor)
          : null,
    }),
  }),
})

async function addressOf({ coalitionId, code }: LinkRow, { loaders, publicUrl }: ApiContext) {
  const { handle } = present(await loaders.coalition({ coalitionId, id: coalitionId }))
  return linkAddress(code, { publicUrl, handle })
}

export const Link = builder.prismaObject('Link', {
  description: 'A link with a code, by which a source brings customers to a member.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is called.' }),
    member: t.field({
      type: Member,
      description: 'Whose customers it brings.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    source: t.field({ type: LinkSource, description: 'Who brings them.', resolve: (link) => link }),
    code: t.exposeString('code', { description: 'Its code, to be printed, spoken and typed.' }),
    url: t.string({
      description: 'Its address: what a poster or a post leads to.',
      resolve: (link, _args, context) => addressOf(link, context),
    }),
    qrSvg: t.string({
      description: 'The QR code of its address, SVG.',
      resolve: async (link, _args, context) => linkQrSvg(await addressOf(link, context)),
    }),
    targetUrl: t.exposeString('targetUrl', {
      nullable: true,
      description: "Where it leads; null = to the first of the member's pages.",
    }),
    pageUrl: t.string({
      nullable: true,
      description: 'Where it leads now, by what the member allows; null = nowhere.',
      resolve: async ({ coalitionId, memberId, targetUrl }, _args, { loaders }) => {
        const { linkPages } = present(await loaders.member({ coalitionId, id: memberId }))
        return pageOfLink(targetUrl, linkPages) ?? null
      },
    }),
    utm: t.field({
      type: UtmShape,
      description: 'Campaign parameters that its page is told, unless the page or the visitor says others.',
      resolve: ({ utm }) => (utm === null ? {} : (JSON.parse(utm) as Utm)),
    }),
    windowDays: t.exposeInt('windowDays', {
      nullable: true,
      description: "Local days that a binding or a click by it counts; null = the coalition's.",
    }),
    status: t.field({
      type: LinkStatus,
      description: 'Whether it brings customers.',
      resolve: ({ status }) => status as typeof LinkStatus.$inferType,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    figures: t.field({
      type: LinkFigures,
      // Counted from rows at each read.
      extensions: { price: 10 },
      description: 'What came of it so far.',
      resolve: async (link, _args, { loaders }) => {
        const { coalitionId, id } = link
        return { ...present(await loaders.figuresOfLink({ coalitionId, id })), link }
      },
    }),
  }),
})
publicNode(Link)

const LinkConnection = builder.connectionObject(
  { type: Link, name: 'LinkConnection' },
  { name: 'LinkConnectionEdge' },
)

const LinksFilter = builder.inputType('LinksFilter', {
  description: 'Which links: those that meet all that is given.',
  fields: (t) => ({
    memberId: t.id({ description: 'Only those that bring customers to this member.' }),
    sourceMemberId: t.id({ description: 'Only those of this member as the source.' }),
    status: t.field({ type: LinkStatus, description: 'Only those of this status.' }),
  }),
})

const idGiven = (id: string | null | undefined, field: string) =>
  id == null ? undefined : uuidOf('member', id, ['filter', field])

builder.queryFields((t) => ({
  link: t.field({
    type: Link,
    nullable: true,
    description: 'A link; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the link.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('link', args.id)
      const where = visibleTo(context.principal).link
      return id && where ? storeOf(context).prisma.link.findFirst({ where: { AND: [where, { id }] } }) : null
    },
  }),
  links: t.field({
    type: LinkConnection,
    description:
      'Links, newest first: all for administrators, for a member those to it and those that it is the source of.',
    args: {
      filter: t.arg({ type: LinksFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).link
      const memberId = idGiven(filter?.memberId, 'memberId')
      const sourceId = idGiven(filter?.sourceMemberId, 'sourceMemberId')
      const asked = {
        ...(memberId === undefined ? {} : { memberId }),
        ...(sourceId === undefined ? {} : { sourceKind: 'MEMBER', sourceId }),
        ...(filter?.status ? { status: filter.status } : {}),
      }
      return idPage(args, 'link', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.link.findMany({ ...range, where: { AND: [where, asked, beyond] } })
          : [],
      )
    },
  }),
}))
