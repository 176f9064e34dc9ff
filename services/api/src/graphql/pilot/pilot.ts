import type { Minor } from '@artel/ledger'
import { type Estimate, type GroupSums, meanSpend, shareReturned } from '@artel/rules'
import type { Pilot as PilotRow } from '@artel/store/prisma'
import {
  daysOfPilot,
  decodePublicId,
  type PilotResult as PilotResultRead,
  readPilotResult,
  statusOfPilot,
} from '@artel/use-cases'
import { seesAffairsOf, visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { Member } from '../member/member.ts'
import { Language } from '../staff/person.ts'
import { actorId } from '../vocabulary/actor-id.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { REPORT } from '../vocabulary/price.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { PilotStatus } from '../vocabulary/status.ts'
import { PilotDecision, PilotProposal } from './pilot-words.ts'

interface InCurrency<Value> {
  readonly value: Value
  readonly currency: string
}

const PilotGroup = builder.objectRef<InCurrency<GroupSums>>('PilotGroup').implement({
  description: 'What the customers of one group did.',
  fields: (t) => ({
    customers: t.int({
      description: 'Customers that were measured.',
      resolve: ({ value }) => Number(value.customers),
    }),
    returned: t.int({
      description: 'Of them, those that bought in the pilot and did not give all of it back.',
      resolve: ({ value }) => Number(value.returned),
    }),
    returnedBps: t.int({
      description: 'The same as a share, basis points.',
      resolve: ({ value }) => shareReturned(value),
    }),
    meanSpend: t.field({
      type: Money,
      description: 'What one of them spent on average, net of discounts and refunds.',
      resolve: ({ value, currency }) => ({ amountMinor: meanSpend(value), currency }),
    }),
  }),
})

const MoneyEstimate = builder.objectRef<InCurrency<Estimate<Minor>>>('MoneyEstimate').implement({
  description: 'An estimated amount, with the bounds between which the truth lies in 95 of 100 pilots.',
  fields: (t) => ({
    estimate: t.field({
      type: Money,
      description: 'The estimate.',
      resolve: ({ value, currency }) => ({ amountMinor: value.estimate, currency }),
    }),
    low: t.field({
      type: Money,
      description: 'The lower bound.',
      resolve: ({ value, currency }) => ({ amountMinor: value.low, currency }),
    }),
    high: t.field({
      type: Money,
      description: 'The upper bound.',
      resolve: ({ value, currency }) => ({ amountMinor: value.high, currency }),
    }),
  }),
})

const ShareEstimate = builder.objectRef<Estimate<number>>('ShareEstimate').implement({
  description: 'An estimated share, with the bounds between which the truth lies in 95 of 100 pilots.',
  fields: (t) => ({
    estimateBps: t.exposeInt('estimate', { description: 'The estimate, basis points.' }),
    lowBps: t.exposeInt('low', { description: 'The lower bound, basis points.' }),
    highBps: t.exposeInt('high', { description: 'The upper bound, basis points.' }),
  }),
})

const PilotResult = builder.objectRef<PilotResultRead>('PilotResult').implement({
  description:
    'What a pilot came to: customers that bought in the base days before it, by what they bought from its first day to its last.',
  fields: (t) => ({
    treatment: t.field({
      type: PilotGroup,
      description: 'Customers that may have the rules of the pilot.',
      resolve: ({ treatment: value, currency }) => ({ value, currency }),
    }),
    control: t.field({
      type: PilotGroup,
      description: 'Customers that are held out.',
      resolve: ({ control: value, currency }) => ({ value, currency }),
    }),
    spend: t.field({
      type: MoneyEstimate,
      nullable: true,
      description: 'How much more a customer of the treatment spent; null = too few customers.',
      resolve: ({ spend: value, currency }) => value && { value, currency },
    }),
    returning: t.field({
      type: ShareEstimate,
      nullable: true,
      description: 'How much larger its share of returning customers is; null = too few customers.',
      resolve: ({ returning }) => returning,
    }),
    proposal: t.field({
      type: PilotProposal,
      description: 'What the figures speak for. Nothing is done by itself.',
      resolve: ({ proposal }) => proposal,
    }),
  }),
})

const nameOf = (pilot: PilotRow, language: typeof Language.$inferType | null | undefined): string =>
  language === 'EN' ? pilot.nameEn : pilot.nameRu

export const Pilot = builder.prismaObject('Pilot', {
  description:
    'A trial of rules on some customers while others are held out, so that what they bring can be told.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Whose purchases it measures; null = those of all members.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    name: t.string({
      description: 'What it is called.',
      args: { language: t.arg({ type: Language, description: 'Russian when left out.' }) },
      resolve: (pilot, { language }) => nameOf(pilot, language),
    }),
    status: t.field({
      type: PilotStatus,
      description: 'Where it is today.',
      resolve: async (pilot, _args, { loaders }) => {
        const { coalitionId } = pilot
        return statusOfPilot(pilot, present(await loaders.todayOfCoalition({ coalitionId, id: coalitionId })))
      },
    }),
    controlBps: t.exposeInt('controlBps', {
      description: 'Share of the customers that are held out, basis points.',
    }),
    fromDay: t.string({
      description: 'First day, ISO date.',
      resolve: (pilot) => daysOfPilot(pilot).fromDay,
    }),
    toDay: t.string({
      description: 'Last day, included, ISO date.',
      resolve: (pilot) => daysOfPilot(pilot).toDay,
    }),
    baseDays: t.exposeInt('baseDays', {
      description: 'Measured are those that bought in so many days before the first one.',
    }),
    upliftBps: t.exposeInt('upliftBps', {
      description: 'The difference of spend that it is to find, basis points of the mean.',
    }),
    needsTreatment: t.int({
      nullable: true,
      description:
        'Customers that the treatment needs to find it, as told when it was planned; null = unknown.',
      resolve: ({ needsTreatment }) => (needsTreatment === null ? null : wholeInt(needsTreatment)),
    }),
    needsControl: t.int({
      nullable: true,
      description: 'Customers that the control needs.',
      resolve: ({ needsControl }) => (needsControl === null ? null : wholeInt(needsControl)),
    }),
    result: t.field({
      type: PilotResult,
      nullable: true,
      description:
        'What it came to so far; null for who is neither its member nor an administrator. Early figures change: they are judged once it is over.',
      extensions: REPORT,
      resolve: (pilot, _args, context) =>
        seesAffairsOf(context.principal, { coalitionId: pilot.coalitionId, id: pilot.memberId ?? '' })
          ? readPilotResult(verbContext(context), pilot)
          : null,
    }),
    decision: t.field({
      type: PilotDecision,
      nullable: true,
      description: 'What was decided about it; null = nothing yet.',
      resolve: ({ decision }) => decision as typeof PilotDecision.$inferType | null,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was decided so.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When that was.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was planned.' }),
    createdById: t.id({
      description: 'Public id of who planned it: a person, or an API key.',
      resolve: ({ coalitionId, createdById }, _args, context) => actorId(context, coalitionId, createdById),
    }),
  }),
})
publicNode(Pilot)

/** What a field of type Int holds at most: a sample beyond it is out of reach anyway. */
const MAX_INT = 2_147_483_647n
const wholeInt = (value: bigint): number => Number(value < MAX_INT ? value : MAX_INT)

const PilotConnection = builder.connectionObject(
  { type: Pilot, name: 'PilotConnection' },
  { name: 'PilotConnectionEdge' },
)

builder.queryFields((t) => ({
  pilot: t.field({
    type: Pilot,
    nullable: true,
    description: 'A pilot; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the pilot.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('pilot', args.id)
      const where = visibleTo(context.principal).pilot
      return id && where ? storeOf(context).prisma.pilot.findFirst({ where: { AND: [where, { id }] } }) : null
    },
  }),
  pilots: t.field({
    type: PilotConnection,
    description:
      'Pilots, newest first: all for administrators; for a member its own and those of all members.',
    args: bothWaysArgs(),
    resolve: (_root, args, context) => {
      const where = visibleTo(context.principal).pilot
      return idPage(args, 'pilot', async ({ beyond, ...range }) =>
        where ? storeOf(context).prisma.pilot.findMany({ ...range, where: { AND: [where, beyond] } }) : [],
      )
    },
  }),
}))
