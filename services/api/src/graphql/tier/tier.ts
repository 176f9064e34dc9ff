import type { TierMeasure } from '@artel/rules'
import type { Tier as TierRow } from '@artel/store/prisma'
import type { LadderWithTiers, Principal, TierStandingOf } from '@artel/use-cases'
import { encodePublicId, isToldOf, readTierLadders } from '@artel/use-cases'
import { seesLadder } from '../../auth/visible-growth.ts'
import { type ApiContext, verbContext } from '../../context.ts'
import { Wallet } from '../customer/wallet.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { currencyOf, Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'

export const TierMeasureType = builder.enumType('TierMeasure', {
  description: 'What a ladder of tiers counts.',
  values: {
    SPEND: { description: 'What customers paid in money, refunds taken off.' },
    VISITS: { description: 'Days on which they bought something that they kept.' },
  } as const,
})

/** An amount in the measure of its ladder; null where it is not for the caller to see. */
interface Measured {
  readonly coalitionId: string
  readonly measure: TierMeasure
  readonly value: bigint | null
}

const spendOf = async ({ coalitionId, measure, value }: Measured, context: ApiContext) =>
  measure === 'SPEND' && value !== null
    ? { amountMinor: value, currency: await currencyOf(context, coalitionId) }
    : null

const visitsOf = ({ measure, value }: Measured): number | null =>
  measure === 'VISITS' && value !== null ? Number(value) : null

const TierAmount = builder.objectRef<Measured>('TierAmount').implement({
  description: 'An amount of what a ladder counts: money or days.',
  fields: (t) => ({
    spend: t.field({
      type: Money,
      nullable: true,
      description: 'With SPEND.',
      resolve: (amount, _args, context) => spendOf(amount, context),
    }),
    visits: t.int({
      nullable: true,
      description: 'With VISITS.',
      resolve: visitsOf,
    }),
  }),
})

const measured = ({ coalitionId, measure }: LadderWithTiers, value: bigint | null): Measured => ({
  ...{ coalitionId, value },
  measure: measure as TierMeasure,
})

/** A tier with the ladder that it is of. */
interface TierShape {
  readonly tier: TierRow
  readonly ladder: LadderWithTiers
}

const TierType = builder.objectRef<TierShape>('Tier').implement({
  description: 'A tier of a ladder.',
  fields: (t) => ({
    id: t.id({ description: 'Public id.', resolve: ({ tier }) => encodePublicId('tier', tier.id) }),
    name: t.string({
      description: 'What it is called.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: ({ tier: { nameEn, nameRu } }, { language }) =>
        languageOf(language) === 'en' ? nameEn : nameRu,
    }),
    position: t.int({ description: '1 is the lowest.', resolve: ({ tier }) => tier.position }),
    spend: t.field({
      type: Money,
      nullable: true,
      description: 'With SPEND: so much in the window reaches it.',
      resolve: ({ tier, ladder }, _args, context) => spendOf(measured(ladder, tier.threshold), context),
    }),
    visits: t.int({
      nullable: true,
      description: 'With VISITS: so many days in the window reach it.',
      resolve: ({ tier, ladder }) => visitsOf(measured(ladder, tier.threshold)),
    }),
  }),
})

export const TierLadder = builder.objectRef<LadderWithTiers>('TierLadder').implement({
  description:
    'Tiers that customers reach by what they do in a rolling number of days: of a member, or of the coalition.',
  fields: (t) => ({
    id: t.id({ description: 'Public id.', resolve: ({ id }) => encodePublicId('tierLadder', id) }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose it is, for purchases there; null = the coalition's, for purchases anywhere.",
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    measure: t.field({
      type: TierMeasureType,
      description: 'What it counts.',
      resolve: ({ measure }) => measure as TierMeasure,
    }),
    windowDays: t.exposeInt('windowDays', {
      description:
        "Days of the coalition's calendar that are looked back over, the one of the purchase included.",
    }),
    graceDays: t.exposeInt('graceDays', {
      description: 'So many days longer a tier holds than its window.',
    }),
    tiers: t.field({
      type: [TierType],
      description: 'Lowest first.',
      resolve: (ladder) => ladder.tiers.map((tier) => ({ tier, ladder })),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
})

const NextTier = builder.objectRef<TierShape & { readonly missing: bigint }>('NextTier').implement({
  description: 'The tier after the one that a customer holds.',
  fields: (t) => ({
    tier: t.field({ type: TierType, description: 'The tier.', resolve: (next) => next }),
    missing: t.field({
      type: TierAmount,
      description: 'What is missing for it today; nothing: the next purchase proves it.',
      resolve: ({ ladder, missing }) => measured(ladder, missing),
    }),
  }),
})

/** A standing as the caller sees it. */
interface SeenStanding extends Omit<TierStandingOf, 'value'> {
  readonly value: bigint | null
}

const TierStanding = builder.objectRef<SeenStanding>('TierStanding').implement({
  description: 'Where a customer stands on a ladder.',
  fields: (t) => ({
    ladder: t.expose('ladder', { type: TierLadder, description: 'The ladder.' }),
    tier: t.field({
      type: TierType,
      nullable: true,
      description: 'The highest that the customer holds; null = none yet.',
      resolve: ({ tier, ladder }) => tier && { tier, ladder },
    }),
    sinceDay: t.exposeString('sinceDay', {
      nullable: true,
      description: 'ISO date since which it holds it; null without a tier.',
    }),
    reviewDay: t.exposeString('reviewDay', {
      nullable: true,
      description:
        'ISO date of the first day on which it is not held any more, unless a purchase proves it again before; null without a tier.',
    }),
    value: t.field({
      type: TierAmount,
      description:
        "What the customer did in the window that ends today; nothing on the coalition's ladder for a member and a token that it issued, since that was done elsewhere too.",
      resolve: ({ ladder, value }) => measured(ladder, value),
    }),
    next: t.field({
      type: NextTier,
      nullable: true,
      description: 'The tier after it; null at the top, and where `value` is not told.',
      resolve: ({ next, ladder }) => next && { ...next, ladder },
    }),
  }),
})

/** What a customer does anywhere proves a tier of the coalition: the tier is told, and not how much was done, nor when. */
const seenBy = (principal: Principal, standing: TierStandingOf): SeenStanding =>
  isToldOf(principal, standing.ladder.memberId)
    ? standing
    : { ...standing, value: null, next: null, sinceDay: null, reviewDay: null }

builder.objectField(Wallet, 'tiers', (t) =>
  t.field({
    type: [TierStanding],
    description: "Where the customer stands on each ladder; a member sees the coalition's and its own.",
    resolve: async ({ coalitionId, customerId }, _args, { loaders, principal }) =>
      ((await loaders.tiersOfCustomer({ coalitionId, id: customerId })) ?? [])
        .filter(({ ladder }) => seesLadder(principal, ladder))
        .map((standing) => seenBy(principal, standing)),
  }),
)

builder.queryField('tierLadders', (t) =>
  t.field({
    type: [TierLadder],
    description:
      "Ladders that have not ended, newest first: all for administrators; the coalition's and its own for a member.",
    resolve: async (_root, _args, context) => [...(await readTierLadders(verbContext(context)))],
  }),
)
