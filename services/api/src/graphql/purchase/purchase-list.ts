import type { Prisma } from '@artel/store/prisma'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { requestError } from '../../errors/request-error.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, type IdRange, idPage } from '../vocabulary/id-page.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { idsNear, within } from '../vocabulary/period.ts'
import { billsAsked, recordedWithin } from './bills-asked.ts'
import { Purchase } from './purchase.ts'
import { Refund } from './refund.ts'

const PurchasePoints = builder.enumType('PurchasePoints', {
  description: 'What a sale had to do with points.',
  values: {
    EARNED: { description: 'It earned some.' },
    REDEEMED: { description: 'It was paid with some, in part.' },
    NONE: { description: 'Neither.' },
  } as const,
})

const PurchaseState = builder.enumType('PurchaseState', {
  description: 'Whether a sale stands as it was recorded.',
  values: {
    WHOLE: { description: 'Nothing of it was refunded.' },
    REFUNDED: { description: 'It was refunded, in whole or in part.' },
  } as const,
})

const PurchasesFilter = builder.inputType('PurchasesFilter', {
  description: 'Which sales: those that meet all that is given.',
  fields: (t) => ({
    memberId: t.id({ description: 'Only those made at this member.' }),
    customerId: t.id({ description: 'Only those of this customer.' }),
    receiptRef: t.string({
      description: 'Only the one with this receipt. Administrators name the member too: a number is its own.',
    }),
    personId: t.id({ description: 'Only those that this person recorded, signed in.' }),
    tillId: t.id({ description: 'Only those that were recorded at this till.' }),
    state: t.field({ type: PurchaseState, description: 'Only those that stand so.' }),
    points: t.field({ type: PurchasePoints, description: 'Only those that this is true of.' }),
    recordedFrom: t.field({ type: 'DateTime', description: 'Only those recorded then or later.' }),
    recordedTo: t.field({ type: 'DateTime', description: 'Only those recorded before then.' }),
    occurredFrom: t.field({ type: 'DateTime', description: 'Only those that happened then or later.' }),
    occurredTo: t.field({ type: 'DateTime', description: 'Only those that happened before then.' }),
    ruleId: t.id({ description: 'Only those that this rule gave something on.' }),
    sku: t.string({
      description:
        'Only those with this article on a line; of more than 10 000 the newest. Name a period with it.',
    }),
    category: t.string({
      description: 'Only those with a line of this category or of one within it; likewise.',
    }),
  }),
})

const PurchasesConnection = builder.connectionObject(
  { type: Purchase, name: 'PurchasesConnection' },
  { name: 'PurchasesConnectionEdge' },
)

builder.queryField('purchases', (t) =>
  t.field({
    type: PurchasesConnection,
    description: "Sales, newest first: the coalition's for administrators, its own for a member.",
    args: {
      filter: t.arg({ type: PurchasesFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).purchase
      const asked = { AND: [purchasesAsked(filter ?? {}, context), await billsAsked(filter ?? {}, context)] }
      const near = await idsNear(context, recordedWithin(filter ?? {}))
      return idPage(args, 'purchase', async ({ beyond, ...range }) => {
        if (!where) return []
        const met = { AND: [where, asked, near, beyond] }
        const ids =
          filter?.state === 'REFUNDED' ? await refundedIds(context, met, { beyond, ...range }) : undefined
        return storeOf(context).prisma.purchase.findMany({
          ...range,
          where: ids ? { AND: [where, { id: { in: ids } }] } : met,
        })
      })
    },
  }),
)

/**
 * Ids of the next refunded sales. They are few among sales, so the refunds lead to them, by the sale that each is of: looked for
 * from the sales, all that nobody returned would be walked through.
 */
async function refundedIds(
  context: ApiContext,
  met: Prisma.PurchaseWhereInput,
  { beyond, orderBy, take }: IdRange,
): Promise<string[]> {
  const where = visibleTo(context.principal).refund
  if (!where) return []
  const rows = await storeOf(context).prisma.refund.groupBy({
    by: ['purchaseId'],
    where: { AND: [where, { purchase: met }, beyond.id ? { purchaseId: beyond.id } : {}] },
    orderBy: { purchaseId: orderBy.id },
    take,
  })
  return rows.map(({ purchaseId }) => purchaseId)
}

function purchasesAsked(
  filter: typeof PurchasesFilter.$inferInput,
  { principal }: ApiContext,
): Prisma.PurchaseWhereInput {
  const { memberId, customerId, personId, tillId, receiptRef, state, points } = filter
  if (receiptRef != null && memberId == null && principal.kind !== 'member')
    throw requestError('BAD_USER_INPUT', 'A receiptRef is one of a member: name it with memberId.')
  const recordedAt = within({ from: filter.recordedFrom, to: filter.recordedTo })
  return {
    ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['filter', 'memberId']) }),
    ...(customerId == null ? {} : { customerId: uuidOf('customer', customerId, ['filter', 'customerId']) }),
    ...(receiptRef == null ? {} : { receiptRef }),
    ...(personId == null && tillId == null ? {} : { actBy: actedBy(personId, tillId) }),
    ...(state === 'WHOLE' ? { refunds: { none: {} } } : {}),
    ...(recordedAt ? { recordedAt } : {}),
    ...(points == null ? {} : WITH_POINTS[points]),
  }
}

/** What the row beside a sale has to say of who recorded it. */
const actedBy = (personId: Given, tillId: Given): Prisma.ActByWhereInput => ({
  ...(personId == null ? {} : { personId: uuidOf('person', personId, ['filter', 'personId']) }),
  ...(tillId == null ? {} : { tillId: uuidOf('till', tillId, ['filter', 'tillId']) }),
})
type Given = string | null | undefined

const WITH_POINTS = {
  EARNED: { pointsEarned: { gt: 0n } },
  REDEEMED: { pointsRedeemed: { gt: 0n } },
  NONE: { pointsEarned: 0n, pointsRedeemed: 0n },
} as const satisfies Record<typeof PurchasePoints.$inferType, Prisma.PurchaseWhereInput>

const RefundsFilter = builder.inputType('RefundsFilter', {
  description: 'Which refunds: those that meet all that is given.',
  fields: (t) => ({
    memberId: t.id({ description: 'Only those of sales at this member.' }),
    recordedFrom: t.field({ type: 'DateTime', description: 'Only those recorded then or later.' }),
    recordedTo: t.field({ type: 'DateTime', description: 'Only those recorded before then.' }),
  }),
})

const RefundsConnection = builder.connectionObject(
  { type: Refund, name: 'RefundsConnection' },
  { name: 'RefundsConnectionEdge' },
)

builder.queryField('refunds', (t) =>
  t.field({
    type: RefundsConnection,
    description: "Refunds, newest first: the coalition's for administrators, its own for a member.",
    args: {
      filter: t.arg({ type: RefundsFilter, description: 'Which; all when left out.' }),
      ...bothWaysArgs(),
    },
    resolve: async (_root, { filter, ...args }, context) => {
      const where = visibleTo(context.principal).refund
      const period = { from: filter?.recordedFrom, to: filter?.recordedTo }
      const recordedAt = within(period)
      const asked = {
        ...(filter?.memberId == null
          ? {}
          : { memberId: uuidOf('member', filter.memberId, ['filter', 'memberId']) }),
        ...(recordedAt ? { recordedAt } : {}),
      }
      const near = await idsNear(context, period)
      return idPage(args, 'refund', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.refund.findMany({
              ...range,
              where: { AND: [where, asked, near, beyond] },
            })
          : [],
      )
    },
  }),
)
