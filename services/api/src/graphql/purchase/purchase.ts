import {
  CreditLimitReachedError,
  CustomerClosedError,
  CustomerFrozenError,
  FiscalReceiptUsedError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  MemberNotActiveError,
  NotFoundError,
  PointsShareExceededError,
  PriceChangedError,
  points,
  ReceiptAlreadyUsedError,
  SaleBeforeJoiningError,
  SaleNeedsApprovalError,
  SaleTooLateError,
  SpendingLimitReachedError,
  VoucherNotUsableError,
} from '@artel/ledger'
import { readFiscalId } from '@artel/rules'
import type { Prisma } from '@artel/store/prisma'
import {
  decodePublicId,
  encodePublicId,
  type PurchaseBy as PurchaseByRead,
  recordPurchase,
} from '@artel/use-cases'
import { seesAffairsOf, visibleTo } from '../../auth/visible.ts'
import { type ApiContext, storeOf, verbContext } from '../../context.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { clickField, clickOf } from '../vocabulary/click.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { Money, MoneyInput, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { type PageArgs, pageArgs, pageSize, readCursor, toPage } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { RECORDED_BY } from './acting-person.ts'
import { AppliedRule, rulesOfPurchase } from './applied-rule.ts'
import { billCodeField, vouchersField } from './bill-code-field.ts'
import { FiscalReceipt, FiscalReceiptInput } from './fiscal-receipt.ts'
import { linesOf, PurchaseLine, PurchaseLineInput } from './purchase-line.ts'

export const Purchase = builder.prismaObject('Purchase', {
  description: 'One receipt of one member, as recorded.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'Where it was made.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    customer: t.field({
      type: Customer,
      description: 'Who made it.',
      resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: customerId })),
    }),
    receiptRef: t.exposeString('receiptRef', { description: "The member's own receipt number." }),
    total: t.field({
      type: Money,
      description: 'The whole bill, discount and points part included.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.totalMinor),
    }),
    discount: t.field({
      type: Money,
      description: 'What rules took off the bill, before points paid.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.discountMinor),
    }),
    rules: t.field({
      type: [AppliedRule],
      description:
        'What each rule of the member gave, then why others gave nothing; a customer sees what gave.',
      resolve: rulesOfPurchase,
    }),
    pointsPart: t.field({
      type: Money,
      description: 'Part paid in points, at face value.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.pointsPartMinor),
    }),
    moneyPart: t.field({
      type: Money,
      description: 'Part paid in money: what points were earned on.',
      resolve: (row, _args, context) =>
        moneyOf(context, row.coalitionId, row.totalMinor - row.discountMinor - row.pointsPartMinor),
    }),
    pointsRedeemed: t.expose('pointsRedeemed', { type: 'Points', description: 'Points spent on it.' }),
    pointsEarned: t.expose('pointsEarned', { type: 'Points', description: 'Points it earned.' }),
    lines: t.field({
      type: [PurchaseLine],
      description: 'Its lines as sent.',
      resolve: linesOf,
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'The code that the customer named, upper case; null for none.',
    }),
    fiscal: t.field({
      type: FiscalReceipt,
      nullable: true,
      description: 'The fiscal receipt of the till; null for none.',
      resolve: ({ fiscalReceipt }) => (fiscalReceipt === null ? null : readFiscalId(fiscalReceipt)),
    }),
    occurredAt: t.expose('occurredAt', {
      type: 'DateTime',
      description: "When the sale happened, by the member's clock.",
    }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
    recordedBy: t.field(RECORDED_BY),
    refundable: t.field({
      type: Money,
      description: 'What may still be refunded.',
      resolve: async (row, _args, context) => {
        const { coalitionId, id } = row
        const refunds = (await context.loaders.refundsOfPurchase({ coalitionId, id })) ?? []
        const refunded = refunds.reduce((sum, refund) => sum + refund.amountMinor, 0n)
        return moneyOf(context, coalitionId, row.totalMinor - row.discountMinor - refunded)
      },
    }),
  }),
})
publicNode(Purchase)

export const PurchaseBy = builder.inputType('PurchaseBy', {
  description: 'Names a purchase in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Id of the purchase.' }),
    receiptRef: t.string({ description: "The calling member's own receipt." }),
  }),
})

/** How a use-case is told which purchase; a malformed id is not found. */
export function purchaseBy(by: typeof PurchaseBy.$inferInput): PurchaseByRead {
  return by.id == null
    ? { receiptRef: by.receiptRef ?? '' }
    : { id: uuidOf('purchase', by.id, ['purchase', 'id']) }
}

builder.queryField('purchase', (t) =>
  t.field({
    type: Purchase,
    nullable: true,
    description: 'A purchase; null when there is none that the caller may see.',
    args: { by: t.arg({ type: PurchaseBy, required: true, description: 'Which purchase.' }) },
    resolve: (_root, { by }, context) => {
      const where = visibleTo(context.principal).purchase
      const asked = by.id == null ? ownReceipt(context, by.receiptRef ?? '') : byId(by.id)
      return where && asked && storeOf(context).prisma.purchase.findFirst({ where: { AND: [where, asked] } })
    },
  }),
)

function byId(publicId: string): Prisma.PurchaseWhereInput | null {
  const id = decodePublicId('purchase', publicId)
  return id ? { id } : null
}

/** A receipt reference means something only to the member that gave it. */
function ownReceipt({ principal }: ApiContext, receiptRef: string): Prisma.PurchaseWhereInput | null {
  return principal.kind === 'member' ? { memberId: principal.memberId, receiptRef } : null
}

const MemberPurchasesConnection = builder.connectionObject(
  { type: Purchase, name: 'MemberPurchasesConnection' },
  { name: 'MemberPurchasesConnectionEdge' },
)
const CustomerPurchasesConnection = builder.connectionObject(
  { type: Purchase, name: 'CustomerPurchasesConnection' },
  { name: 'CustomerPurchasesConnectionEdge' },
)

builder.prismaObjectField('Member', 'purchases', (t) =>
  t.field({
    type: MemberPurchasesConnection,
    nullable: true,
    description: "The member's own purchases, newest first. For itself and administrators; null for others.",
    args: pageArgs(),
    resolve: (member, args, context) =>
      seesAffairsOf(context.principal, member)
        ? purchasesPage(context, { coalitionId: member.coalitionId, memberId: member.id }, args)
        : null,
  }),
)

builder.prismaObjectField('Customer', 'purchases', (t) =>
  t.field({
    type: CustomerPurchasesConnection,
    description: 'Purchases, newest first; a member sees those made at it.',
    args: pageArgs(),
    resolve: (customer, args, context) =>
      purchasesPage(context, { coalitionId: customer.coalitionId, customerId: customer.id }, args),
  }),
)

async function purchasesPage(context: ApiContext, of: Prisma.PurchaseWhereInput, args: PageArgs) {
  const after = readCursor(args, (cursor) => decodePublicId('purchase', cursor))
  const size = pageSize(args)
  const where = visibleTo(context.principal).purchase
  const rows = where
    ? await storeOf(context).prisma.purchase.findMany({
        where: { AND: [where, of, after ? { id: { lt: after } } : {}] },
        orderBy: { id: 'desc' },
        take: size + 1,
      })
    : []
  return toPage(rows, args, (purchase) => encodePublicId('purchase', purchase.id))
}

const PurchaseRecordInput = builder.inputType('PurchaseRecordInput', {
  description: 'A sale to record.',
  fields: (t) => ({
    customer: t.field({ type: CustomerBy, required: true, description: 'Who bought.' }),
    receiptRef: t.string({
      required: true,
      description: "The member's own receipt number: one receipt is one purchase.",
    }),
    total: t.field({
      type: MoneyInput,
      required: true,
      description: 'The whole bill, points part included.',
    }),
    points: t.field({
      type: 'Points',
      required: true,
      defaultValue: points(0n),
      description: 'Points to spend on it.',
    }),
    lines: t.field({ type: [PurchaseLineInput], description: 'When given, must sum to the total.' }),
    code: billCodeField(t),
    vouchers: vouchersField(t),
    clickId: clickField(t),
    fiscal: t.field({
      type: FiscalReceiptInput,
      description:
        'The fiscal receipt of the till: one is one purchase of the coalition, and nobody claims it again.',
    }),
    occurredAt: t.field({ type: 'DateTime', description: 'When the sale happened; defaults to now.' }),
    confirmation: t.field({
      type: ConfirmationInput,
      description: "The customer's code, where so many points need one.",
    }),
    expectedToPay: t.field({
      type: MoneyInput,
      description:
        'What the customer was told that is left to pay in money: `moneyPart` of the quote. Refused when it comes to anything else.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const PurchaseRecordPayload = builder
  .objectRef<Awaited<ReturnType<typeof recordPurchase>>>('PurchaseRecordPayload')
  .implement({
    description: 'The purchase as recorded.',
    fields: (t) => ({
      purchase: t.expose('purchase', { type: Purchase, description: 'The purchase.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The customer's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('purchaseRecord', (t) =>
  t.field({
    type: PurchaseRecordPayload,
    description: 'Records a sale: its money part earns, its points part redeems, both or neither.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CreditLimitReachedError,
        SaleNeedsApprovalError,
        SaleTooLateError,
        SaleBeforeJoiningError,
        CustomerClosedError,
        CustomerFrozenError,
        InsufficientPointsError,
        SpendingLimitReachedError,
        PointsShareExceededError,
        PriceChangedError,
        VoucherNotUsableError,
        ReceiptAlreadyUsedError,
        FiscalReceiptUsedError,
        ...CONFIRMATION_REFUSALS,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: PurchaseRecordInput, required: true, description: 'The sale.' }) },
    resolve: (_root, { input }, context) =>
      recordPurchase(verbContext(context), {
        ...given(input),
        customer: customerBy(input.customer),
        clickId: clickOf(input.clickId),
        confirmation: confirmationGiven(input.confirmation),
      }),
  }),
)
