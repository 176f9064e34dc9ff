import { readFiscalId } from '@artel/rules'
import type { Purchase as PurchaseRow, ReceiptClaim as ReceiptClaimRow } from '@artel/store/prisma'
import { dayText, decodePublicId, isToldOf, pendingOn, stateOfReceiptClaim } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf } from '../../context.ts'
import { Customer } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { FiscalReceipt } from '../purchase/fiscal-receipt.ts'
import { Purchase } from '../purchase/purchase.ts'
import { builder } from '../vocabulary/builder.ts'
import { bothWaysArgs, idPage } from '../vocabulary/id-page.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'

const ReceiptClaimStateType = builder.enumType('ReceiptClaimState', {
  description: 'Where a claim of a receipt is today.',
  values: {
    PENDING: { description: 'Its member has to say yes or no.' },
    CONFIRMED: { description: 'Its member said yes: it is a purchase.' },
    DECLINED: { description: 'Its member said no.' },
    RECORDED: {
      description:
        'A till recorded the receipt, or the member confirmed the claim of another customer: points went to whom that purchase names.',
    },
    EXPIRED: { description: 'Nobody decided it in its days.' },
  } as const,
})

export const ReceiptClaim = builder.prismaObject('ReceiptClaim', {
  description: 'What a customer says of a fiscal receipt. Nothing is earned by it until its member says yes.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Whose till printed the receipt.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    customer: t.field({
      type: Customer,
      description: 'Who claims it.',
      resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: customerId })),
    }),
    receipt: t.field({
      type: FiscalReceipt,
      description: 'What names the receipt.',
      resolve: ({ receipt }) => readFiscalId(receipt),
    }),
    total: t.field({
      type: Money,
      description: 'The sum that the receipt is said to have.',
      resolve: ({ coalitionId, totalMinor }, _args, context) => moneyOf(context, coalitionId, totalMinor),
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: 'The moment that the receipt is said to have: it earns as of then.',
    }),
    claimedAt: t.expose('claimedAt', { type: 'DateTime', description: 'When it was claimed.' }),
    lastDay: t.string({
      description: 'Last local day on which its member may say yes, ISO date.',
      resolve: ({ lastDay }) => dayText(lastDay),
    }),
    state: t.field({
      type: ReceiptClaimStateType,
      description: 'Where it is today.',
      resolve: async (row, _args, { loaders }) => {
        const { coalitionId } = row
        return stateOfReceiptClaim(
          row,
          present(await loaders.todayOfCoalition({ coalitionId, id: coalitionId })),
        )
      },
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why its member said no; null: it did not.',
    }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description:
        'What it became, or what a till recorded with the receipt where the caller may see that; null for none.',
      resolve: purchaseOfClaim,
    }),
  }),
})
publicNode(ReceiptClaim)

/** The purchase of a claim, as far as the caller may see it: one that a till recorded may be another customer's. */
async function purchaseOfClaim(
  { coalitionId, purchaseId, confirmedAt, recordedId }: ReceiptClaimRow,
  _args: object,
  { loaders, principal }: ApiContext,
): Promise<PurchaseRow | null> {
  const id = confirmedAt === null ? recordedId : purchaseId
  const purchase = id === null ? undefined : await loaders.purchase({ coalitionId, id })
  if (!purchase) return null
  if (principal.kind === 'customer')
    return purchase.customerId === principal.customerId && isToldOf(principal, purchase.memberId)
      ? purchase
      : null
  if (principal.kind === 'member') return purchase.memberId === principal.memberId ? purchase : null
  return principal.kind === 'admin' ? purchase : null
}

const ReceiptClaimConnection = builder.connectionObject(
  { type: ReceiptClaim, name: 'ReceiptClaimConnection' },
  { name: 'ReceiptClaimConnectionEdge' },
)

builder.queryFields((t) => ({
  receiptClaim: t.field({
    type: ReceiptClaim,
    nullable: true,
    description: 'A claim of a receipt by its id; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the claim.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('receiptClaim', args.id)
      const where = visibleTo(context.principal).receiptClaim
      return id && where
        ? storeOf(context).prisma.receiptClaim.findFirst({ where: { AND: [where, { id }] } })
        : null
    },
  }),
  receiptClaims: t.field({
    type: ReceiptClaimConnection,
    description:
      'Claims of receipts, newest first: of a customer its own, with a token of a member those at its tills, of a member those of its tills, of administrators all.',
    args: {
      ...bothWaysArgs(),
      pending: t.arg.boolean({ description: 'True: those alone that wait for a yes.' }),
    },
    resolve: async (_root, { pending, ...args }, context) => {
      const where = visibleTo(context.principal).receiptClaim
      const waiting = where && pending ? pendingOn(await today(context)) : {}
      return idPage(args, 'receiptClaim', async ({ beyond, ...range }) =>
        where
          ? storeOf(context).prisma.receiptClaim.findMany({
              ...range,
              where: { AND: [where, waiting, beyond] },
            })
          : [],
      )
    },
  }),
}))

/** Today in the coalition of whoever asks; only who belongs to one sees claims. */
async function today({ principal, loaders }: ApiContext) {
  const coalitionId = 'coalitionId' in principal ? principal.coalitionId : ''
  return present(await loaders.todayOfCoalition({ coalitionId, id: coalitionId }))
}
