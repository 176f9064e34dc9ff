import type { AgedReceivables, CohortBreakage, ReciprocityBalance, ReciprocityCell } from '@artel/rules'
import { type Ageing, type Breakage, readAgeing, readBreakage, readReciprocity } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney, Money } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { REPORT } from '../vocabulary/price.ts'

/** What a report's rows are read with. */
interface Place {
  readonly coalitionId: string
  readonly currency: string
}

const ReciprocityCellType = builder.objectRef<ReciprocityCell & Place>('ReciprocityCell').implement({
  description: "What one member's points did at another.",
  fields: (t) => ({
    issuer: t.field({
      type: Member,
      description: 'The issuer of the points.',
      resolve: async ({ coalitionId, issuerId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: issuerId })),
    }),
    redeemer: t.field({
      type: Member,
      description: 'Where they were spent.',
      resolve: async ({ coalitionId, redeemerId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: redeemerId })),
    }),
    points: t.expose('points', { type: 'Points', description: 'Points spent, net of refunds.' }),
    value: t.field({
      type: ExactMoney,
      description: 'Their worth at the reserve price.',
      resolve: ({ value, currency }) => ({ amountMicros: value, currency }),
    }),
    visits: t.int({
      description: 'Purchases that redeemed points of this issuer.',
      resolve: ({ visits }) => Number(visits),
    }),
    firstVisits: t.int({
      description: "Customers' first purchases at the redeemer that these points brought.",
      resolve: ({ firstVisits }) => Number(firstVisits),
    }),
  }),
})

const ReciprocityBalanceType = builder.objectRef<ReciprocityBalance & Place>('ReciprocityBalance').implement({
  description:
    'What a member sends to others and gets from them. Its own points spent with itself are neither.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'The member.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    sent: t.field({
      type: ExactMoney,
      description: 'Worth of its points redeemed at others.',
      resolve: ({ sent, currency }) => ({ amountMicros: sent, currency }),
    }),
    received: t.field({
      type: ExactMoney,
      description: "Worth of others' points redeemed at it.",
      resolve: ({ received, currency }) => ({ amountMicros: received, currency }),
    }),
    firstVisitsSent: t.int({
      description: 'First visits to others that its points brought.',
      resolve: ({ firstVisitsSent }) => Number(firstVisitsSent),
    }),
    firstVisitsReceived: t.int({
      description: "First visits to it that others' points brought.",
      resolve: ({ firstVisitsReceived }) => Number(firstVisitsReceived),
    }),
  }),
})

const ReciprocityMatrixType = builder
  .objectRef<{ cells: (ReciprocityCell & Place)[]; members: (ReciprocityBalance & Place)[] }>(
    'ReciprocityMatrix',
  )
  .implement({
    description: 'Who brings customers to whom.',
    fields: (t) => ({
      cells: t.expose('cells', { type: [ReciprocityCellType], description: 'Issuer by redeemer.' }),
      members: t.expose('members', {
        type: [ReciprocityBalanceType],
        description: 'The same by member: what it sends and what it gets.',
      }),
    }),
  })

const AgedReceivablesType = builder.objectRef<AgedReceivables & Place>('AgedReceivables').implement({
  description: 'How much of what a member was asked to pay is how many days late.',
  fields: (t) => {
    const money = (
      of: 'notDue' | 'days1To30' | 'days31To60' | 'days61To90' | 'daysOver90' | 'total',
      description: string,
    ) =>
      t.field({
        type: Money,
        description,
        resolve: (aged) => ({ amountMinor: aged[of], currency: aged.currency }),
      })
    return {
      member: t.field({
        type: Member,
        description: 'Who was asked to pay.',
        resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
          present(await loaders.member({ coalitionId, id: memberId })),
      }),
      notDue: money('notDue', 'Not due, or due today.'),
      days1To30: money('days1To30', '1 to 30 days late.'),
      days31To60: money('days31To60', '31 to 60 days late.'),
      days61To90: money('days61To90', '61 to 90 days late.'),
      daysOver90: money('daysOver90', 'Later still.'),
      total: money('total', 'Sum of all.'),
      oldestDays: t.exposeInt('oldestDays', { description: 'Days that the oldest is late.' }),
    }
  },
})

const ReceivablesAgeing = builder.objectRef<Ageing & Place>('ReceivablesAgeing').implement({
  description: 'Open payments of approved plans by how late they are.',
  fields: (t) => ({
    today: t.string({
      description: "The day it is reckoned on, ISO 8601, by the coalition's clock.",
      resolve: ({ today }) => today,
    }),
    members: t.field({
      type: [AgedReceivablesType],
      description: 'Members that owe anything.',
      resolve: ({ members, coalitionId, currency }) =>
        members.map((aged) => ({ ...aged, coalitionId, currency })),
    }),
  }),
})

const BreakageMethod = builder.enumType('BreakageMethod', {
  description: 'How breakage was estimated.',
  values: {
    CHAIN_LADDER: { description: 'Spending of each month grows from age to age as it did in those before.' },
    COHORT_RATE: { description: 'Every month ends where the oldest one stands.' },
  } as const,
})

const BreakageCohort = builder.objectRef<CohortBreakage>('BreakageCohort').implement({
  description: "What became, and is expected to become, of one month's points.",
  fields: (t) => ({
    month: t.exposeString('period', { description: 'Month of issue, such as 2026-03.' }),
    issued: t.expose('issued', { type: 'Points', description: 'Points issued.' }),
    redeemed: t.expose('redeemed', { type: 'Points', description: 'Spent so far.' }),
    expectedRedeemed: t.expose('expectedRedeemed', {
      type: 'Points',
      description: 'Expected to be spent in all.',
    }),
    expectedBreakage: t.expose('expectedBreakage', {
      type: 'Points',
      description: 'Expected never to be spent.',
    }),
  }),
})

const BreakageEstimateType = builder.objectRef<Breakage>('BreakageEstimate').implement({
  description: 'An estimate for reports. Nothing is booked by it.',
  fields: (t) => ({
    method: t.expose('method', { type: BreakageMethod, description: 'How it was made.' }),
    expectedBreakage: t.expose('expectedBreakage', {
      type: 'Points',
      description: 'Points of all months that are expected never to be spent.',
    }),
    cohorts: t.field({
      type: [BreakageCohort],
      description: 'By month of issue, oldest first.',
      resolve: ({ cohorts }) => [...cohorts],
    }),
  }),
})

builder.prismaObjectFields(Coalition, (t) => ({
  reciprocity: t.field({
    extensions: REPORT,
    type: ReciprocityMatrixType,
    description: 'Who brings customers to whom. Administrators and members.',
    args: {
      from: t.arg({ type: 'DateTime', description: 'Purchases recorded from then on.' }),
      to: t.arg({ type: 'DateTime', description: 'Purchases recorded before.' }),
    },
    resolve: async ({ id: coalitionId, currency }, { from, to }, context) => {
      const matrix = await readReciprocity(verbContext(context), {
        ...{ coalitionId, from: from ?? null, to: to ?? null },
      })
      const place = { coalitionId, currency }
      return {
        cells: matrix.cells.map((cell) => ({ ...cell, ...place })),
        members: matrix.members.map((balance) => ({ ...balance, ...place })),
      }
    },
  }),
  receivablesAgeing: t.field({
    type: ReceivablesAgeing,
    description: 'What is late: of all members for administrators, its own for a member.',
    resolve: async ({ id: coalitionId, currency }, _args, context) => ({
      ...(await readAgeing(verbContext(context), { coalitionId })),
      ...{ coalitionId, currency },
    }),
  }),
  breakageEstimate: t.field({
    extensions: REPORT,
    type: BreakageEstimateType,
    description:
      'How many points will never be spent: of all members for administrators, its own for a member.',
    args: {
      months: t.arg.int({
        defaultValue: 24,
        required: true,
        description: 'Months of issue to look at, the running one included; 2 to 60.',
      }),
    },
    resolve: ({ id: coalitionId }, { months }, context) =>
      readBreakage(verbContext(context), { coalitionId, months }),
  }),
}))
