import {
  CaptureExceedsHoldError,
  CreditLimitReachedError,
  CustomerClosedError,
  CustomerFrozenError,
  FiscalReceiptUsedError,
  HoldNotOpenError,
  IdempotencyKeyMismatchError,
  InsufficientPointsError,
  MemberNotActiveError,
  NewDeviceError,
  NotFoundError,
  PointsShareExceededError,
  PriceChangedError,
  ReceiptAlreadyUsedError,
  SaleBeforeJoiningError,
  SaleNeedsApprovalError,
  SaleTooLateError,
  SpendingLimitReachedError,
  TokenCapExceededError,
  VoucherNotUsableError,
} from '@artel/ledger'
import { captureHold, createHold, decodePublicId, toldOfMember, voidHold } from '@artel/use-cases'
import { visibleTo } from '../../auth/visible.ts'
import { storeOf, verbContext } from '../../context.ts'
import { atMember } from '../../loaders/at-member.ts'
import { Customer, CustomerBy, customerBy } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { RECORDED_BY } from '../purchase/acting-person.ts'
import { billCodeField, vouchersField } from '../purchase/bill-code-field.ts'
import { FiscalReceiptInput } from '../purchase/fiscal-receipt.ts'
import { Purchase } from '../purchase/purchase.ts'
import { PurchaseLineInput } from '../purchase/purchase-line.ts'
import { builder } from '../vocabulary/builder.ts'
import { clickField, clickOf } from '../vocabulary/click.ts'
import { ConfirmationInput, confirmationGiven } from '../vocabulary/confirmation.ts'
import { CONFIRMATION_REFUSALS } from '../vocabulary/confirmation-refusals.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { Money, MoneyInput, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { firstArg, pageSize } from '../vocabulary/page.ts'
import { present } from '../vocabulary/present.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { HoldStatus } from '../vocabulary/status.ts'

export const Hold = builder.prismaObject('Hold', {
  description: 'Points reserved for one order of one member until a time-out.',
  fields: (t) => ({
    member: t.field({
      type: Member,
      description: 'The member that may capture it.',
      resolve: async ({ coalitionId, memberId }, _args, { loaders }) =>
        present(await loaders.member({ coalitionId, id: memberId })),
    }),
    customer: t.field({
      type: Customer,
      description: 'Whose points they are.',
      resolve: async ({ coalitionId, customerId }, _args, { loaders }) =>
        present(await loaders.customer({ coalitionId, id: customerId })),
    }),
    points: t.expose('points', { type: 'Points', description: 'Points reserved.' }),
    status: t.field({
      type: HoldStatus,
      description: 'What became of it.',
      resolve: (hold) => hold.status as typeof HoldStatus.$inferType,
    }),
    orderRef: t.exposeString('orderRef', { description: "The member's own name of the order." }),
    bill: t.field({
      type: Money,
      description: 'The bill that it was made for; the final bill may differ.',
      resolve: (row, _args, context) => moneyOf(context, row.coalitionId, row.billMinor),
    }),
    code: t.exposeString('code', {
      nullable: true,
      description: 'The code that the customer named, upper case; null for none.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    recordedBy: t.field(RECORDED_BY),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it times out.' }),
    purchase: t.field({
      type: Purchase,
      nullable: true,
      description: 'The purchase that captured it.',
      resolve: ({ coalitionId, id, status }, _args, { loaders, principal }) =>
        status === 'CAPTURED' && visibleTo(principal).purchase
          ? loaders.purchaseOfHold({ coalitionId, id })
          : null,
    }),
  }),
})
publicNode(Hold)

builder.queryField('hold', (t) =>
  t.field({
    type: Hold,
    nullable: true,
    description: 'A hold; null when there is none that the caller may see.',
    args: { id: t.arg.id({ required: true, description: 'Id of the hold.' }) },
    resolve: (_root, args, context) => {
      const id = decodePublicId('hold', args.id)
      const where = visibleTo(context.principal).hold
      return id && where ? storeOf(context).prisma.hold.findFirst({ where: { AND: [where, { id }] } }) : null
    },
  }),
)

builder.prismaObjectField('Customer', 'holds', (t) =>
  t.field({
    type: [Hold],
    description:
      'The first of its open holds, newest first; a member, and a token that it issued, sees its own.',
    args: firstArg(),
    resolve: async ({ coalitionId, id: customerId }, args, { loaders, principal }) => {
      const where = visibleTo(principal).hold
      if (where?.coalitionId !== coalitionId) return []
      if (principal.kind === 'customer' && principal.customerId !== customerId) return []
      const id = atMember(toldOfMember(principal), customerId, pageSize(args))
      return [...((await loaders.openHolds({ coalitionId, id })) ?? [])]
    },
  }),
)

const HoldCreateInput = builder.inputType('HoldCreateInput', {
  description: 'Points to reserve.',
  fields: (t) => ({
    customer: t.field({
      type: CustomerBy,
      description: "Members name the customer; a customer's token holds its own points.",
    }),
    orderRef: t.string({ required: true, description: "The member's own name of the order." }),
    bill: t.field({ type: MoneyInput, required: true, description: 'The bill as it is now.' }),
    points: t.field({ type: 'Points', required: true, description: 'Points to reserve.' }),
    code: billCodeField(t),
    ttlSeconds: t.int({ description: "Time-out in seconds; defaults to the terms' and is never longer." }),
    confirmation: t.field({
      type: ConfirmationInput,
      description: "The customer's code, where so many points need one; with a customer's token too.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const HoldCreatePayload = builder
  .objectRef<Awaited<ReturnType<typeof createHold>>>('HoldCreatePayload')
  .implement({
    description: 'The hold as made.',
    fields: (t) => ({
      hold: t.expose('hold', { type: Hold, description: 'The hold.' }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('holdCreate', (t) =>
  t.field({
    type: HoldCreatePayload,
    description: 'Reserves points of a customer for one order until the time-out.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CustomerClosedError,
        CustomerFrozenError,
        InsufficientPointsError,
        NewDeviceError,
        SpendingLimitReachedError,
        PointsShareExceededError,
        TokenCapExceededError,
        ...CONFIRMATION_REFUSALS,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: HoldCreateInput, required: true, description: 'What to reserve.' }) },
    resolve: (_root, { input }, context) =>
      createHold(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
        confirmation: confirmationGiven(input.confirmation),
      }),
  }),
)

const HoldCaptureInput = builder.inputType('HoldCaptureInput', {
  description: 'The final bill of a hold.',
  fields: (t) => ({
    holdId: t.id({ required: true, description: 'Id of the hold.' }),
    receiptRef: t.string({
      required: true,
      description: "The member's own receipt number: one receipt is one purchase.",
    }),
    total: t.field({
      type: MoneyInput,
      required: true,
      description: 'The final bill, points part included.',
    }),
    points: t.field({
      type: 'Points',
      description: 'Points to take; defaults to as many held points as the final bill may take.',
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
    expectedToPay: t.field({
      type: MoneyInput,
      description:
        'What the customer was told that is left to pay in money: `moneyPart` of the quote. Refused when it comes to anything else.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const HoldCapturePayload = builder
  .objectRef<Awaited<ReturnType<typeof captureHold>>>('HoldCapturePayload')
  .implement({
    description: 'The purchase that the hold became.',
    fields: (t) => ({
      purchase: t.expose('purchase', { type: Purchase, description: 'The purchase.' }),
      hold: t.expose('hold', { type: Hold, description: 'The hold, CAPTURED.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The customer's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationField('holdCapture', (t) =>
  t.field({
    type: HoldCapturePayload,
    description: 'Turns a hold into a purchase of the final bill and releases what it does not take.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        CreditLimitReachedError,
        SaleNeedsApprovalError,
        SaleTooLateError,
        SaleBeforeJoiningError,
        HoldNotOpenError,
        CaptureExceedsHoldError,
        PointsShareExceededError,
        PriceChangedError,
        VoucherNotUsableError,
        ReceiptAlreadyUsedError,
        FiscalReceiptUsedError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: {
      input: t.arg({ type: HoldCaptureInput, required: true, description: 'The hold and its final bill.' }),
    },
    resolve: (_root, { input }, context) =>
      captureHold(verbContext(context), {
        ...given(input),
        holdId: uuidOf('hold', input.holdId, ['holdId']),
        clickId: clickOf(input.clickId),
      }),
  }),
)

const HoldVoidInput = builder.inputType('HoldVoidInput', {
  description: 'A hold to release.',
  fields: (t) => ({
    holdId: t.id({ required: true, description: 'Id of the hold.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const HoldVoidPayload = builder.objectRef<Awaited<ReturnType<typeof voidHold>>>('HoldVoidPayload').implement({
  description: 'The hold as released.',
  fields: (t) => ({
    hold: t.expose('hold', { type: Hold, description: 'The hold, VOIDED.' }),
    replayed: replayedField(t),
  }),
})

builder.mutationField('holdVoid', (t) =>
  t.field({
    type: HoldVoidPayload,
    description: 'Releases a hold of the calling member.',
    errors: { types: [MemberNotActiveError, NotFoundError, HoldNotOpenError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: HoldVoidInput, required: true, description: 'The hold.' }) },
    resolve: (_root, { input }, context) =>
      voidHold(verbContext(context), { ...input, holdId: uuidOf('hold', input.holdId, ['holdId']) }),
  }),
)
