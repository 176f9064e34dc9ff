import type { ProgrammeCost } from '@artel/rules'
import {
  encodePublicId,
  type FiguresOfKey as FiguresOfKeyRead,
  type FiguresOfPart,
  type FiguresOfPeriod,
  readFigures,
  readFiguresBy,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { Coalition } from '../coalition/coalition.ts'
import { Member } from '../member/member.ts'
import { Language, languageOf } from '../staff/person.ts'
import { builder } from '../vocabulary/builder.ts'
import { ExactMoney, Money } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { present } from '../vocabulary/present.ts'
import { REPORT, WITH_ITS_ROW } from '../vocabulary/price.ts'

type InCurrency<Shape> = Shape & { readonly currency: string }

const FigurePart = builder.enumType('FigurePart', {
  description: 'What a period is divided into.',
  values: {
    DAY: { description: 'Local days of the coalition.' },
    WEEK: { description: 'Weeks, from Monday.' },
    MONTH: { description: 'Calendar months.' },
  } as const,
})

const FigureDimension = builder.enumType('FigureDimension', {
  description: 'By what figures are told apart.',
  values: {
    MEMBER: { description: 'Where it happened; of points issued, expired and taken back, whose they are.' },
    RULE: { description: 'What rules gave, and the sales that they gave it on.' },
    PRODUCT: { description: "Lines with an article number. It is a member's own: name the member." },
    CATEGORY: { description: 'Lines with a category, each counted for all that the category is part of.' },
    TILL: { description: 'Tills that recorded it. Name the member.' },
    PERSON: { description: 'Whoever recorded it, signed in. Name the member.' },
  } as const,
})

/** What parts and keys share. */
interface Sums extends Omit<FiguresOfKeyRead, 'key' | 'name'> {
  readonly currency: string
}

const FigureSums = builder.objectRef<Sums>('FigureSums').implement({
  description: 'Sums of a period: sales by the day they happened, all else by the day it was recorded.',
  fields: (t) => {
    const money = (
      of: 'grossMinor' | 'discountMinor' | 'pointsPartMinor' | 'refundedMinor' | 'netMinor' | 'moneyMinor',
      description: string,
    ) =>
      t.field({
        extensions: WITH_ITS_ROW,
        type: Money,
        description,
        resolve: (sums) => ({ amountMinor: sums[of], currency: sums.currency }),
      })
    const count = (of: 'purchases' | 'refunds', description: string) =>
      t.int({ description, resolve: (sums) => Number(sums[of]) })
    return {
      purchases: count('purchases', 'Sales, refunded ones too.'),
      refunds: count('refunds', 'Refunds.'),
      gross: money('grossMinor', 'Bills before discounts.'),
      discounts: money('discountMinor', 'What rules took off them.'),
      pointsPart: money('pointsPartMinor', 'What points paid of them, at face value.'),
      refunded: money('refundedMinor', 'Parts of bills that refunds undid.'),
      net: money('netMinor', 'Turnover: bills less discounts and what was undone.'),
      money: money('moneyMinor', 'What of the turnover came in money.'),
      averageBill: t.field({
        extensions: WITH_ITS_ROW,
        type: Money,
        nullable: true,
        description: 'Bills less discounts a sale, rounded down; null without a sale.',
        resolve: ({ averageBillMinor, currency }) =>
          averageBillMinor === null ? null : { amountMinor: averageBillMinor, currency },
      }),
      pointsIssued: t.expose('issued', { type: 'Points', description: 'Points issued.' }),
      pointsReversed: t.expose('reversed', {
        type: 'Points',
        description: 'Points taken back by refunds and corrections, owed ones too.',
      }),
      pointsSpent: t.expose('spent', { type: 'Points', description: 'Points taken as payment.' }),
      pointsReturned: t.expose('returned', { type: 'Points', description: 'Points that refunds gave back.' }),
      pointsExpired: t.expose('expired', { type: 'Points', description: 'Points that ran out.' }),
    }
  },
})

const CustomerFigures = builder
  .objectRef<Pick<FiguresOfPart, 'active' | 'fresh' | 'returning'> & { readonly lost?: bigint }>(
    'CustomerFigures',
  )
  .implement({
    description: 'Customers of a period, each once, those who were merged as one.',
    fields: (t) => ({
      active: t.int({ description: 'With a sale.', resolve: ({ active }) => Number(active) }),
      new: t.int({
        description: 'Of them those whose first sale ever it was: at the member, or in the coalition.',
        resolve: ({ fresh }) => Number(fresh),
      }),
      returning: t.int({ description: 'Of them the others.', resolve: ({ returning }) => Number(returning) }),
      lost: t.int({
        nullable: true,
        description: 'Whose absence grew to absentDays within the period; null for a part of it.',
        resolve: ({ lost }) => (lost === undefined ? null : Number(lost)),
      }),
    }),
  })

const FiguresOfPartType = builder
  .objectRef<InCurrency<FiguresOfPart & { readonly lost?: bigint }>>('FiguresOfPart')
  .implement({
    description: 'Figures of a period or of a part of it.',
    fields: (t) => ({
      from: t.exposeString('from', { description: 'First local day, such as 2026-03-01.' }),
      to: t.exposeString('to', { description: 'Last local day, included.' }),
      sums: t.field({
        extensions: WITH_ITS_ROW,
        type: FigureSums,
        description: 'What it adds up to.',
        resolve: (part) => part,
      }),
      customers: t.field({
        extensions: WITH_ITS_ROW,
        type: CustomerFigures,
        description: 'Who bought.',
        resolve: (part) => part,
      }),
    }),
  })

const ProgrammeCostType = builder.objectRef<InCurrency<ProgrammeCost>>('ProgrammeCost').implement({
  description: 'What the programme costs in a period, and what it returns by the margin that was stated.',
  fields: (t) => {
    const money = (
      of: 'pointsIssued' | 'pointsTaken' | 'discounts' | 'total' | 'margin',
      description: string,
    ) =>
      t.field({
        type: ExactMoney,
        description,
        resolve: (cost) => ({ amountMicros: cost[of], currency: cost.currency }),
      })
    return {
      pointsIssued: money(
        'pointsIssued',
        'Points issued less those taken back, at reserve price and issue fee.',
      ),
      pointsTaken: money(
        'pointsTaken',
        'Points taken as payment, at what they are short of face value: face value less reserve price, and the redeem fee.',
      ),
      discounts: money('discounts', 'Discounts of rules.'),
      total: money('total', 'Sum of the three.'),
      margin: money('margin', 'Turnover by the margin that was stated.'),
      perNewCustomer: t.field({
        type: ExactMoney,
        nullable: true,
        description: 'Total by new customers (CAC), rounded down; null without one, or without a cost.',
        resolve: ({ perNewCustomer, currency }) =>
          perNewCustomer === null ? null : { amountMicros: perNewCustomer, currency },
      }),
      returnBps: t.float({
        nullable: true,
        description: 'Margin less total, of total (ROI), basis points; null without a cost.',
        resolve: ({ returnBps }) => (returnBps === null ? null : Number(returnBps)),
      }),
    }
  },
})

type PeriodShape = InCurrency<FiguresOfPeriod & { readonly coalitionId: string }>
const FiguresType = builder.objectRef<PeriodShape>('Figures').implement({
  description: 'A period of local days, and the one before it.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description: 'What was recorded until then is counted: seconds ago, where the worker runs.',
    }),
    member: t.field({
      type: Member,
      nullable: true,
      description: 'Whose figures; null for the coalition as a whole.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        memberId === null ? null : present(await loaders.member({ coalitionId, id: memberId })),
    }),
    total: t.field({
      type: FiguresOfPartType,
      description: 'The period as a whole.',
      resolve: ({ total, currency }) => ({ ...total, currency }),
    }),
    before: t.field({
      type: FiguresOfPartType,
      description: 'As many days that end on the day before.',
      resolve: ({ before, currency }) => ({ ...before, currency }),
    }),
    parts: t.field({
      type: [FiguresOfPartType],
      description: 'Every part of the period in its order, those without a sale too.',
      resolve: ({ parts, currency }) => parts.map((part) => ({ ...part, currency })),
    }),
    cost: t.field({
      type: ProgrammeCostType,
      nullable: true,
      description: 'Null where no margin was stated.',
      resolve: ({ cost, currency }) => cost && { ...cost, currency },
    }),
  }),
})

type KeyShape = InCurrency<FiguresOfKeyRead & { readonly id: string | null }>
const FiguresOfKeyType = builder.objectRef<KeyShape>('FiguresOfKey').implement({
  description: 'Figures of one member, rule, article, category, till or person.',
  fields: (t) => ({
    id: t.id({
      nullable: true,
      description: 'Of a member, rule, till or person.',
      resolve: ({ id }) => id,
    }),
    name: t.exposeString('name', { description: 'What people call it; the article or category itself.' }),
    quantityMilli: t.float({
      description: 'Of an article or category: units sold, thousandths; a line without a quantity is one.',
      resolve: ({ quantityMilli }) => Number(quantityMilli),
    }),
    sums: t.field({
      extensions: WITH_ITS_ROW,
      type: FigureSums,
      description: 'What it adds up to.',
      resolve: (row) => row,
    }),
  }),
})

const NOUNS = { MEMBER: 'member', RULE: 'rule', TILL: 'till', PERSON: 'person' } as const

builder.prismaObjectFields(Coalition, (t) => {
  const days = {
    from: t.arg.string({ required: true, description: 'First local day, such as 2026-03-01.' }),
    to: t.arg.string({ required: true, description: 'Last local day, included.' }),
    memberId: t.arg.id({ description: 'Of this member; of all when left out. A member sees its own.' }),
  }
  return {
    figures: t.field({
      extensions: REPORT,
      type: FiguresType,
      description:
        'Sales, points and customers of a period, and of the one before: of all members for administrators, its own for a member.',
      args: {
        ...days,
        by: t.arg({
          type: FigurePart,
          required: true,
          defaultValue: 'DAY',
          description: 'Parts; at most 400.',
        }),
        absentDays: t.arg.int({
          ...{ required: true, defaultValue: 60 },
          description: 'A customer is lost that has not come for so many days; 1 to 730.',
        }),
        marginBps: t.arg.int({
          description:
            'What is left of turnover before the programme, basis points: your own assumption, for cost.',
        }),
      },
      resolve: async ({ id: coalitionId, currency }, { memberId, marginBps, ...asked }, context) => ({
        ...(await readFigures(verbContext(context), {
          ...{ ...asked, coalitionId, marginBps: marginBps ?? null },
          memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
        })),
        ...{ coalitionId, currency },
      }),
    }),
    figuresBy: t.field({
      // Each of its rows, 200 at most, from one query.
      extensions: { price: 1 },
      type: [FiguresOfKeyType],
      description:
        'The same period by member, rule, article, category, till or person, largest turnover first.',
      args: {
        ...days,
        dimension: t.arg({ type: FigureDimension, required: true, description: 'By what.' }),
        first: t.arg.int({ required: true, defaultValue: 50, description: 'How many; 1 to 200.' }),
        language: t.arg({ type: Language, description: 'Of the names of rules; Russian when left out.' }),
      },
      resolve: async ({ id: coalitionId, currency }, { memberId, language, ...asked }, context) => {
        const rows = await readFiguresBy(verbContext(context), {
          ...{ ...asked, coalitionId, language: languageOf(language) },
          memberId: memberId == null ? null : uuidOf('member', memberId, ['memberId']),
        })
        const { dimension } = asked
        const noun = dimension in NOUNS ? NOUNS[dimension as keyof typeof NOUNS] : null
        return rows.map((row) => ({ ...row, currency, id: noun && encodePublicId(noun, row.key) }))
      },
    }),
  }
})
