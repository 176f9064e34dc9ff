import {
  CreditLimitReachedError,
  CustomerClosedError,
  FiscalReceiptUsedError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  ReceiptAlreadyUsedError,
  ReceiptNotClaimableError,
  SaleBeforeJoiningError,
  SaleNeedsApprovalError,
  SaleTooLateError,
} from '@artel/ledger'
import type { ReceiptClaim as ReceiptClaimRow } from '@artel/store/prisma'
import {
  confirmReceiptClaim,
  declineReceiptClaim,
  type MadeReceiptClaim,
  makeReceiptClaim,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { Purchase } from '../purchase/purchase.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { ReceiptClaim } from './receipt-claim.ts'

const ReceiptClaimMakeInput = builder.inputType('ReceiptClaimMakeInput', {
  description: 'A fiscal receipt to claim.',
  fields: (t) => ({
    receipt: t.string({
      required: true,
      description:
        'The text of its QR code: `t=20260105T1432&s=1234.00&fn=...&i=...&fp=...&n=1`, its parts in any order.',
    }),
    customer: t.field({
      type: CustomerBy,
      description: "Members name whose it is; a customer's token claims for itself.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const ReceiptClaimMakePayload = builder.objectRef<MadeReceiptClaim>('ReceiptClaimMakePayload').implement({
  description: 'The claim as made: it waits for its member.',
  fields: (t) => ({
    receiptClaim: t.expose('receiptClaim', { type: ReceiptClaim, description: 'The claim.' }),
    replayed: replayedField(t),
  }),
})

const ReceiptClaimConfirmInput = builder.inputType('ReceiptClaimConfirmInput', {
  description: 'A claim to say yes to.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the claim.' }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const ReceiptClaimConfirmPayload = builder
  .objectRef<Awaited<ReturnType<typeof confirmReceiptClaim>>>('ReceiptClaimConfirmPayload')
  .implement({
    description: 'The purchase that the claim became.',
    fields: (t) => ({
      purchase: t.expose('purchase', { type: Purchase, description: 'The purchase.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The customer's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

const ReceiptClaimDeclineInput = builder.inputType('ReceiptClaimDeclineInput', {
  description: 'A claim to say no to.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the claim.' }),
    reason: t.string({ required: true, description: 'Why, for the customer; at most 200 characters.' }),
  }),
})

const ReceiptClaimPayload = builder
  .objectRef<{ readonly receiptClaim: ReceiptClaimRow }>('ReceiptClaimPayload')
  .implement({
    description: 'The claim as it is now.',
    fields: (t) => ({
      receiptClaim: t.expose('receiptClaim', { type: ReceiptClaim, description: 'The claim.' }),
    }),
  })

builder.mutationFields((t) => ({
  receiptClaimMake: t.field({
    type: ReceiptClaimMakePayload,
    description:
      'Claims a fiscal receipt that no till recorded. Nothing is earned by it until the member whose till printed it says yes.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        ReceiptNotClaimableError,
        SaleBeforeJoiningError,
        CustomerClosedError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: ReceiptClaimMakeInput, required: true, description: 'The receipt.' }) },
    resolve: (_root, { input }, context) =>
      makeReceiptClaim(verbContext(context), {
        ...given(input),
        customer: input.customer ? customerBy(input.customer) : null,
      }),
  }),
  receiptClaimConfirm: t.field({
    type: ReceiptClaimConfirmPayload,
    description:
      "The member's yes to a claim: a purchase of its sum is recorded for the customer, once, and earns as of the moment of the receipt.",
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        ReceiptNotClaimableError,
        FiscalReceiptUsedError,
        ReceiptAlreadyUsedError,
        CreditLimitReachedError,
        SaleNeedsApprovalError,
        SaleTooLateError,
        SaleBeforeJoiningError,
        CustomerClosedError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: ReceiptClaimConfirmInput, required: true, description: 'The claim.' }) },
    resolve: (_root, { input }, context) =>
      confirmReceiptClaim(verbContext(context), {
        ...given(input),
        id: uuidOf('receiptClaim', input.id, ['id']),
      }),
  }),
  receiptClaimDecline: t.field({
    type: ReceiptClaimPayload,
    description: "The member's no to a claim, with a reason that the customer reads. Twice changes nothing.",
    errors: { types: [NotFoundError, MemberNotActiveError, ReceiptNotClaimableError] },
    args: { input: t.arg({ type: ReceiptClaimDeclineInput, required: true, description: 'The claim.' }) },
    resolve: (_root, { input }, context) =>
      declineReceiptClaim(verbContext(context), {
        ...given(input),
        id: uuidOf('receiptClaim', input.id, ['id']),
      }),
  }),
}))
