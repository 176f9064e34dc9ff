import {
  AlreadyExistsError,
  CoalitionWindingDownError,
  MemberExitIncompleteError,
  MemberHasObligationsError,
  MemberNotActiveError,
  NotFoundError,
  TermsNotAcceptedError,
} from '@artel/ledger'
import type { Member as MemberRow } from '@artel/store/prisma'
import {
  admitMember,
  closeMember,
  decodePublicId,
  reinstateMember,
  suspendMember,
  updateMember,
} from '@artel/use-cases'
import { seesAffairsOf, seesPositionOf, visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Terms } from '../terms/terms.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { currencyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { MemberStatus } from '../vocabulary/status.ts'
import { ClearingPosition } from './clearing-position.ts'

export const MemberKind = builder.enumType('MemberKind', {
  description: 'What kind of business a member is.',
  values: {
    AUTO_SERVICE: { description: 'Repairs and maintains cars.' },
    CAR_WASH: { description: 'Washes cars.' },
    PARTS_SHOP: { description: 'Sells parts.' },
    TYRE: { description: 'Fits tyres.' },
    INSURANCE: { description: 'Insures.' },
    CLUB: { description: 'A club.' },
    CAFE: { description: 'A cafe.' },
    OTHER: { description: 'Anything else.' },
  } as const,
})

export const MemberSegment = builder.enumType('MemberSegment', {
  description: 'Size of a member.',
  values: {
    SMALL: { description: 'One place, a few people.' },
    MEDIUM: { description: 'A few places.' },
    LARGE: { description: 'A chain.' },
  } as const,
})

export const EarnRuleKind = builder.enumType('EarnRuleKind', {
  description: 'How a sale earns.',
  values: {
    PERCENT: { description: 'A share of the money part.' },
    FIXED: { description: 'A number of points a purchase.' },
  } as const,
})

export const EarnRule = builder.prismaObject('EarnRule', {
  description: "How a member's sales earn.",
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts up from 1.' }),
    kind: t.field({
      type: EarnRuleKind,
      description: 'Share or fixed.',
      resolve: (rule) => rule.kind as typeof EarnRuleKind.$inferType,
    }),
    percentBps: t.exposeInt('percentBps', { description: 'Share of the money part, basis points.' }),
    fixedPoints: t.expose('fixedPoints', { type: 'Points', description: 'Points a purchase.' }),
    minTotalMinor: t.expose('minTotalMinor', {
      type: 'Minor',
      description: 'Bills below this earn nothing, minor units.',
    }),
  }),
})

export const Member = builder.prismaObject('Member', {
  description: 'A business in the coalition.',
  fields: (t) => ({
    handle: t.exposeString('handle', { description: 'Short name for addresses, unique in the coalition.' }),
    name: t.exposeString('name', { description: 'Name for people.' }),
    kind: t.field({
      type: MemberKind,
      description: 'What kind of business it is.',
      resolve: (member) => member.kind as typeof MemberKind.$inferType,
    }),
    segment: t.field({
      type: MemberSegment,
      description: 'Its size.',
      resolve: (member) => member.segment as typeof MemberSegment.$inferType,
    }),
    status: t.field({
      type: MemberStatus,
      description: 'Where it stands in the coalition.',
      resolve: (member) => member.status as typeof MemberStatus.$inferType,
    }),
    brandColor: t.exposeString('brandColor', { nullable: true, description: 'Its colour, #rrggbb.' }),
    brandLogoUrl: t.exposeString('brandLogoUrl', {
      nullable: true,
      description: 'Its logo, an https address.',
    }),
    earnRule: t.field({
      type: EarnRule,
      description: 'How its sales earn now.',
      resolve: async ({ coalitionId, id }, _args, { loaders }) =>
        present(await loaders.earnRuleOfMember({ coalitionId, id })),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was admitted.' }),
    allowedOrigins: t.stringList({
      nullable: true,
      description:
        "Web origins whose pages may call with its customers' tokens. For itself and administrators; null for others.",
      resolve: (member, _args, { principal }) =>
        seesAffairsOf(principal, member) ? member.allowedOrigins : null,
    }),
    linkPages: t.stringList({
      nullable: true,
      description:
        'https pages that links to it may lead to, and all below them; the first is where a link leads that names none. For itself and administrators; null for others.',
      resolve: (member, _args, { principal }) => (seesAffairsOf(principal, member) ? member.linkPages : null),
    }),
    clearingPosition: t.field({
      type: ClearingPosition,
      nullable: true,
      description: 'What the member owes or is owed now. For itself and administrators; null for others.',
      resolve: async (member, _args, context) => {
        const { coalitionId, id } = member
        if (!seesPositionOf(context.principal, member)) return null
        const sums = await context.loaders.clearingOfMember({ coalitionId, id })
        return sums && { ...sums, currency: await currencyOf(context, coalitionId) }
      },
    }),
  }),
})
publicNode(Member)

builder.queryField('member', (t) =>
  t.field({
    type: Member,
    nullable: true,
    description:
      'A member by id; null when there is none that the caller may see. Public profiles need no key.',
    args: { id: t.arg.id({ required: true, description: 'Id of the member.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('member', args.id)
      const where = visibleTo(context.principal).member
      return id && where
        ? storeOf(context).prisma.member.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
)

export const EarnRuleInput = builder.inputType('EarnRuleInput', {
  description: "How a member's sales earn: PERCENT needs `percentBps`, FIXED needs `fixedPoints`.",
  fields: (t) => ({
    kind: t.field({ type: EarnRuleKind, required: true, description: 'Share or fixed.' }),
    percentBps: t.int({ description: 'Share of the money part, basis points.' }),
    fixedPoints: t.field({ type: 'Points', description: 'Points a purchase.' }),
    minTotalMinor: t.field({ type: 'Minor', description: 'Bills below this earn nothing, minor units.' }),
  }),
})

const MemberAdmitInput = builder.inputType('MemberAdmitInput', {
  description: 'A business to admit.',
  fields: (t) => ({
    handle: t.string({ required: true, description: 'Short name for addresses, unique in the coalition.' }),
    name: t.string({ required: true, description: 'Name for people.' }),
    kind: t.field({ type: MemberKind, required: true, description: 'What kind of business it is.' }),
    segment: t.field({
      type: MemberSegment,
      required: true,
      defaultValue: 'SMALL',
      description: 'Its size.',
    }),
    earnRule: t.field({ type: EarnRuleInput, required: true, description: 'How its sales earn.' }),
    allowedOrigins: t.stringList({
      required: true,
      defaultValue: [],
      description: 'Web origins whose pages carry its widget, for example https://wash.example.',
    }),
    brandColor: t.string({ description: 'Its colour, #rrggbb.' }),
    brandLogoUrl: t.string({ description: 'Its logo, an https address.' }),
  }),
})

const MemberAdmitPayload = builder
  .objectRef<Awaited<ReturnType<typeof admitMember>>>('MemberAdmitPayload')
  .implement({
    description: 'The member as admitted.',
    fields: (t) => ({
      member: t.expose('member', { type: Member, description: 'The member, INVITED.' }),
      apiKey: t.exposeString('apiKey', {
        description: "The member's first key, with all that its administrator can give; shown this once.",
      }),
      terms: t.expose('terms', {
        type: Terms,
        description: 'The terms to accept before the member is active.',
      }),
    }),
  })

builder.mutationField('memberAdmit', (t) =>
  t.field({
    type: MemberAdmitPayload,
    description: 'Admits a member, with its first key. Administrators only.',
    errors: { types: [AlreadyExistsError, CoalitionWindingDownError] },
    args: { input: t.arg({ type: MemberAdmitInput, required: true, description: 'The business.' }) },
    resolve: (_root, { input }, context) => admitMember(verbContext(context), given(input)),
  }),
)

const MemberPayload = builder.objectRef<{ member: MemberRow }>('MemberPayload').implement({
  description: 'The member as it is now.',
  fields: (t) => ({ member: t.expose('member', { type: Member, description: 'The member.' }) }),
})

const MemberUpdateInput = builder.inputType('MemberUpdateInput', {
  description: 'Changes of a member. Fields left out stay; null clears a colour or logo.',
  fields: (t) => ({
    memberId: t.id({ description: 'Administrators name the member; a member updates itself.' }),
    name: t.string({ description: 'Name for people.' }),
    earnRule: t.field({ type: EarnRuleInput, description: 'A new version of how its sales earn.' }),
    allowedOrigins: t.stringList({ description: 'Web origins whose pages carry its widget.' }),
    linkPages: t.stringList({
      description:
        'https pages that links to it may lead to, and all below them; the first is where a link leads that names none. 20 at most.',
    }),
    brandColor: t.string({ description: 'Its colour, #rrggbb.' }),
    brandLogoUrl: t.string({ description: 'Its logo, an https address.' }),
  }),
})

builder.mutationField('memberUpdate', (t) =>
  t.field({
    type: MemberPayload,
    description: "Changes a member's name, branding, origins or earn rule.",
    errors: { types: [MemberNotActiveError, NotFoundError] },
    args: { input: t.arg({ type: MemberUpdateInput, required: true, description: 'What changes.' }) },
    resolve: (_root, { input: { memberId, ...changes } }, context) =>
      updateMember(verbContext(context), {
        ...given(changes),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
      }),
  }),
)

const MemberStatusInput = builder.inputType('MemberStatusInput', {
  description: 'The member whose status changes.',
  fields: (t) => ({ memberId: t.id({ required: true, description: 'Id of the member.' }) }),
})

builder.mutationField('memberSuspend', (t) =>
  t.field({
    type: MemberPayload,
    description: 'Stops an active member: no new earning, redemption or customers. Administrators only.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: { input: t.arg({ type: MemberStatusInput, required: true, description: 'The member.' }) },
    resolve: (_root, { input }, context) =>
      suspendMember(verbContext(context), { memberId: uuidOf('member', input.memberId, ['memberId']) }),
  }),
)

builder.mutationField('memberReinstate', (t) =>
  t.field({
    type: MemberPayload,
    description: 'Makes a suspended member active again. Administrators only.',
    errors: { types: [NotFoundError, MemberNotActiveError, TermsNotAcceptedError] },
    args: { input: t.arg({ type: MemberStatusInput, required: true, description: 'The member.' }) },
    resolve: (_root, { input }, context) =>
      reinstateMember(verbContext(context), { memberId: uuidOf('member', input.memberId, ['memberId']) }),
  }),
)

builder.mutationField('memberClose', (t) =>
  t.field({
    type: MemberPayload,
    description:
      'Closes a member for good: one without obligations, or one whose exit is complete. Administrators only.',
    errors: {
      types: [NotFoundError, MemberHasObligationsError, MemberNotActiveError, MemberExitIncompleteError],
    },
    args: { input: t.arg({ type: MemberStatusInput, required: true, description: 'The member.' }) },
    resolve: (_root, { input }, context) =>
      closeMember(verbContext(context), { memberId: uuidOf('member', input.memberId, ['memberId']) }),
  }),
)
