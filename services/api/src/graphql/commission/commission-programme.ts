import {
  type CommissionDefinition,
  commissionFromJson,
  describeProgramme,
  type LadderStep,
} from '@artel/rules'
import type { CommissionProgramme as ProgrammeRow } from '@artel/store/prisma'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { Affiliate } from '../affiliate/affiliate.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { currencyOf, Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import {
  CommissionApprovedBy,
  CommissionOf,
  LadderMeasure,
  LadderPeriod,
  PayeeKind,
} from './commission-words.ts'

/** A part of a definition, with the currency of its amounts. */
type Part<Value> = Value & { readonly currency: string }

const LadderStepType = builder
  .objectRef<Part<LadderStep> & { readonly isMoney: boolean }>('CommissionLadderStep')
  .implement({
    description: 'A step of a ladder: from so much on, this rate.',
    fields: (t) => ({
      from: t.field({
        type: Money,
        nullable: true,
        description: 'Money of sales; null where customers are counted.',
        resolve: ({ from, isMoney, currency }) => (isMoney ? { amountMinor: from, currency } : null),
      }),
      fromCustomers: t.int({
        nullable: true,
        description: 'Customers brought; null where money is counted.',
        resolve: ({ from, isMoney }) => (isMoney ? null : Number(from)),
      }),
      bps: t.int({ description: 'Basis points.', resolve: ({ bps }) => Number(bps) }),
    }),
  })

const Definition = builder.objectRef<Part<CommissionDefinition>>('CommissionDefinition').implement({
  description: 'What a programme says. Of percentBps, fixed and ladder one is given.',
  fields: (t) => ({
    percentBps: t.int({
      nullable: true,
      description: 'A share of what was paid in money, basis points.',
      resolve: ({ effect }) => (effect.kind === 'PERCENT' ? Number(effect.percentBps) : null),
    }),
    fixed: t.field({
      type: Money,
      nullable: true,
      description: 'A sum a sale.',
      resolve: ({ effect, currency }) =>
        effect.kind === 'FIXED' ? { amountMinor: effect.fixedMinor, currency } : null,
    }),
    ladder: t.field({
      type: [LadderStepType],
      nullable: true,
      description: 'Rates by what was brought in a period.',
      resolve: ({ effect, currency }) =>
        effect.kind === 'LADDER'
          ? effect.steps.map((step) => ({ ...step, currency, isMoney: effect.by === 'MONEY' }))
          : null,
    }),
    per: t.field({
      type: LadderPeriod,
      nullable: true,
      description: 'Of a ladder: its period.',
      resolve: ({ effect }) => (effect.kind === 'LADDER' ? effect.per : null),
    }),
    by: t.field({
      type: LadderMeasure,
      nullable: true,
      description: 'Of a ladder: what it counts.',
      resolve: ({ effect }) => (effect.kind === 'LADDER' ? effect.by : null),
    }),
    of: t.field({ type: CommissionOf, description: 'Which purchases count.', resolve: ({ of }) => of }),
    months: t.exposeInt('months', {
      nullable: true,
      description: 'Months from the first brought purchase in which purchases count; null = without end.',
    }),
    approvedBy: t.field({
      type: CommissionApprovedBy,
      description: 'What makes it money.',
      resolve: ({ approval }) => approval.by,
    }),
    approvalDays: t.int({
      description: 'Local days from the sale.',
      resolve: ({ approval }) => approval.days,
    }),
    twoPeopleAbove: t.field({
      type: Money,
      nullable: true,
      description: 'Above this two people say yes; null = never.',
      resolve: ({ approval, currency }) =>
        approval.twoPeopleAboveMinor === null
          ? null
          : { amountMinor: approval.twoPeopleAboveMinor, currency },
    }),
    refundDays: t.exposeInt('refundDays', { description: 'Local days in which goods are taken back.' }),
    taxBps: t.int({
      description: 'Tax inside prices that no commission is reckoned on.',
      resolve: ({ taxBps }) => Number(taxBps),
    }),
    fromDay: t.exposeString('fromDay', { description: 'ISO date from which the version holds.' }),
    toDay: t.exposeString('toDay', {
      nullable: true,
      description: 'ISO date, included; null = until it is ended.',
    }),
  }),
})

async function definitionOf(
  { coalitionId, id }: ProgrammeRow,
  context: ApiContext,
): Promise<Part<CommissionDefinition>> {
  const newest = present(await context.loaders.newestVersionOfProgramme({ coalitionId, id }))
  return {
    ...commissionFromJson(JSON.parse(newest.definition)),
    currency: await currencyOf(context, coalitionId),
  }
}

export const CommissionProgramme = builder.prismaObject('CommissionProgramme', {
  description: 'Whom a member pays for customers, and how much.',
  fields: (t) => ({
    payer: t.field({
      type: Member,
      description: 'The member that pays.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    payeeKind: t.field({
      type: PayeeKind,
      description: 'Whom it pays.',
      resolve: ({ payeeKind }) => payeeKind as typeof PayeeKind.$inferType,
    }),
    affiliate: t.field({
      type: Affiliate,
      nullable: true,
      description: 'The one affiliate that it pays; null: all, or members.',
      resolve: ({ coalitionId, affiliateId }, _args, { loaders }) =>
        affiliateId === null ? null : loaders.affiliate({ coalitionId, id: affiliateId }),
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'The one member that it pays; null: all, or affiliates.',
      resolve: ({ coalitionId, payeeKind, payeeId }, _args, { loaders }) =>
        payeeKind === 'MEMBER' && payeeId !== null ? loaders.member({ coalitionId, id: payeeId }) : null,
    }),
    version: t.exposeInt('version', {
      description: 'Number of the newest version, which may have yet to begin.',
    }),
    name: t.string({
      description: 'What the payer calls it.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: async (row, { language }, context) =>
        (await definitionOf(row, context)).name[languageOf(language)],
    }),
    sentence: t.string({
      description: 'What the newest version says, as one sentence.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: async (row, { language }, context) => {
        const { currency, ...definition } = await definitionOf(row, context)
        return describeProgramme(definition, languageOf(language), currency)
      },
    }),
    definition: t.field({
      type: Definition,
      description: 'What the newest version says.',
      resolve: (row, _args, context) => definitionOf(row, context),
    }),
    endedOn: t.string({
      nullable: true,
      description: 'ISO date of the last day whose sales count, once it was ended; null: it was not.',
      resolve: ({ endedOn }) => endedOn?.toISOString().slice(0, 10) ?? null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
  }),
})
publicNode(CommissionProgramme)

const CommissionProgrammeConnection = builder.connectionObject(
  { type: CommissionProgramme, name: 'CommissionProgrammeConnection' },
  { name: 'CommissionProgrammeConnectionEdge' },
)

builder.queryField('commissionProgrammes', (t) =>
  t.field({
    type: CommissionProgrammeConnection,
    description:
      'Commission programmes, newest first: all for administrators, for a member those that it pays or that pay it.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).commissionProgramme
      return idPage(args, 'commissionProgramme', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.commissionProgramme.findMany({
              ...range,
              where: { AND: [where, beyond] },
            })
          : [],
      )
    },
  }),
)
