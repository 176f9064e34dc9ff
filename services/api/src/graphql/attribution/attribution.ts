import { LOSING_REASONS } from '@artel/rules'
import type { Attribution as AttributionRow } from '@artel/store/prisma'
import type { LoserJson } from '@artel/use-cases'
import { seesAffairsOf, visibleTo } from '../../auth/visible.ts'
import { Link } from '../link/link.ts'
import { LinkSource } from '../link/link-source.ts'
import { ownLinkOf } from '../link/own-link-of.ts'
import { builder } from '../vocabulary/builder.ts'

const AttributionVia = builder.enumType('AttributionVia', {
  description: 'How a purchase came to its source, the strongest first.',
  values: {
    CODE: { description: 'The code of the link was typed with the purchase.' },
    BINDING: { description: 'The customer was bound to the source.' },
    CLICK: { description: 'The purchase named a click.' },
    NOBODY: { description: 'Nobody brought the customer.' },
  } as const,
})

const REASONS: Readonly<Record<(typeof LOSING_REASONS)[number], string>> = {
  OTHER_MEMBER: 'The link brings customers to another member.',
  OWN_LINK: 'The customer is the source, or works for it.',
  CODE_OF_RULE: 'The code was that of a rule, which gave something by it.',
  SOURCE_ENDED: 'The source had left, or was suspended.',
  ARCHIVED: 'The link was archived.',
  NOT_YET: 'It was later than the purchase.',
  WINDOW_ENDED: 'Its window had ended.',
  UNKNOWN_CLICK: 'There is no such click.',
  MACHINE: 'It was the click of a machine.',
  REFERRAL_FIRST: "A customer's referral goes before affiliates on the first purchase.",
  OUTRANKED: 'Another came by something stronger.',
  EARLIER_TAKEN: 'An earlier one counts.',
  LATER_TAKEN: 'A later one counts.',
  LOWER_PRIORITY: 'A source of another kind goes before it.',
}

const LosingReason = builder.enumType('LosingReason', {
  description: 'Why a source was not taken.',
  values: Object.fromEntries(
    LOSING_REASONS.map((reason) => [reason, { description: REASONS[reason] }]),
  ) as Record<(typeof LOSING_REASONS)[number], { description: string }>,
})

type LoserShape = LoserJson & { readonly coalitionId: string }

const AttributionLoser = builder.objectRef<LoserShape>('AttributionLoser').implement({
  description: 'A source that was not taken.',
  fields: (t) => ({
    via: t.field({ type: AttributionVia, description: 'What spoke for it.', resolve: ({ via }) => via }),
    reason: t.field({ type: LosingReason, description: 'Why not.', resolve: ({ reason }) => reason }),
    source: t.field({
      type: LinkSource,
      nullable: true,
      description: 'Who it was; null for who may not see the link, and for a click that is not there.',
      resolve: async ({ coalitionId, kind, source, link }, _args, context) => {
        if (!kind || !source || !link || !(await ownLinkOf(context, { coalitionId, id: link }))) return null
        return { coalitionId, sourceKind: kind, sourceId: source }
      },
    }),
    link: t.field({
      type: Link,
      nullable: true,
      description: 'By which link; null for who may not see it, and for a click that is not there.',
      resolve: ({ coalitionId, link }, _args, context) =>
        link ? ownLinkOf(context, { coalitionId, id: link }) : null,
    }),
  }),
})

const Attribution = builder.objectRef<AttributionRow>('Attribution').implement({
  description: 'Who brought the customer of a purchase: decided once, with everyone who was not taken.',
  fields: (t) => ({
    via: t.field({
      type: AttributionVia,
      description: 'How it came to the source.',
      resolve: ({ via }) => via as typeof AttributionVia.$inferType,
    }),
    source: t.field({
      type: LinkSource,
      nullable: true,
      description: 'Who brought the customer; null = nobody.',
      resolve: ({ coalitionId, sourceKind, sourceId }) =>
        sourceKind && sourceId ? { coalitionId, sourceKind, sourceId } : null,
    }),
    link: t.field({
      type: Link,
      nullable: true,
      description: 'By which link; null = by none.',
      resolve: ({ coalitionId, linkId }, _args, context) =>
        linkId ? ownLinkOf(context, { coalitionId, id: linkId }) : null,
    }),
    losers: t.field({
      type: [AttributionLoser],
      description: 'Everyone who was not taken, and why.',
      resolve: ({ coalitionId, losers }) =>
        (JSON.parse(losers) as LoserJson[]).map((loser) => ({ ...loser, coalitionId })),
    }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', description: 'When it was decided.' }),
  }),
})

builder.prismaObjectField('Purchase', 'attribution', (t) =>
  t.field({
    type: Attribution,
    nullable: true,
    description:
      'Who brought the customer, for who reads links at the member that sold, and administrators; null for others, and until it is decided, some seconds after the sale.',
    resolve: ({ coalitionId, id, memberId }, _args, { loaders, principal }) =>
      seesAffairsOf(principal, { coalitionId, id: memberId }) && visibleTo(principal).link
        ? loaders.attributionOfPurchase({ coalitionId, id })
        : null,
  }),
)
