import {
  BankFileUnreadableError,
  IdempotencyKeyMismatchError,
  NotFoundError,
  PaymentLegClosedError,
} from '@artel/ledger'
import {
  encodePublicId,
  type ImportedBankLine,
  importBankStatement,
  recordPayment,
  setBankDetails,
} from '@artel/use-cases'
import { coalitionIdOf, verbContext } from '../../context.ts'
import { builder } from '../vocabulary/builder.ts'
import { given } from '../vocabulary/given.ts'
import { idempotencyKeyField, replayedField } from '../vocabulary/idempotency.ts'
import { Money, moneyOf } from '../vocabulary/money.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import { publicNode } from '../vocabulary/public-node.ts'
import { PaymentLeg } from './payment-plan.ts'

const SettlementPayment = builder.prismaObject('Payment', {
  name: 'SettlementPayment',
  description: 'Money that changed hands outside, as recorded.',
  fields: (t) => ({
    leg: t.relation('leg', { description: 'What it pays.' }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ coalitionId, amountMinor }, _args, context) => moneyOf(context, coalitionId, amountMinor),
    }),
    paidOn: t.string({
      description: 'ISO date on which the money moved.',
      resolve: ({ paidOn }) => paidOn.toISOString().slice(0, 10),
    }),
    entryId: t.id({ description: 'Its entry.', resolve: ({ entryId }) => encodePublicId('entry', entryId) }),
    source: t.exposeString('source', { description: 'MANUAL, or BANK: a line of an imported statement.' }),
    note: t.exposeString('note', { description: 'A note, or the purpose from the bank.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
})
publicNode(SettlementPayment)

const BankLineAllocation = builder
  .objectRef<{ readonly legId: string; readonly amountMinor: bigint }>('BankLineAllocation')
  .implement({
    description: 'A part of a line of a bank statement that pays a leg.',
    fields: (t) => ({
      legId: t.id({ description: 'The leg.', resolve: ({ legId }) => encodePublicId('paymentLeg', legId) }),
      amount: t.field({
        type: Money,
        description: 'How much of the line.',
        resolve: ({ amountMinor }, _args, context) => moneyOf(context, coalitionIdOf(context), amountMinor),
      }),
    }),
  })

const ImportedBankLineType = builder.objectRef<ImportedBankLine>('ImportedBankLine').implement({
  description: 'What became of one line of a bank statement.',
  fields: (t) => ({
    line: t.exposeInt('line', { description: 'The line of the file, from 1.' }),
    bookedOn: t.exposeString('bookedOn', { description: 'ISO date of booking.' }),
    direction: t.exposeString('direction', { description: 'IN or OUT of the account.' }),
    amount: t.field({
      type: Money,
      description: 'How much.',
      resolve: ({ amountMinor }, _args, context) => moneyOf(context, coalitionIdOf(context), amountMinor),
    }),
    purpose: t.exposeString('purpose', { description: 'What the line says it is for.' }),
    verdict: t.exposeString('verdict', {
      description: 'MATCHED, PARTIAL, OVER_PAID, UNMATCHED, or SKIPPED: it proves nothing.',
    }),
    allocations: t.expose('allocations', { type: [BankLineAllocation], description: 'What it pays.' }),
    remainder: t.field({
      type: Money,
      description: 'What of it pays nothing.',
      resolve: ({ remainderMinor }, _args, context) =>
        moneyOf(context, coalitionIdOf(context), remainderMinor),
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        'Why: NOTHING_LEFT, UNKNOWN_PAYER, NO_OPEN_LEG, SEVERAL_PARTIES, REPEATED_LINE, NOT_BOOKED, REVERSAL, OTHER_CURRENCY.',
    }),
    otherPayer: t.exposeBoolean('otherPayer', {
      description: 'The reference fits, but somebody else paid: a person should look.',
    }),
    isNew: t.exposeBoolean('isNew', {
      description:
        'This import recorded what the line pays. False for what an earlier import of the same file had recorded, and for what pays nothing.',
    }),
  }),
})

const BankImport = builder.prismaObject('BankImport', {
  description:
    "A reading of a bank's statement. The same file is read again for lines that nothing explained before.",
  fields: (t) => ({
    format: t.exposeString('format', { description: 'CLIENT_BANK_EXCHANGE or CAMT_053.' }),
    fileHash: t.exposeString('fileHash', { description: 'SHA-256 of the file, hex.' }),
    runNo: t.exposeInt('runNo', {
      description: '1 for the first reading of the file; only those that found something follow.',
    }),
    lineCount: t.exposeInt('lineCount', { description: 'How many lines it has.' }),
    importedAt: t.expose('importedAt', { type: 'DateTime', description: 'When it was read.' }),
  }),
})
publicNode(BankImport)

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
    idempotencyKey: idempotencyKeyField(t),
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
const BankStatementImportInput = builder.inputType('BankStatementImportInput', {
  description: "A bank's statement.",
  fields: (t) => ({
    contentBase64: t.string({
      required: true,
      description: 'The file as exported by the bank, in base64: 1C client-bank exchange or camt.053.',
    }),
    idempotencyKey: idempotencyKeyField(t),
  }),
})
const BankStatementImportPayload = builder
  .objectRef<Awaited<ReturnType<typeof importBankStatement>>>('BankStatementImportPayload')
  .implement({
    description: "What became of a bank's statement.",
    fields: (t) => ({
      bankImport: t.expose('bankImport', { type: BankImport, description: 'The import.' }),
      lines: t.expose('lines', { type: [ImportedBankLineType], description: 'Every line of the file.' }),
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
      types: [NotFoundError, PaymentLegClosedError, IdempotencyKeyMismatchError],
    },
    args: { input: t.arg({ type: PaymentRecordInput, required: true, description: 'The payment.' }) },
    resolve: (_root, { input }, context) =>
      recordPayment(verbContext(context), {
        ...given(input),
        legId: uuidOf('paymentLeg', input.legId, ['legId']),
      }),
  }),
  bankStatementImport: t.field({
    type: BankStatementImportPayload,
    description:
      "Reads a bank's statement and records the payments that its lines prove, all or none. The same file with another key, sent once its plan is approved, records what nothing explained before.",
    errors: { types: [BankFileUnreadableError, IdempotencyKeyMismatchError] },
    args: { input: t.arg({ type: BankStatementImportInput, required: true, description: 'The file.' }) },
    resolve: (_root, { input }, context) =>
      importBankStatement(verbContext(context), {
        content: Buffer.from(input.contentBase64, 'base64'),
        idempotencyKey: String(input.idempotencyKey),
      }),
  }),
  bankDetailsSet: t.field({
    type: BankDetailsSetPayload,
    description: 'Says how registers and banks know a member, or the operator of the coalition.',
    errors: { types: [NotFoundError] },
    args: {
      input: t.arg({ type: BankDetailsSetInput, required: true, description: 'The legal and bank details.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { memberId, ...rest } = given(input)
      return {
        bankDetails: await setBankDetails(verbContext(context), {
          ...rest,
          ...(memberId == null ? {} : { memberId: uuidOf('member', memberId, ['memberId']) }),
        }),
      }
    },
  }),
}))
