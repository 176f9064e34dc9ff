import { describeOffer } from '@artel/rules'
import { encodePublicId, type Offer as OfferRead, readOffers } from '@artel/use-cases'
import { type ApiContext, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { RuleTriggerKind } from '../rule/rule-words.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { idPage } from '../vocabulary/id-page.ts'
import { currencyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'

interface OfferShape extends OfferRead {
  /** Of the rule. */
  readonly id: string
}

const membersOf = (coalitionId: string, ids: readonly string[], { loaders }: ApiContext) =>
  Promise.all(ids.map(async (id) => present(await loaders.member({ coalitionId, id }))))

const Offer = builder.objectRef<OfferShape>('Offer').implement({
  description:
    'What a rule gives today, as customers read of it: never what it may cost, who pays, or how much is left.',
  fields: (t) => ({
    id: t.id({ description: 'Public id of the rule.', resolve: ({ id }) => encodePublicId('rule', id) }),
    name: t.string({
      description: 'What it is called.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: ({ rule }, { language }) => rule.name[languageOf(language)],
    }),
    sentence: t.string({
      description: 'What it gives for what, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: async ({ coalitionId, rule }, { language }, context) =>
        describeOffer(rule, languageOf(language), await currencyOf(context, coalitionId)),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Whose it is; null = the coalition's.",
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    at: t.field({
      type: [Member],
      nullable: true,
      description: 'The active members at whose sales it gives; null = all of the coalition.',
      resolve: ({ coalitionId, at }, _args, context) => at && membersOf(coalitionId, at, context),
    }),
    takenAt: t.field({
      type: [Member],
      description:
        'The active members that take the voucher which it gives: buy there, get here. Empty where it gives none.',
      resolve: ({ coalitionId, takenAt }, _args, context) => membersOf(coalitionId, takenAt, context),
    }),
    on: t.field({
      type: RuleTriggerKind,
      nullable: true,
      description: 'What it gives for where that is no purchase; null = a purchase.',
      resolve: ({ rule }) => rule.when?.on ?? null,
    }),
    lastDay: t.string({
      nullable: true,
      description: 'ISO date of its last day; null = until it is ended.',
      resolve: ({ rule }) => rule.schedule.toDay,
    }),
  }),
})

const OfferConnection = builder.connectionObject(
  { type: Offer, name: 'OfferConnection' },
  { name: 'OfferConnectionEdge' },
)

builder.queryField('offers', (t) =>
  t.field({
    type: OfferConnection,
    nullable: true,
    description:
      "What rules of the caller's coalition and of its active members give today, newest first. A customer's token reads what that customer may use, everybody else what any customer may; rules that take a code are left out. Needs no key: whoever has no coalition names the member whose page it is, and gets null where that is none.",
    args: {
      memberId: t.arg.id({
        description: 'The member whose page it is; required for anonymous callers, and asked of nobody else.',
      }),
      ...pageArgs(),
    },
    resolve: async (_root, { memberId, ...args }, context) => {
      let isThere = true
      const page = await idPage(args, 'rule', async ({ beyond, take }) => {
        const offers = await readOffers(verbContext(context), {
          ...{ after: beyond.id && 'lt' in beyond.id ? beyond.id.lt : null, limit: take },
          ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
        })
        isThere = offers !== null
        return (offers ?? []).map((offer): OfferShape => ({ ...offer, id: offer.rule.ruleId }))
      })
      return isThere ? page : null
    },
  }),
)
