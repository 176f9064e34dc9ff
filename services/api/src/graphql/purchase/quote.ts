import {
  CustomerClosedError,
  CustomerFrozenError,
  InsufficientPointsError,
  MemberNotActiveError,
  NotFoundError,
  PointsShareExceededError,
  SpendingLimitReachedError,
  TokenCapExceededError,
  VoucherNotUsableError,
} from '@artel/ledger'
import { type PurchaseQuote as PurchaseQuoteRead, quotePurchase } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { CustomerBy, customerBy } from '../customer/customer.ts'
import { Member } from '../member/member.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { Money, MoneyInput } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { AppliedRule, rulesOfQuote } from './applied-rule.ts'
import { billCodeField, vouchersField } from './bill-code-field.ts'
import { PurchaseLineInput } from './purchase-line.ts'

const EarningCredit = builder.enumType('EarningCredit', {
  description: "What a member's credit limit says to the points of a purchase.",
  values: {
    ALLOWED: { description: 'It issues them.' },
    REFUSED: { description: 'The purchase would be refused with CREDIT_LIMIT_REACHED.' },
    NEEDS_APPROVAL: {
      description: 'The purchase would be refused with SALE_NEEDS_APPROVAL, and wait for the coalition.',
    },
  } as const,
})

const PurchaseQuote = builder.objectRef<PurchaseQuoteRead>('PurchaseQuote').implement({
  description: 'What a purchase would do, before it is made. Nothing is written.',
  fields: (t) => ({
    member: t.expose('member', { type: Member, description: 'Where it would be made.' }),
    total: t.field({
      type: Money,
      description: 'The whole bill.',
      resolve: ({ totalMinor, currency }) => ({ amountMinor: totalMinor, currency }),
    }),
    discount: t.field({
      type: Money,
      description: 'What rules would take off it, before points pay.',
      resolve: ({ discountMinor, currency }) => ({ amountMinor: discountMinor, currency }),
    }),
    rules: t.field({
      type: [AppliedRule],
      description:
        'What each rule of the member would give; for itself and administrators, then why others would give nothing.',
      resolve: rulesOfQuote,
    }),
    pointsToRedeem: t.expose('pointsToRedeem', {
      type: 'Points',
      description: 'Points asked to be spent, 0 when none were.',
    }),
    pointsPart: t.field({
      type: Money,
      description: 'Part that the points would pay.',
      resolve: ({ pointsPartMinor, currency }) => ({ amountMinor: pointsPartMinor, currency }),
    }),
    moneyPart: t.field({
      type: Money,
      description: 'Part left to pay in money.',
      resolve: ({ moneyPartMinor, currency }) => ({ amountMinor: moneyPartMinor, currency }),
    }),
    pointsToEarn: t.expose('pointsToEarn', {
      type: 'Points',
      description: 'Points that the money part would earn.',
    }),
    maxPoints: t.expose('maxPoints', {
      type: 'Points',
      description:
        'Most points that this bill may take: by the share cap and, with a customer, by what is available.',
    }),
    needsConfirmation: t.exposeBoolean('needsConfirmation', {
      description:
        "Whether the points to redeem take a code of the customer (`confirmationRequest`): more than the coalition's threshold.",
    }),
    earningCredit: t.expose('earningCredit', {
      type: EarningCredit,
      nullable: true,
      description:
        "What the member's credit limit says to the points. For itself and administrators; null for others.",
    }),
    faceValue: t.field({
      type: Money,
      description: 'What one point pays at the till.',
      resolve: ({ faceValueMinor, currency }) => ({ amountMinor: faceValueMinor, currency }),
    }),
  }),
})

const PurchaseQuoteInput = builder.inputType('PurchaseQuoteInput', {
  description: 'The purchase to think through.',
  fields: (t) => ({
    memberId: t.id({ description: "Defaults to the caller's member; required for anonymous callers." }),
    customer: t.field({
      type: CustomerBy,
      description: "Members may quote for a customer; a customer's token quotes for itself.",
    }),
    total: t.field({
      type: MoneyInput,
      required: true,
      description: 'The whole bill, points part included.',
    }),
    points: t.field({ type: 'Points', description: 'Points to spend on it.' }),
    lines: t.field({ type: [PurchaseLineInput], description: 'When given, must sum to the total.' }),
    code: billCodeField(t),
    vouchers: vouchersField(t),
  }),
})

builder.queryField('purchaseQuote', (t) =>
  t.field({
    type: PurchaseQuote,
    description:
      'Says what a purchase would earn and what it may take in points. Needs no key for a public quote.',
    errors: {
      types: [
        NotFoundError,
        MemberNotActiveError,
        InsufficientPointsError,
        SpendingLimitReachedError,
        PointsShareExceededError,
        TokenCapExceededError,
        VoucherNotUsableError,
        CustomerClosedError,
        CustomerFrozenError,
      ],
    },
    args: { input: t.arg({ type: PurchaseQuoteInput, required: true, description: 'The purchase.' }) },
    resolve: (_root, { input: { memberId, customer, ...bill } }, context) =>
      quotePurchase(verbContext(context), {
        ...given(bill),
        ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
        ...(customer == null ? {} : { customer: customerBy(customer) }),
      }),
  }),
)
