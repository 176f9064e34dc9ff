import {
  IdempotencyKeyMismatchError,
  MemberNotActiveError,
  NotFoundError,
  PaymentLegClosedError,
  PaymentRecordedAlreadyError,
  PaymentReversedAlreadyError,
} from '@artel/ledger'
import { type ReversedPayment, recordPayment, reversePayment, setBankDetails } from '@artel/use-cases'
import { verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { PaymentLeg, SettlementPayment } from './payment-plan.ts'
import { SettlementWindow } from './settlement-window.ts'

const PaymentRecordInput = builder.inputType('PaymentRecordInput', {
  description: 'Money that was paid.',
  fields: (t) => ({
    legId: t.id({ required: true, description: 'What it pays.' }),
    amountMinor: t.field({
      type: 'Minor',
      required: true,
      description: 'How much, minor units; more than is open counts for the member in the next window.',
    }),
    paidOn: t.string({ required: true, description: 'ISO date on which the money moved.' }),
    note: t.string({ description: 'A note.' }),
    isAnother: t.boolean({
      description: 'It is another payment than one of the same leg, amount and day that is on record.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const PaymentReverseInput = builder.inputType('PaymentReverseInput', {
  description: 'A payment that was recorded wrongly, or whose money went back.',
  fields: (t) => ({
    paymentId: t.id({ required: true, description: 'The payment.' }),
    reason: t.string({ required: true, description: 'Why, at most 500 characters.' }),
    takenBackOn: t.string({
      description: 'ISO date on which the money went back, not before it was paid; today when left out.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const PaymentReversePayload = builder.objectRef<ReversedPayment>('PaymentReversePayload').implement({
  description: 'The payment as taken back.',
  fields: (t) => ({
    payment: t.expose('payment', { type: SettlementPayment, description: 'The payment, with its reversal.' }),
    leg: t.expose('leg', { type: PaymentLeg, description: 'What it had paid, as it is now.' }),
    window: t.expose('window', {
      type: SettlementWindow,
      description: 'The window: APPROVED again when it was SETTLED and misses the payment now.',
    }),
    replayed: replayedField(t),
  }),
})
const PaymentRecordPayload = builder
  .objectRef<Awaited<ReturnType<typeof recordPayment>>>('PaymentRecordPayload')
  .implement({
    description: 'The payment as recorded.',
    fields: (t) => ({
      payment: t.expose('payment', { type: SettlementPayment, description: 'The payment.' }),
      leg: t.expose('leg', { type: PaymentLeg, description: 'What it pays, as it is now.' }),
      replayed: replayedField(t),
    }),
  })
const BANK_DETAILS = {
  legalName: 'Full legal name.',
  taxId: 'Taxpayer number; in Russia the INN.',
  kpp: 'KPP of a Russian organisation.',
  address: 'Legal address.',
  signatoryPosition: 'Office of who signs.',
  signatoryName: 'Name of who signs.',
  account: 'Bank account: 20 digits in Russia, else an IBAN.',
  bankName: 'Name of the bank.',
  bankTown: 'Town of the bank.',
  bankCode: 'BIK in Russia, else BIC.',
  correspondentAccount: "The bank's correspondent account.",
} as const

const BankDetails = builder.prismaObject('BankDetails', {
  description: 'How registers, tax offices and banks know a party.',
  fields: (t) => ({
    legalName: t.exposeString('legalName', { description: BANK_DETAILS.legalName }),
    taxId: t.exposeString('taxId', { nullable: true, description: BANK_DETAILS.taxId }),
    kpp: t.exposeString('kpp', { nullable: true, description: BANK_DETAILS.kpp }),
    account: t.exposeString('account', { nullable: true, description: BANK_DETAILS.account }),
    bankCode: t.exposeString('bankCode', { nullable: true, description: BANK_DETAILS.bankCode }),
    isConfirmed: t.boolean({
      description:
        'Whether a second person has said the same. Payments that were approved with other details go by these only then.',
      resolve: ({ confirmedById }) => confirmedById !== null,
    }),
    vatRateBps: t.exposeInt('vatRateBps', {
      nullable: true,
      description: "VAT inside the operator's fees, basis points.",
    }),
  }),
})

const BankDetailsSetInput = builder.inputType('BankDetailsSetInput', {
  description: 'All that is known of a party; what is left out is forgotten.',
  fields: (t) => ({
    memberId: t.id({
      description:
        "Administrators name the member, or none for the coalition's operator; a member is itself.",
    }),
    affiliateId: t.id({ description: 'In place of the member, by administrators: the affiliate.' }),
    legalName: t.string({ required: true, description: BANK_DETAILS.legalName }),
    taxId: t.string({ description: BANK_DETAILS.taxId }),
    kpp: t.string({ description: BANK_DETAILS.kpp }),
    address: t.string({ description: BANK_DETAILS.address }),
    signatoryPosition: t.string({ description: BANK_DETAILS.signatoryPosition }),
    signatoryName: t.string({ description: BANK_DETAILS.signatoryName }),
    account: t.string({ description: BANK_DETAILS.account }),
    bankName: t.string({ description: BANK_DETAILS.bankName }),
    bankTown: t.string({ description: BANK_DETAILS.bankTown }),
    bankCode: t.string({ description: BANK_DETAILS.bankCode }),
    correspondentAccount: t.string({ description: BANK_DETAILS.correspondentAccount }),
    vatRateBps: t.int({ description: "VAT inside the operator's fees, basis points; none when left out." }),
  }),
})
const BankDetailsSetPayload = builder
  .objectRef<{ readonly bankDetails: Awaited<ReturnType<typeof setBankDetails>> }>('BankDetailsSetPayload')
  .implement({
    description: 'The legal and bank details as they are now.',
    fields: (t) => ({
      bankDetails: t.expose('bankDetails', { type: BankDetails, description: 'The legal and bank details.' }),
    }),
  })

builder.mutationFields((t) => ({
  paymentRecord: t.field({
    type: PaymentRecordPayload,
    description: 'Records money that was paid outside, in full, in part or in excess, and books it.',
    errors: {
      types: [NotFoundError, PaymentLegClosedError, PaymentRecordedAlreadyError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: PaymentRecordInput, required: true, description: 'The payment.' }) },
    resolve: (_root, { input }, context) =>
      recordPayment(verbContext(context), {
        ...given(input),
        legId: uuidOf('paymentLeg', input.legId, ['legId']),
      }),
  }),
  paymentReverse: t.field({
    type: PaymentReversePayload,
    description:
      'Takes back a payment that was recorded wrongly, or whose money went back: an entry undoes it, and its leg is open again.',
    errors: { types: [NotFoundError, PaymentReversedAlreadyError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: PaymentReverseInput, required: true, description: 'The payment.' }) },
    resolve: (_root, { input }, context) =>
      reversePayment(verbContext(context), {
        ...given(input),
        paymentId: uuidOf('payment', input.paymentId, ['paymentId']),
      }),
  }),
  bankDetailsSet: t.field({
    type: BankDetailsSetPayload,
    description:
      'Says how registers and banks know a member, or the operator of the coalition. Said once more by another person, it is confirmed.',
    errors: { types: [NotFoundError, MemberNotActiveError] },
    args: {
      input: t.arg({ type: BankDetailsSetInput, required: true, description: 'The legal and bank details.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { memberId, affiliateId, ...rest } = given(input)
      return {
        bankDetails: await setBankDetails(verbContext(context), {
          ...rest,
          ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
          ...(affiliateId == null ? {} : { affiliateId: uuidOf('affiliate', affiliateId, ['affiliateId']) }),
        }),
      }
    },
  }),
}))
