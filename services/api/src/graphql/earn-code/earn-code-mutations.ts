import {
  AlreadyExistsError,
  CreditLimitReachedError,
  CustomerClosedError,
  EarnCodeNotUsableError,
  FiscalReceiptUsedError,
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  ReceiptAlreadyUsedError,
  SaleBeforeJoiningError,
  SaleNeedsApprovalError,
  SaleTooLateError,
} from '@artel/ledger'
import { writtenEarnCode } from '@artel/rules'
import type { EarnCode as EarnCodeRow } from '@artel/store/prisma'
import {
  claimEarnCode,
  earnCodeAddress,
  type IssuedEarnCode,
  issueEarnCode,
  linkQrSvg,
  revokeEarnCode,
} from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { FiscalReceiptInput } from '../purchase/fiscal-receipt.ts'
import { Purchase } from '../purchase/purchase.ts'
import { PurchaseLineInput } from '../purchase/purchase-line.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { EarnCode } from './earn-code.ts'

const EarnCodeIssueInput = builder.inputType('EarnCodeIssueInput', {
  description: 'A bill of which somebody is to earn by a code.',
  fields: (t) => ({
    receiptRef: t.string({
      required: true,
      description: "The member's own receipt number: one receipt is one purchase.",
    }),
    total: t.field({ type: MoneyInput, required: true, description: 'The whole bill.' }),
    lines: t.field({ type: [PurchaseLineInput], description: 'When given, must sum to the total.' }),
    fiscal: t.field({
      type: FiscalReceiptInput,
      description:
        'The fiscal receipt of the bill, where a till prints one: a claim of it and the code never both earn.',
    }),
    occurredAt: t.field({ type: 'DateTime', description: 'When the sale happened; defaults to now.' }),
    validDays: t.int({
      description:
        'Local days after today on which it is claimed; 14 when left out. No more than a sale may be handed in late.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const EarnCodeIssuePayload = builder.objectRef<IssuedEarnCode>('EarnCodeIssuePayload').implement({
  description: 'The earn code as issued. Nobody is told the code again but by the same command.',
  fields: (t) => ({
    earnCode: t.expose('earnCode', { type: EarnCode, description: 'What it is for.' }),
    printedCode: t.string({
      description: 'To print or say: fifteen symbols, the last of which checks the others.',
      resolve: ({ code }) => writtenEarnCode(code),
    }),
    url: t.string({
      description: 'Its page, which says what the code is and consumes nothing.',
      resolve: ({ code }, _args, { publicUrl }) => earnCodeAddress(code, publicUrl),
    }),
    qrSvg: t.string({
      description: 'The QR code of its page, SVG.',
      resolve: ({ code }, _args, { publicUrl }) => linkQrSvg(earnCodeAddress(code, publicUrl)),
    }),
    replayed: replayedField(t),
  }),
})

const EarnCodeRevokeInput = builder.inputType('EarnCodeRevokeInput', {
  description: 'An earn code to take back.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Id of the earn code.' }) }),
})

const EarnCodePayload = builder.objectRef<{ readonly earnCode: EarnCodeRow }>('EarnCodePayload').implement({
  description: 'The earn code as it is now.',
  fields: (t) => ({ earnCode: t.expose('earnCode', { type: EarnCode, description: 'The earn code.' }) }),
})

const EarnCodeClaimInput = builder.inputType('EarnCodeClaimInput', {
  description: 'An earn code to claim.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description:
        'As it is printed or typed: case, blanks, look-alikes and a Russian keyboard are forgiven.',
    }),
    customer: t.field({
      type: CustomerBy,
      description: "Members name who claims it; a customer's token claims for itself.",
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})

const EarnCodeClaimPayload = builder
  .objectRef<Awaited<ReturnType<typeof claimEarnCode>>>('EarnCodeClaimPayload')
  .implement({
    description: 'The purchase that the code became.',
    fields: (t) => ({
      purchase: t.expose('purchase', { type: Purchase, description: 'The purchase.' }),
      balanceAfter: t.expose('balanceAfter', {
        type: 'Points',
        description: "The customer's balance after it.",
      }),
      replayed: replayedField(t),
    }),
  })

builder.mutationFields((t) => ({
  earnCodeIssue: t.field({
    type: EarnCodeIssuePayload,
    description: 'Issues a one-time code for a bill: whoever claims it first earns on the bill.',
    errors: {
      types: [
        MemberNotActiveError,
        SaleTooLateError,
        SaleBeforeJoiningError,
        ReceiptAlreadyUsedError,
        FiscalReceiptUsedError,
        AlreadyExistsError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: EarnCodeIssueInput, required: true, description: 'The bill.' }) },
    resolve: (_root, { input }, context) => issueEarnCode(verbContext(context), given(input), context),
  }),
  earnCodeRevoke: t.field({
    type: EarnCodePayload,
    description: 'Takes an earn code back that nobody claimed. Twice changes nothing.',
    errors: { types: [NotFoundError, MemberNotActiveError, EarnCodeNotUsableError] },
    args: { input: t.arg({ type: EarnCodeRevokeInput, required: true, description: 'The earn code.' }) },
    resolve: (_root, { input }, context) =>
      revokeEarnCode(verbContext(context), { id: uuidOf('earnCode', input.id, ['id']) }),
  }),
  earnCodeClaim: t.field({
    type: EarnCodeClaimPayload,
    description:
      'Claims an earn code: its bill is recorded as a purchase of the customer, once, and earns as of the moment of the sale.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        EarnCodeNotUsableError,
        CreditLimitReachedError,
        SaleNeedsApprovalError,
        SaleTooLateError,
        SaleBeforeJoiningError,
        CustomerClosedError,
        IdempotencyKeyMismatchError,
      ],
    },
    args: { input: t.arg({ type: EarnCodeClaimInput, required: true, description: 'The code.' }) },
    resolve: (_root, { input }, context) =>
      claimEarnCode(
        verbContext(context),
        { ...given(input), customer: input.customer ? customerBy(input.customer) : null },
        context,
      ),
  }),
}))
