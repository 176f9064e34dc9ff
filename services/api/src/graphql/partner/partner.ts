import { describeEarning, describeTaking } from '@artel/rules'
import { encodePublicId, type Partner as PartnerRead, parsePublicId, readPartners } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { currencyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'

const Partner = builder.objectRef<PartnerRead>('Partner').implement({
  description: 'A member of the coalition, as its customers read of it.',
  fields: (t) => ({
    member: t.expose('member', { type: Member, description: 'The member.' }),
    site: t.string({
      nullable: true,
      description: 'Its page for customers, an https address; null where it has told none.',
      resolve: ({ member }) => member.linkPages[0] ?? null,
    }),
    earns: t.string({
      description: 'What a purchase there earns by its earn rule, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: async ({ member, earnRule }, { language }, context) =>
        describeEarning(earnRule, languageOf(language), await currencyOf(context, member.coalitionId)),
    }),
    takes: t.string({
      description: 'How much of a bill points pay there, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: ({ maxPointsShareBps }, { language }) =>
        describeTaking(maxPointsShareBps, languageOf(language)),
    }),
  }),
})

const PartnerConnection = builder.connectionObject(
  { type: Partner, name: 'PartnerConnection' },
  { name: 'PartnerConnectionEdge' },
)

builder.queryField('partners', (t) =>
  t.field({
    type: PartnerConnection,
    nullable: true,
    description:
      "Active members of the caller's coalition in the order in which they were admitted. Needs no key: whoever has no coalition names the member whose page it is, and gets null where that is none.",
    args: {
      memberId: t.arg.id({
        description: 'The member whose page it is; required for anonymous callers, and asked of nobody else.',
      }),
      ...pageArgs(),
    },
    resolve: async (_root, { memberId, ...args }, context) => {
      const after = readCursor(args, (cursor) => {
        const id = parsePublicId(cursor)
        return id?.noun === 'member' ? id.uuid : undefined
      })
      const partners = await readPartners(verbContext(context), {
        ...{ after, limit: pageSize(args) + 1 },
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
      })
      return partners && toPage(partners, args, ({ member }) => encodePublicId('member', member.id))
    },
  }),
)
