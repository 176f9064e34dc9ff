import { describeRule, type NameOf, type RuleVersion as RuleVersionRead } from '@artel/rules'
import type { RuleVersion as RuleVersionRow } from '@artel/store/prisma'
import { decodePublicId, ruleVersionOf, statusOfRule } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { actorId } from '../vocabulary/actor-id.ts'
import { builder } from '../vocabulary/builder.ts'
import { type BothWaysArgs, bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { currencyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { RuleStatus } from '../vocabulary/status.ts'
import { RuleAcceptance, RuleCost } from './rule-acceptance.ts'
import { type DefinitionShape, RuleDefinitionType } from './rule-definition.ts'

const languageArg = { type: Language, description: 'Russian when left out.' } as const

const definitionOf = async (row: RuleVersionRow, context: ApiContext): Promise<DefinitionShape> => ({
  ...ruleVersionOf(row),
  coalitionId: row.coalitionId,
  currency: await currencyOf(context, row.coalitionId),
})

async function sentenceOf(
  row: RuleVersionRow,
  language: typeof Language.$inferType | null | undefined,
  context: ApiContext,
): Promise<string> {
  const rule = ruleVersionOf(row)
  const [currency, nameOf] = await Promise.all([
    currencyOf(context, row.coalitionId),
    namesOf(context, row.coalitionId, rule),
  ])
  return describeRule(rule, languageOf(language), currency, nameOf)
}

/** Names of the members that a rule names. */
async function namesOf(
  { loaders }: ApiContext,
  coalitionId: string,
  { at = [], pays = [] }: RuleVersionRead,
): Promise<NameOf> {
  const ids = new Set([...at, ...pays.map(({ payerId }) => payerId)])
  ids.delete(coalitionId)
  const members = await Promise.all([...ids].map((id) => loaders.member({ coalitionId, id })))
  const names = new Map(members.flatMap((member) => (member ? [[member.id, member.name] as const] : [])))
  return (id) => names.get(id)
}

export const RuleVersion = builder.prismaObject('RuleVersion', {
  description: 'One version of a rule: purchases name the versions that they were decided under.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Counts up from 1.' }),
    definition: t.field({
      type: RuleDefinitionType,
      description: 'What it says.',
      resolve: (row, _args, context) => definitionOf(row, context),
    }),
    sentence: t.string({
      description: 'What it says, as one sentence.',
      args: { language: t.arg(languageArg) },
      resolve: (row, { language }, context) => sentenceOf(row, language, context),
    }),
    template: t.exposeString('template', {
      nullable: true,
      description: 'The template that it was made of; null = of none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was written.' }),
    createdById: t.id({
      description: 'Public id of who wrote it: a person, or an API key.',
      resolve: ({ coalitionId, createdById }, _args, context) => actorId(context, coalitionId, createdById),
    }),
  }),
})
publicNode(RuleVersion)

const RuleVersionConnection = builder.connectionObject(
  { type: RuleVersion, name: 'RuleVersionConnection' },
  { name: 'RuleVersionConnectionEdge' },
)

export const Rule = builder.prismaObject('Rule', {
  description:
    'What a member gives beside its earn rule, or the coalition at its members: points or discounts, on conditions and for a time.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Whose it is; null: of the coalition.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    acceptances: t.field({
      type: [RuleAcceptance],
      description:
        'Who besides its owner is asked to pay for the version that holds, and what each said. It gives once all have accepted.',
      resolve: async ({ coalitionId, id }, _args, { loaders }) =>
        (await loaders.acceptancesOfVersion({
          coalitionId,
          id: present(await loaders.newestVersionOfRule({ coalitionId, id })).id,
        })) ?? [],
    }),
    status: t.field({
      type: RuleStatus,
      description: 'Where it is today.',
      resolve: async (rule, _args, { loaders }) => {
        const { coalitionId } = rule
        return statusOfRule(rule, present(await loaders.todayOfCoalition({ coalitionId, id: coalitionId })))
      },
    }),
    version: t.exposeInt('version', { description: 'Number of the version that holds.' }),
    name: t.string({
      description: 'What the member calls it.',
      args: { language: t.arg(languageArg) },
      resolve: async ({ coalitionId, id }, { language }, { loaders }) =>
        ruleVersionOf(present(await loaders.newestVersionOfRule({ coalitionId, id }))).name[
          languageOf(language)
        ],
    }),
    sentence: t.string({
      description: 'What it says, as one sentence.',
      args: { language: t.arg(languageArg) },
      resolve: async ({ coalitionId, id }, { language }, context) =>
        sentenceOf(
          present(await context.loaders.newestVersionOfRule({ coalitionId, id })),
          language,
          context,
        ),
    }),
    definition: t.field({
      type: RuleDefinitionType,
      description: 'What it says.',
      resolve: async ({ coalitionId, id }, _args, context) =>
        definitionOf(present(await context.loaders.newestVersionOfRule({ coalitionId, id })), context),
    }),
    versions: t.field({
      type: RuleVersionConnection,
      description: 'All of its versions, newest first.',
      args: bothWaysArgs(),
      resolve: ({ coalitionId, id: ruleId }, args, context) => {
        const where = visibleTo(context.principal).ruleVersion
        return idPage(args, 'ruleVersion', async ({ beyond, ...range }) =>
          where
            ? storeOf(context).prisma.ruleVersion.findMany({
                ...range,
                where: { AND: [where, { coalitionId, ruleId }, beyond] },
              })
            : [],
        )
      },
    }),
    costs: t.field({
      type: [RuleCost],
      description:
        'What it cost whom where others than the seller pay: all payers for its owner and administrators, for others what they paid themselves.',
      resolve: async ({ coalitionId, id, memberId }, _args, context) => {
        const { loaders, principal } = context
        const costs = (await loaders.costsOfRule({ coalitionId, id })) ?? []
        const own = principal.kind === 'member' ? principal.memberId : undefined
        const seesAll = principal.kind === 'admin' || (own !== undefined && own === memberId)
        const currency = await currencyOf(context, coalitionId)
        return costs
          .filter(({ payerId }) => seesAll || payerId === own)
          .map((cost) => ({ ...cost, coalitionId, currency }))
      },
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was drafted.' }),
    changedAt: t.expose('changedAt', {
      type: 'DateTime',
      description: 'When something was last decided about it.',
    }),
  }),
})
publicNode(Rule)

export const RuleConnection = builder.connectionObject(
  { type: Rule, name: 'RuleConnection' },
  { name: 'RuleConnectionEdge' },
)

const RulesFilter = builder.inputType('RulesFilter', {
  description: 'Which rules: those that meet all that is given.',
  fields: (t) => ({
    memberId: t.id({ description: 'Only those of this member.' }),
    isOpen: t.boolean({ description: 'true: only those that were not ended; their last day may be past.' }),
  }),
})

const pageOfRules = (
  args: BothWaysArgs,
  asked: { readonly memberId?: string; readonly status?: { readonly not: string } },
  context: ApiContext,
) => {
  const where = visibleTo(context.principal).rule
  return idPage(args, 'rule', async ({ beyond, ...range }) =>
    where ? storeOf(context).prisma.rule.findMany({ ...range, where: { AND: [where, asked, beyond] } }) : [],
  )
}

builder.queryFields((t) => ({
  rule: t.field({
    type: Rule,
    nullable: true,
    description: 'A rule; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the rule.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('rule', args.id)
      const where = visibleTo(context.principal).rule
      return id && where ? storeOf(context).prisma.rule.findFirst({ where: { AND: [where, { id }] } }) : null
    },
  }),
  rules: t.field({
    type: RuleConnection,
    description:
      'Rules, newest first: all for administrators; for a member its own and, once scheduled, those that hold at it or that it is to pay for.',
    args: {
      filter: t.arg({ type: RulesFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: (_root, { filter, ...args }, context) => {
      const { memberId, isOpen } = filter ?? {}
      const asked = {
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
        ...(isOpen ? { status: { not: 'ENDED' } } : {}),
      }
      return pageOfRules(args, asked, context)
    },
  }),
}))

builder.prismaObjectField('Member', 'rules', (t) =>
  t.field({
    type: RuleConnection,
    description: 'Its rules, newest first; for itself and administrators, empty for others.',
    args: bothWaysArgs(),
    resolve: ({ id: memberId }, args, context) => pageOfRules(args, { memberId }, context),
  }),
)
